"""A whole card to press: a line of the day, a meeting of the list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import RADIUS, SPACE, TARGET, colour, look, tap


class CardButton(QAbstractButton):
    """Put what it shows into `row` with `show_in_row`; `name` says all of it to a screen reader.

    A checkable one shows in its colour that it is chosen.
    """

    def __init__(self, least: int = TARGET) -> None:
        super().__init__()
        self._least = least
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SPACE.L, SPACE.M, SPACE.L, SPACE.M)
        self.row.setSpacing(SPACE.L)
        look.changed.connect(self._keep_target)
        self._keep_target()

    def show_in_row(self, widget: QWidget, stretch: int = 0) -> None:
        """One more part, from left to right. A press on it is a press on the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(widget, stretch)

    def name(self, words: Words) -> None:
        """Let a screen reader say this."""
        bind(self, CardButton.setAccessibleName, words)

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint().expandedTo(self._smallest())

    def minimumSizeHint(self) -> QSize:
        return self.row.totalMinimumSize().expandedTo(self._smallest())

    def heightForWidth(self, width: int) -> int:
        return max(self.row.totalHeightForWidth(width), self._smallest().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = self.isChecked(), self.underMouse()
        width = 2 if chosen else 1
        painter.setPen(QPen(colour("accent" if chosen or over else "hairline"), width))
        painter.setBrush(colour("accent_soft" if chosen else "surface"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS.CARD, RADIUS.CARD)

    def _keep_target(self) -> None:
        self.setMinimumHeight(self._smallest().height())  # a layout asks the row inside for its height, not the card

    def _smallest(self) -> QSize:
        return QSize(tap(TARGET), tap(self._least))
