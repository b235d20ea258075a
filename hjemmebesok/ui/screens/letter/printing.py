"""Printing the pages that are shown, on the printer the caseworker chooses."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages

_SHARPEST = 300  # dots an inch; finer is not seen on paper, and takes memory


def choose_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask which printer, and which of the pages; None where she leaves it."""
    printer = new_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(say(N_("Skriv ut")))
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def new_printer() -> QPrinter:
    """A printer for a letter. Its name in the queue, which others see, tells nothing about anyone."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(say(N_("Brev")))
    return printer


def print_pages(pages: PdfPages, printer: QPrinter) -> bool:
    """Print the chosen pages, each as large as its paper; false where the printer would not."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place in range(first - 1, min(last, len(pages))):
        if place >= first and not printer.newPage():
            painter.end()
            return False
        print_page(pages, place, printer, painter)
    return painter.end()


def print_page(pages: PdfPages, place: int, printer: QPrinter, painter: QPainter) -> None:
    """Put one page on the sheet that is under way, as large as the paper."""
    picture = pages.image_at(place, min(printer.resolution(), _SHARPEST))
    painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture, QRectF(picture.rect()))
