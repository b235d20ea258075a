"""The seats of a meeting as dots: filled where somebody has one. The words beside them say the same."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.ui.theme import colour, px

_DOT, _GAP = 18, 6  # px at 100 %
_MOST = 12  # more seats than these are told in words only


class SeatDots(QWidget):
    """Decoration, like an icon."""

    def __init__(self) -> None:
        super().__init__()
        self._taken, self._all = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_seats(self, taken: int, of: int) -> None:
        """So many of so many."""
        self._taken, self._all = taken, max(taken, of)
        self.setVisible(0 < self._all <= _MOST)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._all * px(_DOT + _GAP), px(_DOT + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 2))
        for seat in range(self._all):
            painter.setBrush(colour("accent" if seat < self._taken else "canvas"))
            centre = QPointF(seat * px(_DOT + _GAP) + px(_DOT + _GAP) / 2, self.height() / 2)
            painter.drawEllipse(centre, px(_DOT) / 2 - 1, px(_DOT) / 2 - 1)
