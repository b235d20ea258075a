"""Group meetings: planning, inviting, attendance, the individual talks and the offers of a follow-up."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, find_card
from hjemmebesok.casework.interpreting import SAME_LANGUAGE
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.meeting import LARGEST, SMALLEST, Meeting, Offer, Participant
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.steps import step
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.store import drafts
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.permission import may_write
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.seen import Seen
from hjemmebesok.store.work import Work, derived_id, new_id, seen_in

NOTE = "note"  # the field of a participant that is typed into

_OVER = {VisitStatus.CLOSED: Phrase("Møtet er avsluttet og låst."), VisitStatus.CANCELLED: Phrase("Møtet er avlyst.")}
_OFFER_STEPS = {Offer.OFFICE: "office_talk", Offer.HOME: "home_talk", Offer.NEW_MEETING: "new_meeting"}


@dataclass(frozen=True, slots=True)
class Seat:
    """One household at the meeting, with the note as it is being typed, and what stands in the saved one."""

    participant: Participant
    card: HouseholdCard
    note: str
    saved_note: Seen


@dataclass(frozen=True, slots=True)
class OpenMeeting:
    """A meeting with those who take part. `reads_only`: she may not write."""

    meeting: Meeting
    seats: tuple[Seat, ...]
    warnings: tuple[Phrase, ...]
    reads_only: bool = False

    @property
    def locked(self) -> bool:
        """True where the meeting is closed or cancelled, and for who may only read."""
        return self.meeting.status in _OVER or self.reads_only


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list: how many have a seat, how many of them came, and what is still to be arranged."""

    meeting: Meeting
    seats: int
    came: int
    missing: tuple[Phrase, ...]


def plan_meeting(desk: Desk, meeting: Meeting) -> Changes:
    """Put a meeting in the calendar; `meeting.id` and `meeting.case` are given here. `made` is its id."""
    with desk.work() as work:
        made = new_id()
        work.put(replace(meeting, id=made, case=made))
        return work.made(made)


def save_meeting(desk: Desk, meeting: Meeting, seen: Meeting | None = None) -> Changes:
    """Save a changed plan or the interpreter who came. `seen`: the meeting as it was when she began, so that what a
    colleague has changed since stays."""
    with desk.work() as work:
        open_for_writing(work, meeting.id)
        work.put(meeting, seen)
        return work.changes


def cancel_meeting(desk: Desk, meeting_id: str) -> Changes:
    """Call a planned meeting off. Those invited stay on its list, to be told. Raises Refused for one that has begun."""
    with desk.work() as work:
        meeting = open_for_writing(work, meeting_id)
        if meeting.status is VisitStatus.STARTED:
            raise Refused(Phrase("Møtet er startet og kan ikke avlyses."))
        work.put(replace(meeting, status=VisitStatus.CANCELLED))
        return work.changes


def set_interpreter(desk: Desk, meeting_id: str, interpreter: Interpreter | None) -> Changes:
    """Save who interprets."""
    with desk.work() as work:
        work.put(replace(open_for_writing(work, meeting_id), interpreter=interpreter))
        return work.changes


def open_meeting(desk: Desk, meeting_id: str) -> OpenMeeting:
    """The meeting as it stands. Only the households held on this laptop are in it."""
    with desk.read() as reading:
        meeting = reading.get(Meeting, meeting_id)
        cards = [(each, find_card(reading, each.case)) for each in reading.of_parent(Participant, meeting_id)]
        seats = tuple(_seat(reading, participant, card) for participant, card in cards if card)
        reads_only = not may_write(reading.connection)
        return OpenMeeting(meeting, seats, tuple(_warnings(meeting, seats)), reads_only)


def invite(desk: Desk, meeting_id: str, household_id: str, *, turned_up: bool = False) -> Changes:
    """Invite a household from the store, or note that it `turned_up` without an invitation. Doing it twice changes
    nothing. `made` is the participant's id. Raises Refused for one that has asked not to be contacted."""
    with desk.work() as work:
        open_for_writing(work, meeting_id)
        household = work.get(Household, household_id)
        if household.reserved and not turned_up:
            raise Refused(Phrase("{name} har bedt om ikke å bli kontaktet.", name=household.name))
        for known in work.of_parent(Participant, meeting_id):
            if known.case == household_id:
                return work.made(known.id)
        seat = derived_id(meeting_id, household.id)  # two who invite the same household give it one seat
        participant = Participant(id=seat, case=household.id, meeting=meeting_id)
        work.put(replace(participant, invited=False, attended=True) if turned_up else participant)
        return work.made(participant.id)


def welcome_uninvited(desk: Desk, meeting_id: str, name: str) -> Changes:
    """Somebody not in the store turned up: a household of their own is made. `made` is the participant's id."""
    if not name.strip():
        raise Refused(Phrase("Skriv navnet til den som kom."))
    with desk.work() as work:
        meeting = open_for_writing(work, meeting_id)
        case = new_id()
        work.put(Household(id=case, case=case, name=name.strip(), language=meeting.language))
        work.put(Person(id=new_id(), case=case, name=name.strip()))
        participant = Participant(id=new_id(), case=case, meeting=meeting_id, invited=False, attended=True)
        work.put(participant)
        return work.made(participant.id)


def start_meeting(desk: Desk, meeting_id: str) -> Changes:
    """Start the meeting. Starting twice changes nothing."""
    with desk.work() as work:
        work.put(replace(open_for_writing(work, meeting_id), status=VisitStatus.STARTED))
        return work.changes


