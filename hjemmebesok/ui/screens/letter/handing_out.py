"""Handing the letter out, as a file or on paper, and noting it with the household."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.letters import MadeLetter, file_letter
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.screens.letter.saving import choose_place

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hjemmebesok.ui.window import MainWindow


class HandingOut:
    """A letter is noted once it has left the program, and never before."""

    def __init__(self, window: "MainWindow", parent: QWidget) -> None:
        self._window, self._parent = window, parent

    def save(self, made: MadeLetter) -> None:
        """Ask where, and save it there."""
        if (path := choose_place(self._parent, made.file_name)) is not None:
            self.save_as(made, path)

    def save_as(self, made: MadeLetter, path: Path) -> None:
        """Save it as this file."""
        if self._may_be_noted() and self._window.act(lambda: save_whole(made.pdf, path)):
            self._note(made, N_("Brevet er lagret som fil, og ført opp hos husstanden."))

    def print(self, made: MadeLetter, pages: PdfPages) -> None:
        """Ask which printer, and print it there."""
        from hjemmebesok.ui.screens.letter.printing import choose_printer  # asks the system for its printers

        if (printer := choose_printer(self._parent, len(pages))) is not None:
            self.print_on(made, pages, printer)

    def print_on(self, made: MadeLetter, pages: PdfPages, printer: "QPrinter") -> None:
        """Print it on this printer."""
        from hjemmebesok.ui.screens.letter.printing import print_pages

        if not self._may_be_noted():
            return
        if print_pages(pages, printer):
            self._note(made, N_("Brevet er sendt til skriveren, og ført opp hos husstanden."))
        else:
            self._window.say(N_("Skriveren tok ikke imot brevet. Ingenting er ført opp."), "bad")

    def _may_be_noted(self) -> bool:
        """A letter that was made when she still might write."""
        return self._window.act(lambda: refuse_reader(self._window.desk))

    def _note(self, made: MadeLetter, said: Words) -> None:
        self._window.act(lambda: file_letter(self._window.desk, made), said)
