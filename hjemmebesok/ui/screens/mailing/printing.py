"""Printing a file of many letters, a page at a time, so that the screen can be used meanwhile."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.screens.letter.printing import print_page


class Printing(QObject):
    """`progress` carries how many of how many pages are on paper; `over` whether the printer took them all."""

    progress = Signal(int, int)
    over = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        super().__init__()
        self._pages, self._printer, self._painter = PdfPages(pdf), printer, QPainter()
        self._first = (printer.fromPage() or 1) - 1
        self._last = min(printer.toPage() or len(self._pages), len(self._pages))
        self._next = self._first
        self._turn = QTimer()
        self._turn.timeout.connect(self._print_next)

    @property
    def pages(self) -> int:
        """How many were to be printed."""
        return self._last - self._first

    def start(self) -> None:
        """Begin; `over` comes at once where the printer takes nothing."""
        if self._painter.begin(self._printer):
            self._turn.start(0)
        else:
            self._end(taken=False)

    def stop(self, *_destroyed: object) -> None:
        """Print no more."""
        if self._painter.isActive():
            self._turn.stop()
            self._printer.abort()
            self._painter.end()
            self._pages.close()

    def _print_next(self) -> None:
        if self._next > self._first and not self._printer.newPage():
            self._painter.end()
            self._end(taken=False)
            return
        print_page(self._pages, self._next, self._printer, self._painter)
        self._next += 1
        self.progress.emit(self._next - self._first, self.pages)
        if self._next >= self._last:
            self._end(taken=self._painter.end())

    def _end(self, *, taken: bool) -> None:
        self._turn.stop()
        self._pages.close()
        self.over.emit(taken)
