"""The plan of a visit as a form: day, time, how long, why, and what must be arranged."""

from datetime import datetime, timedelta

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.visit import PURPOSE_WORDS, Purpose, Visit
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.moment_fields import MomentFields
from hjemmebesok.ui.widgets.segmented_choice import SegmentedChoice

_MINUTES = 90


class VisitForm(Card):
    """`check` shows what is wrong; where all is well the answers can be asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.when = MomentFields()
        self._purpose: SegmentedChoice[Purpose] = SegmentedChoice(list(PURPOSE_WORDS.items()), clearable=False)
        self.booked = CheckBox(N_("Tolk er bestilt"))
        self.two = CheckBox(N_("Gå to sammen"))
        self.body.setSpacing(SPACE.M)
        for widget in (self.when, Field(N_("Formål"), self._purpose), self.booked, self.two):
            self.body.addWidget(widget)

    def show_plan(self, visit: Visit | None, now: datetime) -> None:
        """The plan as it is, or the next whole hour for a new one."""
        soon = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        self.when.show_moment(visit.starts if visit else soon, visit.minutes if visit else _MINUTES)
        self._purpose.set_value(visit.purpose if visit else Purpose.KARTLEGGING)
        self.booked.set_value(visit.interpreter_booked if visit else False)
        self.two.set_value(visit.two_together if visit else False)

    def check(self) -> bool:
        """Show what is wrong, if anything; true where all is well."""
        return self.when.check()

    def starts(self) -> datetime:
        """Local time, without a zone."""
        return self.when.starts()

    def minutes(self) -> int:
        """How long it is planned to last."""
        return self.when.minutes()

    def purpose(self) -> Purpose:
        """Why the caseworker comes."""
        return self._purpose.value() or Purpose.KARTLEGGING
