"""One choice of a SegmentedChoice: to a screen reader a radio button, to the eye a part of a bar."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import RADIUS, TARGET, colour, draw_icon, font, px, tap


class Segment(QRadioButton):
    """Draws itself by its place in the row: the outer ones have round corners."""

    def __init__(self, words: Words, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bind(self, QRadioButton.setText, words)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(font("label")).horizontalAdvance(self.text())
        icon = px(26) if self._icon else 0
        return QSize(max(text + icon + tap(32), tap(64)), tap(TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "control" if self.isEnabled() else "hairline"
        painter.setPen(QPen(colour("accent" if self.isChecked() else edge), 1))
        painter.setBrush(colour(self._ground()))
        painter.drawPath(self._outline())
        self._draw_words(painter)

    def _ground(self) -> str:
        if self.isChecked():
            return "accent"
        if not self.isEnabled():
            return "sunken"
        return "accent_soft" if self.underMouse() else "surface"

    def _ink(self) -> str:
        return "on_accent" if self.isChecked() else "text" if self.isEnabled() else "muted"

    def _draw_words(self, painter: QPainter) -> None:
        kind = "label" if self.isChecked() else "body"
        text = QFontMetrics(font(kind)).horizontalAdvance(self.text())
        icon = px(26) if self._icon else 0
        left = (self.width() - text - icon) // 2
        if self._icon:
            size = px(18)
            draw_icon(painter, QRect(left, (self.height() - size) // 2, size, size), self._icon, self._ink())
        painter.setFont(font(kind))
        painter.setPen(colour(self._ink()))
        beside = self.rect().adjusted(left + icon, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _outline(self) -> QPainterPath:
        """The box with round corners only where no neighbour follows."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        first, last = not self._has_neighbour(left=True), not self._has_neighbour(left=False)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, RADIUS.CONTROL, RADIUS.CONTROL)
        half = box.width() / 2
        if not first:
            path.addRect(box.adjusted(0, 0, -half, 0))
        if not last:
            path.addRect(box.adjusted(half, 0, 0, 0))
        return path.simplified()

    def _has_neighbour(self, *, left: bool) -> bool:
        beside = QPoint(self.x() - 2, self.y() + 1) if left else QPoint(self.geometry().right() + 3, self.y() + 1)
        row = self.parentWidget()
        return row is not None and isinstance(row.childAt(beside), Segment)
