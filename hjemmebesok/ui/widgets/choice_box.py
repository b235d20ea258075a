"""One code of a longer list."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import plain, say, speech
from hjemmebesok.ui.theme import draw_icon, px, tap

_EMPTY = N_("Velg")


class ChoiceBox(QComboBox):
    """`options` are (code, words). `edited` carries the code, '' for none chosen.

    A code that a newer version made and this one does not know is kept, and shown as it is.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, options: Sequence[tuple[str, Words]], empty: Words = _EMPTY) -> None:
        super().__init__()
        self._words: list[Words] = []
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own takes no sizes from the style sheet
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._empty = empty
        self.set_options(options)
        self.activated.connect(self._chosen)
        speech.changed.connect(self._speak)

    def set_options(self, options: Sequence[tuple[str, Words]]) -> None:
        """Offer these instead of those before, with none of them chosen; tells nobody."""
        self.clear()
        self._words.clear()
        for code, words in [("", self._empty), *options]:
            self._add(code, words)

    def value(self) -> str:
        """The chosen code; '' where none is chosen."""
        return str(self.currentData())

    def set_value(self, code: str | None) -> None:
        """Show this code as chosen; tells nobody."""
        if self.findData(code or "") < 0:
            self._add(str(code), plain(str(code)))
        self.setCurrentIndex(self.findData(code or ""))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # one scrolls the page; an answer must not change under the wheel

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = px(18)
        corner = QRect(self.width() - size - tap(11), (self.height() - size) // 2, size, size)
        draw_icon(QPainter(self), corner, "chevron-down", "text" if self.isEnabled() else "muted")

    def _chosen(self) -> None:
        self.edited.emit(self.value())

    def _add(self, code: str, words: Words) -> None:
        self._words.append(words)
        self.addItem(say(words), code)

    def _speak(self) -> None:
        for index, words in enumerate(self._words):
            self.setItemText(index, say(words))
