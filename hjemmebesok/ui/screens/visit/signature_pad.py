"""The field one signs in, with mouse, pen or finger. The keyboard passes it by: it can draw nothing there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.signature import HEIGHT, WIDTH, Strokes
from hjemmebesok.domain.stroke import stroke
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.visit.signature_view import paint_strokes
from hjemmebesok.ui.theme import RADIUS, SPACE, colour, look, px

_LEAST, _MOST = 240, 560  # px at 100 %, across
_LINE = 0.8  # of the height: where one writes


class SignaturePad(QWidget):
    """`edited` when a line is drawn, or all are taken away. Qt gives pen and finger as a mouse."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: Strokes = ()
        self._drawn: list[tuple[float, float]] = []  # of the line that is being drawn
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.CrossCursor)
        bind(self, QWidget.setAccessibleName, N_("Felt for underskrift"))
        hint = N_("Skriv med mus, penn eller finger. Uten dem kan du velge «Signeres på papir».")
        bind(self, QWidget.setAccessibleDescription, hint)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def strokes(self) -> Strokes:
        """What has been drawn."""
        return self._strokes

    def clear(self) -> None:
        """Take away what has been drawn."""
        self._strokes, self._drawn = (), []
        self.update()
        self.edited.emit()

    def heightForWidth(self, width: int) -> int:
        return width * HEIGHT // WIDTH

    def sizeHint(self) -> QSize:
        return QSize(px(_MOST), self.heightForWidth(px(_MOST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawn = [_place(event.position())]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawn:
            self._drawn.append(_place(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawn:
            self._strokes = (*self._strokes, self._line())
            self._drawn = []
            self.update()
            self.edited.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("control"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.CONTROL, RADIUS.CONTROL)
        down = round(self.height() * _LINE)
        painter.drawLine(SPACE.L, down, self.width() - SPACE.L, down)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        under_way = (self._line(),) if self._drawn else ()
        paint_strokes(painter, QRectF(self.rect()), (*self._strokes, *under_way))

    def _line(self) -> tuple[tuple[int, int], ...]:
        return stroke(self._drawn, self.width(), self.height())

    def _fit(self) -> None:
        self.setMaximumWidth(px(_MOST))
        self.updateGeometry()


def _place(at: QPointF) -> tuple[float, float]:
    return at.x(), at.y()
