"""What was just removed, and the way back."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Lines, Text
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.domain.steps import step
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, WrapLabel


class UndoRow(QWidget):
    """'Fjernet: Barnetrygd' with a button; `undone` carries (line id, line)."""

    undone = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._words = WrapLabel("", tone="muted")
        self.button = Button(N_("Angre"), "quiet", "undo-2")
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    def offer(self, line_id: str, line: Mapping[str, Any], field: Lines) -> None:
        """Offer this line back; the keyboard is on the button."""
        self._line_id, self._line = line_id, line
        self._words.say(Phrase("Fjernet: {what}", what=_told(line, field)))
        self.show()
        self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _undo(self) -> None:
        self.hide()
        self.undone.emit(self._line_id, self._line)


def _told(line: Mapping[str, Any], field: Lines) -> Phrase:
    """The first cell that says something, which is what the line is about."""
    for column in field.columns:
        value = line.get(column.id)
        if value is None or column.problem(value):
            continue
        agreed = step(value) if column.id == "step" else None
        if agreed:
            return agreed.phrase({})
        if isinstance(column, Choice):
            return Phrase(dict(column.options)[value])
        if isinstance(column, Amount):
            return Phrase("{amount}", amount=Money(value))
        if isinstance(column, Text):
            return Phrase("{text}", text=value)
    return Phrase("linjen")
