"""Saving all the letters of a household that are not in the archive yet as one package for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.archiving import made_again, note_archived, package_for_archive
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.ui.save_place import ask_place

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


def to_archive(window: "MainWindow", parent: QWidget, household: str) -> None:
    """Ask where, and save the package there."""
    name = f"arkivpakke-{window.desk.today():%Y-%m-%d}.zip"
    if (path := ask_place(parent, N_("Til arkivet"), N_("ZIP-filer"), name)) is not None:
        save_package(window, household, path)


def save_package(window: "MainWindow", household: str, path: Path) -> None:
    """Save the package as this file, and tell how many letters must be archived as the files they were saved as."""
    desk = window.desk
    filed, changed = made_again(desk, household)

    def save() -> object:
        package = package_for_archive(desk, household, filed)
        save_whole(package.data, path)
        return note_archived(desk, package)

    letters = Plural("{n} brev er i arkivpakken.", "{n} brev er i arkivpakken.", len(filed))
    others = Plural(
        "{n} brev blir ikke likt på nytt: arkiver filen som ble lagret.",
        "{n} brev blir ikke like på nytt: arkiver filene som ble lagret.",
        len(changed),
    )
    window.act(save, Phrase("{letters} {others}", letters=letters, others=others) if changed else letters)
