"""Today: the visits and meetings in order, what each still lacks, and the promises of the week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from hjemmebesok.casework.consents import consent_on
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.households import HouseholdCard, find_card
from hjemmebesok.casework.interpreting import needs_interpreter
from hjemmebesok.casework.meetings import meeting_lacks
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store.reading import Reading

_Planned = TypeVar("_Planned", Visit, Meeting)

LOOK_BACK = 14  # days in which a visit that was not held to its end is shown


@dataclass(frozen=True, slots=True)
class VisitToday:
    """One visit of the day. `missing` is what to arrange or ask before it, most urgent first; `questions` are the
    same as questions, and then one for each thing that the family was going to do."""

    visit: Visit
    card: HouseholdCard
    missing: tuple[Phrase, ...]
    questions: tuple[Phrase, ...]

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
    """One day, in order of time. `unfinished` are the visits of the two weeks before it that were neither held to
    their end nor cancelled, newest first."""

    day: date
    visits: tuple[VisitToday, ...]
    meetings: tuple[MeetingToday, ...]
    promises: tuple[Promise, ...]
    unfinished: tuple[VisitToday, ...]

    @property
    def in_order(self) -> list[VisitToday | MeetingToday]:
        """Visits and meetings together, by time."""
        return sorted([*self.visits, *self.meetings], key=lambda each: each.starts)


def day_plan(desk: Desk, day: date | None = None) -> DayPlan:
    """The plan of a day, today where none is given. What is cancelled and replaced versions are left out."""
    day = day or desk.today()
    with desk.read() as reading:
        visits = _held(reading.between(Visit, day, day))
        replaced = {visit.corrects for visit in visits}
        return DayPlan(
            day=day,
            visits=_visits(reading, [visit for visit in visits if visit.id not in replaced]),
            meetings=tuple(_meeting(reading, meeting) for meeting in _held(reading.between(Meeting, day, day))),
            promises=tuple(_promises(reading, day)),
            unfinished=_visits(reading, _unfinished(reading, day)),
        )


def _held(planned: Iterable[_Planned]) -> list[_Planned]:
    return [each for each in planned if each.status is not VisitStatus.CANCELLED]


def _visits(reading: Reading, visits: Iterable[Visit]) -> tuple[VisitToday, ...]:
    cards = ((visit, find_card(reading, visit.case)) for visit in visits)
    return tuple(_visit(reading, visit, card) for visit, card in cards if card)


def _visit(reading: Reading, visit: Visit, card: HouseholdCard) -> VisitToday:
    lacks = _visit_lacks(reading, visit, card)
    return VisitToday(
        visit,
        card,
        missing=tuple(status for status, _ in lacks),
        questions=tuple([question for _, question in lacks] + _unkept(reading, visit)),
    )


def _unfinished(reading: Reading, day: date) -> list[Visit]:
    before = reading.between(Visit, day - timedelta(days=LOOK_BACK), day - timedelta(days=1))
    return [visit for visit in reversed(before) if visit.status in (VisitStatus.PLANNED, VisitStatus.STARTED)]


def _visit_lacks(reading: Reading, visit: Visit, card: HouseholdCard) -> list[tuple[Phrase, Phrase]]:
    """What is missing, and the question that settles it."""
    household = card.household
    lacks = []
    if needs_interpreter(household) and not visit.interpreter_booked and visit.interpreter is None:
        lacks.append((Phrase("Tolk er ikke bestilt"), Phrase("Er tolk bestilt?")))
    if consent_on(reading, household.id) is None:
        lacks.append((Phrase("Spør om samtykke"), Phrase("Samtykker de til kartlegging?")))
    if card.dwelling is None:
        lacks.append((Phrase("Mangler adresse"), Phrase("Hvor bor de?")))
    return lacks


def _unkept(reading: Reading, visit: Visit) -> list[Phrase]:
    """One question for each thing that the family was going to do before this visit."""
    return [
        Phrase("Er dette gjort? {step}", step=promised(follow_up))
        for follow_up in reading.in_case(FollowUp, visit.case)
        if follow_up.done_on is None and follow_up.owner is Owner.FAMILY and follow_up.origin != visit.id
    ]


def _meeting(reading: Reading, meeting: Meeting) -> MeetingToday:
    return MeetingToday(meeting, len(reading.of_parent(Participant, meeting.id)), meeting_lacks(meeting))


def _promises(reading: Reading, day: date) -> list[Promise]:
    sunday = day + timedelta(days=6 - day.weekday())
    found = []
    for follow_up in reading.between(FollowUp, date(2000, 1, 1), sunday):
        card = find_card(reading, follow_up.case) if follow_up.done_on is None else None
        if card:
            found.append(Promise(follow_up, card.household.name, promised(follow_up)))
    return found
