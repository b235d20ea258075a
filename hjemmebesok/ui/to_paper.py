"""Saving a paper about several households as PDF: the day plan, the list for a meeting, the frames for the board."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.letters import file_letter, languages_of, make_paper
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.save_place import ask_place

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ORIGINAL = "nb"  # of papers that are written in no other language


def to_paper(window: "MainWindow", parent: QWidget, kind: str, about: str = "") -> None:
    """Ask where, and save the paper of this kind there; `about` is the meeting, '' for none."""
    name = f"{kind.replace('_', '-')}-{window.desk.today():%Y-%m-%d}.pdf"
    if (path := ask_place(parent, N_("Lagre papiret"), N_("PDF-filer"), name)) is not None:
        save_paper(window, kind, about, path)


def save_paper(window: "MainWindow", kind: str, about: str, path: Path) -> None:
    """Save the paper as this file, in the language of the screen where it is written in it, and note it in the log."""
    desk, code = window.desk, speech.language.code

    def save() -> object:
        made = make_paper(desk, kind, code if code in languages_of(kind) else _ORIGINAL, about)
        save_whole(made.pdf, path)
        return file_letter(desk, made)

    window.act(save, N_("Papiret er lagret. Navn på papir er taushetsbelagt: legg det aldri fra deg."))
