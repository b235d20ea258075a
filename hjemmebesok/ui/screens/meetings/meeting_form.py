"""The plan of a meeting as a form: number, when, where, in which language, for how many."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from hjemmebesok.domain.meeting import LARGEST, SMALLEST, Meeting
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.tongues import tongue_options
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.choice_box import ChoiceBox
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.moment_fields import MomentFields
from hjemmebesok.ui.widgets.number_edit import NumberEdit
from hjemmebesok.ui.widgets.text_edit import TextEdit

_MOST = 40  # seats; more than LARGEST is allowed, with a warning at the meeting
_NARROW = 340  # px at 100 %: a field for a number
_USUAL = time(17)


class MeetingForm(Card):
    """`check` shows what is wrong; where all is well `filled_in` is the meeting as it stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.capacity = NumberEdit(1, 9999), NumberEdit(1, _MOST)
        self.when = MomentFields()
        self.place = TextEdit(longest=200)
        self.language = ChoiceBox(tongue_options())
        self.booked = CheckBox(N_("Tolk er bestilt"))
        few = Phrase("Fra {few} til {many} deltakere gir tid til hver.", few=SMALLEST, many=LARGEST)
        self._number = Field(N_("Møtenummer"), self.number)
        self._capacity = Field(N_("Plasser"), self.capacity, few)
        self._language = Field(N_("Språk"), self.language, N_("Møtet holdes på ett språk, med tolk der det trengs."))
        self.body.setSpacing(SPACE.M)
        self._size()
        look.changed.connect(self._size)
        for widget in (
            self._number, self.when, Field(N_("Sted"), self.place), self._language, self.booked, self._capacity,
        ):  # fmt: skip
            self.body.addWidget(widget)

    def _size(self) -> None:
        for field in (self._number, self._capacity):
            field.setMaximumWidth(px(_NARROW))

    def show_plan(self, meeting: Meeting) -> None:
        """Show this plan."""
        self.number.set_value(meeting.number)
        self.when.show_moment(meeting.starts, meeting.minutes)
        self.place.set_value(meeting.place)
        self.language.set_value(meeting.language)
        self.booked.set_value(meeting.interpreter_booked)
        self.capacity.set_value(meeting.capacity)

    def check(self) -> bool:
        """Show what is wrong, if anything; true where all is well."""
        fine = [self.when.check(), *(_filled(field) for field in (self._number, self._capacity))]
        self._language.show_problem(None if self.language.value() else N_("Velg språk."))
        return all(fine) and bool(self.language.value())

    def filled_in(self, meeting: Meeting) -> Meeting:
        """The meeting with what stands in the form. Ask after `check`."""
        return replace(
            meeting,
            number=self.number.value() or 0,
            starts=self.when.starts(),
            minutes=self.when.minutes(),
            place=self.place.value() or "",
            language=self.language.value(),
            interpreter_booked=self.booked.value(),
            capacity=self.capacity.value() or LARGEST,
        )


def fresh_plan(number: int, now: datetime) -> Meeting:
    """A meeting a week from now, at the usual time."""
    starts = datetime.combine(now.date() + timedelta(days=7), _USUAL)
    return Meeting(id="", case="", number=number, starts=starts)


def _filled(field: Field) -> bool:
    if not field.check():
        return False
    empty = field.control.value() is None  # type: ignore[attr-defined]  # both are number fields
    if empty:
        field.show_problem(N_("Skriv et tall."))
    return not empty
