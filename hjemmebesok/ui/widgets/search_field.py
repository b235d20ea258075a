"""Search as you type."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import draw_icon, look, px, tap


class SearchField(QLineEdit):
    """`edited` carries the text. Escape empties it; `down` comes with the down arrow, to go on in the list below."""

    edited = Signal(str)
    entered = Signal()
    down = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        bind(self, QLineEdit.setPlaceholderText, words)
        bind(self, QLineEdit.setAccessibleName, words)
        self.textChanged.connect(self.edited)
        self.returnPressed.connect(self.entered)
        look.changed.connect(self._leave_room)
        self._leave_room()

    def value(self) -> str:
        """The text as it stands."""
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def _leave_room(self) -> None:
        self.setTextMargins(px(28), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = px(18)
        draw_icon(QPainter(self), QRect(tap(12), (self.height() - size) // 2, size, size), "search", "muted")
