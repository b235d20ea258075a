"""Today: the visits and meetings in order, what each still lacks, and the promises of the week."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store.reading import Reading

SAME_LANGUAGE = "nb"  # needs no interpreter unless somebody says so


@dataclass(frozen=True, slots=True)
class VisitToday:
    """One visit of the day. `missing` is what to arrange or ask before it, most urgent first."""

    visit: Visit
    card: HouseholdCard
    missing: tuple[Phrase, ...]

    @property
    def starts(self) -> datetime:
        """Local time."""
        return self.visit.starts


@dataclass(frozen=True, slots=True)
class MeetingToday:
    """One meeting of the day."""

    meeting: Meeting
    seats: int
    missing: tuple[Phrase, ...]

    @property
    def starts(self) -> datetime:
        """Local time."""
        return self.meeting.starts


@dataclass(frozen=True, slots=True)
class Promise:
    """A follow-up that is due this week or overdue."""

    follow_up: FollowUp
    household: str
    what: Phrase


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day, in order of time."""

    day: date
    visits: tuple[VisitToday, ...]
    meetings: tuple[MeetingToday, ...]
    promises: tuple[Promise, ...]

    @property
    def in_order(self) -> list[VisitToday | MeetingToday]:
        """Visits and meetings together, by time."""
        return sorted([*self.visits, *self.meetings], key=lambda each: each.starts)


def day_plan(desk: Desk, day: date | None = None) -> DayPlan:
    """The plan of a day, today where none is given. Cancelled visits and replaced versions are left out."""
    day = day or desk.today()
    with desk.read() as reading:
        visits = [visit for visit in reading.between(Visit, day, day) if visit.status is not VisitStatus.CANCELLED]
        replaced = {visit.corrects for visit in visits}
        return DayPlan(
            day=day,
            visits=tuple(_visit(reading, visit) for visit in visits if visit.id not in replaced),
            meetings=tuple(_meeting(reading, meeting) for meeting in reading.between(Meeting, day, day)),
            promises=tuple(_promises(reading, day)),
        )


def _visit(reading: Reading, visit: Visit) -> VisitToday:
    card = card_of(reading, visit.case)
    return VisitToday(visit, card, tuple(_visit_lacks(visit, card)))


def _visit_lacks(visit: Visit, card: HouseholdCard) -> list[Phrase]:
    household = card.household
    lacks = []
    needs_interpreter = household.interpreter_needed
    if needs_interpreter is None:
        needs_interpreter = household.language != SAME_LANGUAGE
    if needs_interpreter and not visit.interpreter_booked and visit.interpreter is None:
        lacks.append(Phrase("Tolk er ikke bestilt"))
    if household.consent_on is None:
        lacks.append(Phrase("Spør om samtykke"))
    if card.dwelling is None:
        lacks.append(Phrase("Mangler adresse"))
    return lacks


def _meeting(reading: Reading, meeting: Meeting) -> MeetingToday:
    seats = len(reading.of_parent(Participant, meeting.id))
    lacks = []
    if meeting.language != SAME_LANGUAGE and not meeting.interpreter_booked and meeting.interpreter is None:
        lacks.append(Phrase("Tolk er ikke bestilt"))
    if not meeting.place:
        lacks.append(Phrase("Mangler sted"))
    return MeetingToday(meeting, seats, tuple(lacks))


def _promises(reading: Reading, day: date) -> list[Promise]:
    sunday = day + timedelta(days=6 - day.weekday())
    found = []
    for follow_up in reading.between(FollowUp, date(2000, 1, 1), sunday):
        if follow_up.done_on is None:
            name = card_of(reading, follow_up.case).household.name
            found.append(Promise(follow_up, name, promised(follow_up)))
    return found
