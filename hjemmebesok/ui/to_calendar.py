"""Saving a visit or a meeting as a file for the caseworker's own calendar: when and what, never who or where."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.appointments import appointment_file
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.save_place import ask_place

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


def to_calendar(window: "MainWindow", parent: QWidget, record_id: str) -> None:
    """Ask where, and save the appointment there."""
    name = f"kalender-{window.desk.today():%Y-%m-%d}.ics"
    if (path := ask_place(parent, N_("Legg i kalenderen"), N_("Kalenderfiler"), name)) is not None:
        save_appointment(window, record_id, path)


def save_appointment(window: "MainWindow", record_id: str, path: Path) -> None:
    """Save the appointment as this file, in the language of the screen."""

    def save() -> None:
        save_whole(appointment_file(window.desk, record_id, speech.language.code).data, path)

    window.act(save, N_("Avtalen er lagret uten navn og adresse. Åpne filen, så havner den i kalenderen din."))
