"""One page of a letter, as it will be on paper."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.theme import colour

_SHARPEST = 3000  # px across; more would only take memory


class PageImage(QWidget):
    """Drawn when it comes into sight, as sharp as the screen. A screen reader gets its name and its text."""

    def __init__(self, pages: PdfPages, place: int) -> None:
        super().__init__()
        self._pages, self._place = pages, place
        self._image = QImage()
        bind(self, QWidget.setAccessibleName, Phrase("Side {page} av {pages}", page=place + 1, pages=len(pages)))
        bind(self, QWidget.setAccessibleDescription, plain(pages.text(place)))

    def show_width(self, width: int) -> None:
        """Be this wide, in px, and as high as the page then is."""
        across, up = self._pages.size(self._place)
        self.setFixedSize(QSize(width, round(width * up / across)))

    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = min(round(self.width() * self.devicePixelRatio()), _SHARPEST)
        if self._image.width() != wanted:
            self._image = self._pages.image(self._place, wanted)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
