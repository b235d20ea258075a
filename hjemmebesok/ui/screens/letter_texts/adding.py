"""A new block, under the one that one was in: what kind it is, when it stands in the letter, and its words."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.text_adding import KINDS, Adding
from hjemmebesok.casework.text_blocks import when
from hjemmebesok.casework.text_fields import TextFields
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.widgets import Button, Card, ChoiceBox, Field, Flow, LongText

_NOT = "!"  # before the name of a field that is to be missing


class AddingCard(Card):
    """`edited` and `put_in` carry what is typed; `left` comes when there is to be no new block."""

    edited = Signal(object)
    put_in = Signal(object)
    left = Signal()

    def __init__(self, letter: str, adding: Adding, fields: TextFields) -> None:
        super().__init__(N_("Nytt avsnitt"), "accent")
        self.letter = letter
        self._after = adding.after
        self.kind = ChoiceBox([(marker, words) for marker, words in KINDS if marker], KINDS[0][1])
        self.when = ChoiceBox([*_conditions(fields)], N_("Alltid"))
        self.words = LongText(lines=2, most=12)
        self._field = Field(N_("Hva skal det stå?"), self.words, _help(fields))
        self.add, self.leave = Button(N_("Legg til"), "secondary", "plus"), Button(N_("Avbryt"), "quiet")
        self._show(adding)
        for part in (Field(N_("Hva slags?"), self.kind), Field(N_("Når skal det stå der?"), self.when), self._field):
            self.body.addWidget(part)
        self.body.addWidget(Flow(self.add, self.leave))
        for control in (self.kind, self.when, self.words):
            control.edited.connect(lambda _value: self.edited.emit(self.value()))
        self.add.clicked.connect(lambda: self.put_in.emit(self.value()))
        self.leave.clicked.connect(self.left)

    def value(self) -> Adding:
        """What is typed."""
        asked = self.when.value()
        return Adding(self._after, self.kind.value(), asked.lstrip(_NOT), asked.startswith(_NOT), self.words.value())

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.kind, self.when, self.words, self.add, self.leave]

    def show_problem(self, words: Words) -> None:
        """Show why it cannot be put in."""
        self._field.show_problem(words)
        self.words.setFocus()

    def _show(self, adding: Adding) -> None:
        self.kind.set_value(adding.marker)
        self.when.set_value(f"{_NOT if adding.unless else ''}{adding.condition}")
        self.words.set_value(adding.words)


def _conditions(fields: TextFields) -> Iterator[tuple[str, Words]]:
    for field in fields.conditions:
        yield field, when(field, unless=False)
        yield _NOT + field, when(field, unless=True)


def _help(fields: TextFields) -> Phrase:
    names = " ".join(f"{{{field}}}" for field in fields.words)
    return Phrase("Disse feltene fyller programmet ut: {fields}", fields=names)