def close_meeting(desk: Desk, meeting_id: str) -> Changes:
    """Lock the meeting. Notes still being typed are saved first; what was agreed is a promise already."""
    with desk.work() as work:
        meeting = open_for_writing(work, meeting_id)
        for participant in work.of_parent(Participant, meeting_id):
            note_promises_of(work, save_typed_note(work, participant))
        closed = replace(
            meeting, status=VisitStatus.CLOSED, closed_at=desk.now().astimezone(UTC), closed_by=desk.user.name
        )
        work.put(closed)
        return work.changes


def next_meeting_number(desk: Desk) -> int:
    """The number after the highest one held here."""
    with desk.read() as reading:
        return max((meeting.number for meeting in reading.all(Meeting)), default=0) + 1


def meetings_between(desk: Desk, first: date, last: date) -> list[Meeting]:
    """The meetings of these days."""
    with desk.read() as reading:
        return reading.between(Meeting, first, last)


def all_meetings(desk: Desk) -> list[MeetingLine]:
    """Every meeting of the programme, in order of time."""
    with desk.read() as reading:
        lines = [_line(reading, meeting) for meeting in reading.all(Meeting)]
        return sorted(lines, key=lambda line: line.meeting.starts)


def meeting_lacks(meeting: Meeting) -> tuple[Phrase, ...]:
    """What is still to be arranged, most urgent first."""
    lacks = []
    if meeting.language != SAME_LANGUAGE and not meeting.interpreter_booked and meeting.interpreter is None:
        lacks.append(Phrase("Tolk er ikke bestilt"))
    if not meeting.place:
        lacks.append(Phrase("Mangler sted"))
    return tuple(lacks)


def meeting_end(meeting: Meeting) -> datetime:
    """When it ends, local time."""
    return meeting.starts + timedelta(minutes=meeting.minutes)


def open_for_writing(work: Work, meeting_id: str) -> Meeting:
    """The meeting, to be changed in this work. Raises Refused where it is closed or cancelled."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.status in _OVER:
        raise Refused(_OVER[meeting.status])
    return meeting


def _line(reading: Reading, meeting: Meeting) -> MeetingLine:
    seats = reading.of_parent(Participant, meeting.id)
    return MeetingLine(meeting, len(seats), sum(seat.attended is True for seat in seats), meeting_lacks(meeting))


def _seat(reading: Reading, participant: Participant, card: HouseholdCard) -> Seat:
    typed = drafts.drafts_of(reading.connection, participant.id).get(NOTE)
    saved = seen_in(reading.connection, participant.id).around(Participant.kind, NOTE)
    return Seat(participant, card, participant.note if typed is None else typed, saved)


def _warnings(meeting: Meeting, seats: tuple[Seat, ...]) -> list[Phrase]:
    found: list[Phrase] = []
    if meeting.status is VisitStatus.CANCELLED:
        return found
    if len(seats) > min(meeting.capacity, LARGEST):
        found.append(Phrase("Det er flere enn {n} deltakere. Vurder å dele gruppen.", n=LARGEST))
    if 0 < len(seats) < SMALLEST:
        found.append(Phrase("Det er færre enn {n} deltakere.", n=SMALLEST))
    if any(seat.card.household.language != meeting.language for seat in seats):
        found.append(Phrase("Ikke alle leser møtets språk."))
    return found


def save_typed_note(work: Work, participant: Participant) -> Participant:
    """Save what is still being typed in the note of a talk; the participant as it is then."""
    typed = drafts.drafts_of(work.connection, participant.id).get(NOTE)
    if typed is None:
        return participant
    put_note(work, participant, typed)
    return work.get(Participant, participant.id)


def put_note(work: Work, participant: Participant, note: str) -> None:
    """Save the note of a talk; what a colleague wrote in it after she began to type stays beside it."""
    seen = drafts.seen_before(work.connection, participant.id, NOTE)
    work.put(replace(participant, note=note), seen)
    drafts.drop_drafts(work.connection, participant.id, NOTE)


def note_promises_of(work: Work, participant: Participant) -> None:
    """Make a follow-up of what was agreed with a household, as soon as it is agreed: the meeting may be closed on a
    laptop that holds other households. What is agreed no more, and is not done, is taken away."""
    agreed: dict[str, date | None] = {participant.step: None} if participant.step else {}
    if participant.offer in _OFFER_STEPS:
        agreed[_OFFER_STEPS[participant.offer]] = participant.offer_on
    kept = {derived_id(participant.id, code) for code in agreed}
    for earlier in work.of_parent(FollowUp, participant.meeting):
        ours = earlier.id == derived_id(participant.id, earlier.step)
        if ours and earlier.id not in kept and earlier.done_on is None:
            work.remove(earlier)
    for code, due in agreed.items():
        _promise(work, participant, code, due)


def _promise(work: Work, participant: Participant, code: str, due: date | None) -> None:
    agreed = step(code)
    made = FollowUp(
        id=derived_id(participant.id, code),
        case=participant.case,
        step=code,
        due=due,
        owner=Owner.MUNICIPALITY if agreed and agreed.by_municipality else Owner.FAMILY,
        origin=participant.meeting,
    )
    known = work.find(FollowUp, made.id)
    work.put(replace(made, due=due or known.due, done_on=known.done_on) if known else made)
