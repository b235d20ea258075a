"""Amounts as bars: to the same scale, told apart by pattern as well as by colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.ui.theme import colour, px


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: an amount (any unit, never negative), the token of its colour, and hatched or solid."""

    amount: int
    tone: str = "accent"
    hatched: bool = False


class StackBar(QWidget):
    """Parts after each other. Give bars that are compared the same `largest`; it is the sum where none is given.

    It is a picture: the amounts must stand in words beside it. `height` is px at 100 %.
    """

    def __init__(self, parts: Sequence[Part] = (), largest: int | None = None, height: int = 18) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_parts(parts, largest)

    def show_parts(self, parts: Sequence[Part], largest: int | None = None) -> None:
        """Show these from now on."""
        self._parts = [part for part in parts if part.amount > 0]
        self._largest = max(largest or 0, sum(part.amount for part in self._parts), 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for part in self._parts:
            width = self.width() * part.amount / self._largest
            draw_part(painter, QRectF(left, 0, max(width - 2, 2), self.height()), part)
            left += width


class Swatch(QWidget):
    """The small square before the words of a part."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(14), px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_part(painter, QRectF(self.rect()), self._part)


def draw_part(painter: QPainter, box: QRectF, part: Part) -> None:
    """Draw one piece of a bar: solid, or with slanted lines on the surface."""
    path = QPainterPath()
    radius = min(5.0, box.height() / 3)
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, QBrush(colour("surface" if part.hatched else part.tone)))
    if part.hatched:
        _hatch(painter, box, path, part.tone)


def _hatch(painter: QPainter, box: QRectF, path: QPainterPath, tone: str) -> None:
    painter.save()
    painter.setClipPath(path)
    step = max(px(5), box.height() / 7)
    painter.setPen(QPen(colour(tone), step * 0.38))
    x = box.left() - box.height()
    while x < box.right() + step:
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()
    painter.setPen(QPen(colour(tone), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
