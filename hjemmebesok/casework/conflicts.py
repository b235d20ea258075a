"""Two values of one field: showing both, choosing one, and changing one's mind. And changes that were refused."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import note_promises_of
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import Participant
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import Phrase, Plural, Refused
from hjemmebesok.domain.signature import Signature
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store import conflicts as store
from hjemmebesok.store import outbox
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.conflicts import Clash, together
from hjemmebesok.store.outbox import SetAside
from hjemmebesok.store.work import Work
from hjemmebesok.wire.messages import Change, Conflict

__all__ = [
    "Clash",
    "Conflict",
    "Here",
    "SetAside",
    "choose_value",
    "conflicts_of",
    "fields_of",
    "known_here",
    "lay_aside",
    "set_aside_changes",
    "settled_clashes",
    "together",
    "visit_of",
]

_OF_VISIT: tuple[type[Kartlegging | Photo | Signature], ...] = (Kartlegging, Photo, Signature)
_PROMISING = ("offer", "step")  # fields of a seat at a meeting from which follow-ups are made


def conflicts_of(desk: Desk, record_id: str | None = None) -> list[Conflict]:
    """The fields with two values, of one record or of all."""
    with desk.store.reading_connection() as connection:
        return store.open_conflicts(connection, record_id)


@dataclass(frozen=True, slots=True)
class Here:
    """What this laptop knows of conflicts: the ids of changes that were made here, and by the id of a conflict the
    value that was written here since, where one was."""

    made: frozenset[str] = frozenset()
    since: Mapping[str, Any] = field(default_factory=dict)


def known_here(desk: Desk, conflicts: Sequence[Conflict]) -> Here:
    """Which of the values are hers, and which one holds here until they come to the server."""
    with desk.store.reading_connection() as connection:
        changes = [value.change for each in conflicts for value in (each.shown, each.other)]
        return Here(frozenset(outbox.made_here(connection, changes)), store.written_since(connection, conflicts))


def fields_of(conflicts: Iterable[Conflict]) -> Plural | None:
    """How many fields these are about, in words; None where there are none. What three wrote in one field is one."""
    count = len({(each.record, each.field) for each in conflicts})
    return Plural("ett felt", "{n} felt", count) if count else None


def settled_clashes(desk: Desk, most: int = 10) -> list[tuple[Clash, Any]]:
    """Fields with several values that were decided last, newest first, each with the value it has now. `choose_value`
    with another one takes the decision back."""
    with desk.store.reading_connection() as connection:
        return store.settled_clashes(connection, most)


def choose_value(desk: Desk, conflict: Conflict, value: Any, beside: Sequence[Conflict] = ()) -> Changes:
    """Let the field have this value: one of the two, or a third that the caseworker wrote. The conflicts `beside` this
    one, of the same field, are decided with it: she saw their values too. Calling it again with another value changes
    one's mind; all old values stay in the server's log. What was promised with an offer that does not stand is taken
    away with it. Raises Refused for another value than the one a locked note shows."""
    with desk.work() as work:
        if value != conflict.shown.value:
            _refuse_locked(work, conflict)
        work.settle(conflict, value, beside)
        if conflict.kind == Participant.kind and conflict.field in _PROMISING:
            note_promises_of(work, work.get(Participant, conflict.record))
        return work.changes


def _refuse_locked(work: Work, conflict: Conflict) -> None:
    form = work.find(Kartlegging, conflict.record) if conflict.kind == Kartlegging.kind else None
    visit = work.find(Visit, form.visit if form else conflict.record)
    if visit and visit.status is VisitStatus.CLOSED:
        raise Refused(Phrase("Notatet er låst. Lag en rettelse i stedet."))


def visit_of(desk: Desk, change: Change) -> str:
    """The id of the visit that a change is about, '' where it is about none that is here."""
    with desk.read() as reading, suppress(Refused):
        of_visit = next((kind for kind in _OF_VISIT if kind.kind == change.kind), None)
        record = reading.find(of_visit, change.record) if of_visit else None
        visit = reading.find(Visit, record.visit if record else change.record)
        return visit.id if visit else ""
    return ""


def set_aside_changes(desk: Desk) -> list[SetAside]:
    """The changes that the server would not take, with the reason's code."""
    with desk.store.reading_connection() as connection:
        return outbox.set_aside(connection)


def lay_aside(desk: Desk, change_id: str) -> Changes:
    """She has read a change that the server would not take: it is kept, and needs her no more. Doing it again changes
    nothing."""
    with desk.store.writing_connection() as connection:
        laid = [aside.change for aside in outbox.set_aside(connection) if aside.change.id == change_id]
        outbox.lay_aside(connection, change_id)
    return Changes(frozenset(change.kind for change in laid), frozenset(change.case for change in laid))
