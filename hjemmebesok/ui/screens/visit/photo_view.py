"""A photo in small; its name is what it shows."""

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind, plain, say
from hjemmebesok.ui.theme import RADIUS, colour, font, look, px

_SIDE = 180  # px at 100 %: the longer one
_READ = 720  # pixels: sharp at 200 % on a fine screen


class PhotoView(QWidget):
    """Says so where the picture has not come yet."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def empty(self) -> bool:
        """Whether there is no picture to show."""
        return self._image.isNull()

    def show_picture(self, jpeg: bytes | None) -> None:
        """Show this picture; None while it has not come."""
        self._image = _small(jpeg) if jpeg else QImage()
        self.updateGeometry()
        self.update()

    def say(self, shows: str) -> None:
        """What the picture shows, for those who do not see it."""
        bind(self, QWidget.setAccessibleName, plain(shows) if shows else Phrase("Bilde uten beskrivelse"))

    def sizeHint(self) -> QSize:
        shape = QSize(4, 3) if self.empty else self._image.size()
        return shape.scaled(px(_SIDE), px(_SIDE), Qt.AspectRatioMode.KeepAspectRatio)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), RADIUS.CONTROL, RADIUS.CONTROL)
        painter.setClipPath(rounded)
        if not self.empty:
            painter.drawImage(self.rect(), self._image)
            return
        painter.fillPath(rounded, colour("sunken"))
        painter.setPen(colour("muted"))
        painter.setFont(font("small"))
        words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(8, 8, -8, -8), words, say(N_("Bildet er ikke kommet hit ennå")))


def _small(jpeg: bytes) -> QImage:
    held = QByteArray(jpeg)  # the buffer does not hold it
    buffer = QBuffer(held)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    whole = reader.size()
    reader.setScaledSize(whole.scaled(_READ, _READ, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(whole))
    return reader.read()
