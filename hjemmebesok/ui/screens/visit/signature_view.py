"""A signature in small; its name is whose it is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.signature import HEIGHT, WIDTH, Signature, Strokes
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import colour, look, px

_ACROSS = 180  # px at 100 %
_PEN = 7  # of the field's units


class SignatureView(QWidget):
    """It grows with the text."""

    def __init__(self, signature: Signature) -> None:
        super().__init__()
        self._strokes = signature.strokes
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bind(self, QWidget.setAccessibleName, Phrase("Tegnet underskrift av {name}", name=signature.name))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(_ACROSS), px(_ACROSS) * HEIGHT // WIDTH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strokes(QPainter(self), QRectF(self.rect()), self._strokes)


def paint_strokes(painter: QPainter, room: QRectF, strokes: Strokes) -> None:
    """The lines of a signature, as large as the room; one without points, which may come from elsewhere, is none."""
    scale = room.width() / WIDTH
    path = QPainterPath()
    for stroke in filter(None, strokes):
        first, *others = (QPointF(x * scale, y * room.height() / HEIGHT) for x, y in stroke)
        path.moveTo(first)
        for point in others:
            path.lineTo(point)
    round_pen = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("text"), max(_PEN * scale, 1.5), *round_pen))
    painter.drawPath(path)
