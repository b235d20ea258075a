"""A page in small, to go to it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.theme import RADIUS, SPACE, colour, font, px

WIDTH = 72  # px at 100 %
_BELOW = 22  # px at 100 %, for the number


class Thumbnail(QAbstractButton):
    """The page in sight is checked, and has a thick border."""

    def __init__(self, pages: PdfPages, place: int) -> None:
        super().__init__()
        self.place = place
        self._pages, self._image = pages, QImage()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bind(self, QWidget.setAccessibleName, Phrase("Gå til side {page}", page=place + 1))

    def sizeHint(self) -> QSize:
        across, up = self._pages.size(self.place)
        return QSize(px(WIDTH), round(px(WIDTH) * up / across) + px(_BELOW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        page = QRect(0, 0, self.width(), self.height() - px(_BELOW))
        inside = page.adjusted(SPACE.XS, SPACE.XS, -SPACE.XS, -SPACE.XS)
        wanted = round(inside.width() * self.devicePixelRatio())
        if self._image.width() != wanted:
            self._image = self._pages.image(self.place, wanted)
        painter.drawImage(inside, self._image)
        width = 3 if self.isChecked() else 1
        painter.setPen(QPen(colour("accent" if self.isChecked() else "control"), width))
        painter.drawRoundedRect(QRectF(page).adjusted(2, 2, -2, -2), RADIUS.CONTROL, RADIUS.CONTROL)
        painter.setFont(font("small"))
        painter.setPen(colour("text"))
        below = QRect(0, page.bottom(), self.width(), px(_BELOW))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(self.place + 1))
