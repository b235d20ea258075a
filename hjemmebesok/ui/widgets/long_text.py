"""Text on as many lines as it needs: the field grows with it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import px

_AROUND = 26  # px: border, padding and the document's own margin, above and below


class LongText(QPlainTextEdit):
    """`edited` carries the text. Tab leaves the field. From `lines` to `most` lines high, then it scrolls."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, example: Words = "", lines: int = 3, most: int = 14) -> None:
        super().__init__()
        self._lines, self._most = lines, most
        self._telling = True
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bind(self, QPlainTextEdit.setPlaceholderText, example)
        self.textChanged.connect(self._changed)

    def value(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_value(self, text: str | None) -> None:
        """Show this text; tells nobody. Leaves the caret where it is when the text is the same."""
        if text != self.toPlainText():
            self._telling = False
            self.setPlainText(text or "")
            self._telling = True

    def sizeHint(self) -> QSize:
        shown = min(max(self._wrapped_lines(), self._lines), self._most)
        return QSize(px(320), shown * self.fontMetrics().lineSpacing() + _AROUND)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _wrapped_lines(self) -> int:
        return round(self.document().size().height())  # a plain document counts its height in lines

    def _changed(self) -> None:
        self.updateGeometry()
        if self._telling:
            self.edited.emit(self.value())
