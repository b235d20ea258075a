"""The pages of a PDF as pictures and as text. For the screen's thread alone: PDFium takes one at a time."""

from typing import Any

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_AN_INCH = 72


class PdfPages:
    """An open PDF. Sizes are in points, a 72nd of an inch."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, place: int) -> tuple[float, float]:
        """Width and height of a page."""
        width, height = self._document.get_page_size(place)
        return width, height

    def image(self, place: int, width: int) -> QImage:
        """A page, this many pixels wide."""
        page = self._document[place]
        return _image(page.render(scale=width / page.get_width()))

    def image_at(self, place: int, dots_an_inch: int) -> QImage:
        """A page, this sharp."""
        return _image(self._document[place].render(scale=dots_an_inch / _POINTS_AN_INCH))

    def text(self, place: int) -> str:
        """What is written on a page."""
        return str(self._document[place].get_textpage().get_text_range())

    def close(self) -> None:
        """Let go of it."""
        self._document.close()


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    pages = PdfPages(pdf)
    try:
        return len(pages)
    finally:
        pages.close()


def _image(bitmap: Any) -> QImage:
    # Three bytes a pixel, blue first. The copy lets go of PDFium's own memory.
    made = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
    return made.copy()
