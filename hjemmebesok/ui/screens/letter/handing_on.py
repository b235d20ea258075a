"""Handing the letter on: to the archive as a package, or to a word processor as a document to write in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.archiving import note_archived, package_for_archive
from hjemmebesok.casework.editable import editable_letter, note_editable
from hjemmebesok.casework.filed import FiledLetter
from hjemmebesok.casework.letters import Details, MadeLetter, file_letter
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.save_place import ask_place

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class HandingOn:
    """Each is noted once its file is whole on the disk, and never before."""

    def __init__(self, window: "MainWindow", parent: QWidget) -> None:
        self._window, self._parent = window, parent

    def to_archive(self, made: MadeLetter) -> None:
        """Ask where, and save the package for the archive there."""
        name = made.file_name.removesuffix(".pdf") + ".zip"
        if (path := ask_place(self._parent, N_("Til arkivet"), N_("ZIP-filer"), name)) is not None:
            self.archive_as(made, path)

    def archive_as(self, made: MadeLetter, path: Path) -> None:
        """Save the package as this file; the letter counts as used."""
        desk = self._window.desk

        def archive() -> object:
            package = package_for_archive(desk, made.letter.case, [FiledLetter(made.letter, made.pdf)])
            save_whole(package.data, path)
            return file_letter(desk, made) | note_archived(desk, package)

        self._window.act(archive, N_("Arkivpakken er lagret, og ført opp hos husstanden."))

    def to_word(self, made: MadeLetter) -> None:
        """Ask where, and save the document there."""
        name = made.file_name.removesuffix(".pdf") + ".docx"
        if (path := ask_place(self._parent, N_("Rediger i Word"), N_("Word-filer"), name)) is not None:
            self.edit_as(made, path)

    def edit_as(self, made: MadeLetter, path: Path) -> None:
        """Save the document as this file. What is written in it, the program does not know."""
        desk, letter = self._window.desk, made.letter

        def edit() -> object:
            details, along = letter.details or Details(), letter.with_norwegian
            editable = editable_letter(
                desk, letter.letter, letter.case, letter.language, letter.about, details, with_norwegian=along
            )
            save_whole(editable.data, path)
            return note_editable(desk, editable)

        self._window.act(edit, N_("Dokumentet er lagret. Det du endrer der, kjenner ikke programmet til."))
