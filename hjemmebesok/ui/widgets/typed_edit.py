"""A one-line field for a typed value. What was typed is never lost, readable or not."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.ui.i18n import speech

T = TypeVar("T")
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # the field's menu, Alt+Tab


class TypedEdit(QLineEdit, Generic[T]):
    """Shows the value in the reader's way when left, and as plainly typed while it has the focus.

    `edited` carries the typed text at each keystroke, `left` comes when the field is left. `value()` is the value or
    None; `problem()` says why a text that is not empty gives none.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self.textEdited.connect(self._keep)
        self.returnPressed.connect(self._leave)
        speech.changed.connect(self._show)

    # what a kind of field says for itself
    def read(self, text: str) -> T:
        """The value of a typed text. Raises Refused for what is none."""
        raise NotImplementedError

    def shown(self, value: T) -> str:
        """The value as the reader likes to see it."""
        raise NotImplementedError

    def plain(self, value: T) -> str:
        """The value as one would type it; `read` gives the same value back."""
        raise NotImplementedError

    def typed(self) -> str:
        """What stands in the field as it was typed."""
        return self._typed

    def set_typed(self, text: str) -> None:
        """Put a typed text back, readable or not; tells nobody."""
        self._typed = text
        self._show()

    def value(self) -> T | None:
        """The value; None where the field is empty or the text gives none."""
        try:
            return self.read(self._typed) if self._typed.strip() else None
        except Refused:
            return None

    def set_value(self, value: T | None) -> None:
        """Show this value, or nothing; tells nobody."""
        self.set_typed("" if value is None else self.plain(value))

    def problem(self) -> Phrase | None:
        """One sentence about a text that gives no value."""
        try:
            if self._typed.strip():
                self.read(self._typed)
        except Refused as refused:
            return refused.phrase
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _STILL_HERE:
            self._show()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _keep(self, text: str) -> None:
        self._typed = text
        self.edited.emit(text)

    def _leave(self) -> None:
        self._show()
        self.left.emit()

    def _show(self) -> None:
        value = None if self.hasFocus() else self.value()
        text = self._typed if value is None else self.shown(value)
        if text != self.text():
            self.setText(text)
