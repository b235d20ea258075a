"""Text on one line."""

from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.widgets.typed_edit import TypedEdit


class TextEdit(TypedEdit[str]):
    """`value()` is the text without spaces at its ends; None where there is none."""

    def __init__(self, example: Words = "", longest: int = 32_767) -> None:
        super().__init__()
        self.setMaxLength(longest)
        bind(self, QLineEdit.setPlaceholderText, example)

    def read(self, text: str) -> str:
        return text.strip()

    def shown(self, value: str) -> str:
        return self.typed()

    def plain(self, value: str) -> str:
        return value
