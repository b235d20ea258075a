"""A line to press, without a frame: a condition of the panel, an open point before locking."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from hjemmebesok.ui.theme import RADIUS, SPACE, colour
from hjemmebesok.ui.widgets.card_button import CardButton


class RowButton(CardButton):
    """Shows its ground only under the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.row.setContentsMargins(SPACE.XS, SPACE.XS, SPACE.XS, SPACE.XS)
        self.row.setSpacing(SPACE.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.isDown()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.CONTROL, RADIUS.CONTROL)
