"""Opening and printing the files of a run. They have left the program: whoever deleted one is told that it is gone."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.ui.screens.letter.pdf_pages import page_count

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hjemmebesok.ui.screens.mailing.printing import Printing
    from hjemmebesok.ui.window import MainWindow


class UsingFiles:
    """`printing` is under way, or None: one file at a time."""

    def __init__(self, window: "MainWindow", parent: QWidget) -> None:
        self._window, self._parent = window, parent
        self.printing: Printing | None = None

    def open(self, file: Path) -> None:
        """In the program that this PC opens PDF files with."""
        if self._read(file) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._window.say(N_("Fant ikke noe program som åpner PDF-filer."), "bad")

    def print(self, file: Path) -> None:
        """Ask which printer, and print it there."""
        from hjemmebesok.ui.screens.letter.printing import choose_printer  # asks the system for its printers

        if self.printing is not None:
            self._window.say(N_("En utskrift er i gang. Vent til den er ferdig."))
            return
        pdf = self._read(file)
        if pdf and (printer := choose_printer(self._parent, page_count(pdf))) is not None:
            self.print_on(pdf, printer)

    def print_on(self, pdf: bytes, printer: "QPrinter") -> None:
        """Print it on this printer."""
        from hjemmebesok.ui.screens.mailing.printing import Printing

        self.printing = Printing(pdf, printer)
        self.printing.progress.connect(self._tell)
        self.printing.over.connect(self._over)
        self._parent.destroyed.connect(self.printing.stop)  # the window was locked
        self.printing.start()

    def _tell(self, done: int, of: int) -> None:
        self._window.say(Phrase("Sender til skriveren: side {done} av {all}", done=done, all=of))

    def _over(self, taken: bool) -> None:
        pages, self.printing = self.printing.pages if self.printing else 0, None
        if taken:
            self._window.say(
                Plural("{n} side er sendt til skriveren.", "{n} sider er sendt til skriveren.", pages), "ok"
            )
        else:
            self._window.say(N_("Skriveren tok ikke imot filen."), "bad")

    def _read(self, file: Path) -> bytes:
        try:
            return file.read_bytes()
        except OSError:
            self._window.say(N_("Filen er ikke der lenger."), "bad")
            return b""
