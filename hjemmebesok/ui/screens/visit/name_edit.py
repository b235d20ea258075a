"""A name, typed, with the names of the household offered on the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from hjemmebesok.ui.widgets import TextEdit


class NameEdit(TextEdit):
    """A key offers the names that begin so, the down arrow all of them. Any other name can be typed as well."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(longest=200)
        self._names = QCompleter(list(names), self)
        self._names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._names.activated.connect(self._take)
        self.setCompleter(self._names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:  # while the list is open, the key goes there
            self._names.setCompletionPrefix("")
            self._names.complete()
        else:
            super().keyPressEvent(event)

    def _take(self, name: str) -> None:
        # Choosing from the list is typing, which Qt does not say.
        self.set_typed(name)
        self.edited.emit(name)


def given_names(names: Sequence[str]) -> list[str]:
    """What people are called at home: the first name, or the whole one where two have the same first."""
    first = [name.split(" ")[0] for name in names]
    return [short if first.count(short) == 1 else name for short, name in zip(first, names, strict=True)]
