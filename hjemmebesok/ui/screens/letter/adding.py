"""What the caseworker adds to the letter: the times of a talk, the last day to answer, the board, the rules."""

from collections.abc import Collection, Mapping
from itertools import pairwise, zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.letters import Details, Slot
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE, NAMES
from hjemmebesok.domain.meeting import OFFER_WORDS, Offer
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.widgets import Card, ChoiceBox, DateEdit, Field, SegmentedChoice, TextEdit
from hjemmebesok.ui.widgets.time_edit import TimeEdit

_TIMES = 3  # to choose between: more only makes the choice harder
_ASKED = {  # what is asked for each kind, by its permanent code
    "follow_up_offer": ("slots", "reply_by"),
    "meeting_invitation": ("reply_by",),
    "eligibility_outcome": ("rules",),
    "board_proposal": ("board",),
}


class AddingCard(Card):
    """`added` carries the details, once a field is left with a value that can be read. Hidden where none is asked."""

    added = Signal(object)

    def __init__(self) -> None:
        super().__init__(N_("Legg til i brevet"))
        self.slots = [SlotFields(number) for number in range(1, _TIMES + 1)]
        self.reply_by, self.board = DateEdit(), TextEdit(N_("Styret"), longest=60)
        self.rules = ChoiceBox([each for each in NAMES.items() if each[0] != LEIE_TIL_EIE], NAMES[LEIE_TIL_EIE])
        self._fields: Mapping[str, tuple[QWidget, ...]] = {
            "slots": tuple(self.slots),
            "reply_by": (Field(N_("Svar innen"), self.reply_by, N_("Tomt felt: om en uke, men senest dagen før.")),),
            "rules": (Field(N_("Hvilke regler skal svaret følge?"), self.rules),),
            "board": (Field(N_("Hvem er saken til?"), self.board),),
        }
        for fields in self._fields.values():
            for field in fields:
                self.body.addWidget(field)
        self._details = Details()
        self.rules.edited.connect(self._tell)
        for edit in (self.reply_by, self.board):
            edit.left.connect(self._tell)
        for slot in self.slots:
            slot.left.connect(self._tell)

    def show_details(self, kind: str, details: Details) -> None:
        """Show the fields of this kind of letter, and what is added."""
        asked = _ASKED.get(kind, ())
        for name, fields in self._fields.items():
            for field in fields:
                field.setVisible(name in asked)
        self.setVisible(bool(asked))
        if details != self._details:
            self._details = details
            self.reply_by.set_value(details.reply_by)
            self.board.set_value(details.board)
            self.rules.set_value(details.rules)
            for row, slot in zip_longest(self.slots, details.slots[:_TIMES]):
                row.show_slot(slot)
        self._show_slots(asked)

    def _show_slots(self, asked: Collection[str]) -> None:
        """One time more than those that are given."""
        for before, after in pairwise(self.slots):
            given = before.slot() or after.slot()
            after.setVisible("slots" in asked and given is not None)

    def _tell(self) -> None:
        slots = tuple(slot for slot in (fields.slot() for fields in self.slots) if slot is not None)
        details = Details(
            slots=slots, reply_by=self.reply_by.value(), board=self.board.value() or "", rules=self.rules.value()
        )
        if details != self._details:
            self._details = details
            self.added.emit(details)


class SlotFields(QWidget):
    """One time for a talk: where, which day, and when, which may be left open. `left` comes when one is left."""

    left = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        places = [(each, OFFER_WORDS[each]) for each in (Offer.OFFICE, Offer.HOME)]
        self.where, self.day, self.at = SegmentedChoice(places, clearable=False), DateEdit(), TimeEdit()
        bind(self.where, QWidget.setAccessibleName, Phrase("Sted for tid {n}", n=number))
        self.where.set_value(Offer.OFFICE)
        when = QHBoxLayout()
        when.addWidget(Field(Phrase("Tid {n}", n=number), self.day), 3)
        when.addWidget(Field(N_("Klokken"), self.at), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(when)
        column.addWidget(self.where)
        self.where.edited.connect(self.left)
        for edit in (self.day, self.at):
            edit.left.connect(self.left)

    def show_slot(self, slot: Slot | None) -> None:
        """Show this one, or none."""
        self.where.set_value(slot.where if slot else Offer.OFFICE)
        self.day.set_value(slot.day if slot else None)
        self.at.set_value(slot.at if slot else None)

    def slot(self) -> Slot | None:
        """The time; None where no day is given that can be read."""
        day = self.day.value()
        return Slot(self.where.value() or Offer.OFFICE, day, self.at.value()) if day else None
