"""A tick with its text beside it; the whole row can be tapped, and long text wraps."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import TARGET, colour, font, px, tap

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class CheckBox(QCheckBox):
    """`edited` carries true or false. `wordless` shows the box alone, as in a table; the words are then its name."""

    edited = Signal(bool)
    left = Signal()

    def __init__(self, words: Words, *, wordless: bool = False) -> None:
        super().__init__()
        self._wordless = wordless
        across = QSizePolicy.Policy.Fixed if wordless else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not wordless)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        bind(self, CheckBox._name, words)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, ticked: bool | None) -> None:
        """Show it ticked or not; tells nobody."""
        self.setChecked(bool(ticked))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def hasHeightForWidth(self) -> bool:
        return not self._wordless

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._text_left()), 100_000)
        text = QFontMetrics(font("body")).boundingRect(room, _WRAP, self.text())
        return max(tap(TARGET), text.height() + px(12))

    def sizeHint(self) -> QSize:
        if self._wordless:
            return QSize(tap(TARGET), tap(TARGET))
        width = self._text_left() + min(QFontMetrics(font("body")).horizontalAdvance(self.text()), px(600)) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(font("body"))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split(" ")), default=0)
        return QSize(self._text_left() + longest + 2 if self.text() else tap(TARGET), tap(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        painter.setFont(font("body"))
        painter.setPen(colour("text" if self.isEnabled() else "muted"))
        beside = self.rect().adjusted(self._text_left(), 0, 0, 0)
        painter.drawText(beside, _WRAP | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_box(self, painter: QPainter) -> None:
        side = px(24)
        left = (self.width() - side) // 2 if self._wordless else 3
        box = QRect(left, (self.height() - side) // 2, side, side)
        edge = "accent" if self.isChecked() or self.underMouse() else "control"
        painter.setPen(QPen(colour(edge if self.isEnabled() else "hairline"), 2))
        painter.setBrush(colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 5, 5)
        if self.isChecked():
            self._draw_tick(painter, QRectF(box))

    @staticmethod
    def _draw_tick(painter: QPainter, box: QRectF) -> None:
        points = [(0.24, 0.53), (0.42, 0.71), (0.77, 0.32)]
        tick = QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])
        pen = QPen(colour("on_accent"), box.width() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(tick)

    def _text_left(self) -> int:
        return 0 if self._wordless else 3 + px(24) + px(12)

    def _name(self, text: str) -> None:
        self.setText("" if self._wordless else text)
        self.setAccessibleName(text)
        self.updateGeometry()
