"""Visits, meetings and follow-ups as appointments for the caseworker's calendar. Neither who nor, by default, where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.exports import exported, note_export
from hjemmebesok.casework.households import HouseholdCard, find_card
from hjemmebesok.domain.export import Export, Outward
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import PURPOSE_WORDS, Visit, VisitStatus
from hjemmebesok.exchange.calendar import Appointment, calendar_file
from hjemmebesok.language import language
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading

_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)

_FOLLOW_UP = N_("Frist for oppfølging")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """An .ics file, its name, and the lines for the log of the households whose address is in it."""

    data: bytes
    file_name: str
    exports: tuple[Export, ...]


def appointment_file(desk: Desk, record_id: str, code: str = "nb", *, with_place: bool = False) -> CalendarFile:
    """A visit, a meeting or a follow-up with a date, in the language with this code; nothing is written.

    Made again after a change it is the same appointment, changed; cancelled, it takes it out of the calendar. With its
    place only where asked for, and never a protected address. Raises Refused where there is no such appointment here.
    """
    with desk.read() as reading:
        record = _found(reading, record_id)
        return _file(desk, reading, [record], code, with_place=with_place)


def appointments_file(
    desk: Desk, first: date, last: date, code: str = "nb", *, with_place: bool = False
) -> CalendarFile:
    """Everything of these days, both included: visits and meetings, cancelled ones too, and what the municipality has
    promised and not done. Raises Refused where there is nothing."""
    with desk.read() as reading:
        promises = [
            each
            for each in reading.between(FollowUp, first, last)
            if each.owner is Owner.MUNICIPALITY and each.done_on is None
        ]
        visits = reading.between(Visit, first, last)
        replaced = {visit.corrects for visit in visits}
        current = [visit for visit in visits if visit.id not in replaced]
        found: list[Record] = [*current, *reading.between(Meeting, first, last), *promises]
        if not found:
            raise Refused(Phrase("Det er ingenting i kalenderen de dagene."))
        return _file(desk, reading, found, code, with_place=with_place)


def note_appointments(desk: Desk, file: CalendarFile) -> Changes:
    """Note with the households that their address left the program. Without an address there is nothing to note."""
    changes = Changes()
    for export in file.exports:
        changes |= note_export(desk, export)
    return changes


def _found(reading: Reading, record_id: str) -> Record:
    for kind in (Visit, Meeting):
        if (record := reading.find(kind, record_id)) is not None:
            return record
    follow_up = reading.get(FollowUp, record_id)
    if follow_up.due is None:
        raise Refused(Phrase("Oppfølgingen har ingen dato ennå."))
    return follow_up


def _file(desk: Desk, reading: Reading, records: Iterable[Record], code: str, *, with_place: bool) -> CalendarFile:
    placed = [(record, _place(reading, record) if with_place else "") for record in records]
    data = calendar_file([_appointment(desk, record, place, code) for record, place in placed])
    told = {(record.case, record.id) for record, place in placed if place and not isinstance(record, Meeting)}
    exports = tuple(exported(desk, case, Outward.CALENDAR, data, (record,)) for case, record in sorted(told))
    return CalendarFile(data, f"kalender-{desk.today():%Y-%m-%d}.ics", exports)


def _appointment(desk: Desk, record: Record, place: str, code: str) -> Appointment:
    now = desk.now().astimezone(UTC)
    starts, minutes = _time(record)
    return Appointment(
        uid=record.id,
        # Seconds since 2020: a later file always outranks an earlier one, whichever laptop it was made on.
        sequence=int((now - _COUNTED_FROM).total_seconds()),
        stamped=now,
        starts=starts,
        minutes=minutes,
        summary=language(code).say(_summary(record)),
        place=place,
        cancelled=_is_off(record),
    )


def _time(record: Record) -> tuple[datetime | date, int]:
    if isinstance(record, Visit | Meeting):
        return record.starts, record.minutes
    if isinstance(record, FollowUp) and record.due is not None:
        return record.due, 0
    raise TypeError(f"{record.kind} has no time")


def _summary(record: Record) -> Words:
    match record:
        case Visit(purpose=purpose):
            return PURPOSE_WORDS[purpose]
        case Meeting(number=number):
            return Phrase("Fellesmøte nr. {n}", n=number)
        case _:
            return _FOLLOW_UP


def _is_off(record: Record) -> bool:
    if isinstance(record, FollowUp):
        return record.done_on is not None
    return isinstance(record, Visit | Meeting) and record.status is VisitStatus.CANCELLED


def _place(reading: Reading, record: Record) -> str:
    if isinstance(record, Meeting):
        return record.place
    card = find_card(reading, record.case) if isinstance(record, Visit) else None
    return _address(card) if card else ""


def _address(card: HouseholdCard) -> str:
    home = card.dwelling
    if home is None or card.household.protection.masks_address:
        return ""
    return ", ".join(part for part in (home.street_line, f"{home.postcode} {home.place}".strip()) if part)
