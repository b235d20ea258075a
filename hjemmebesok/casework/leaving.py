"""What keeps a case here that is hers no more: what was typed in it and never saved. It is nowhere but here."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import save_typed_note
from hjemmebesok.casework.visits import PRESENCE, save_answer
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import Participant
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store import drafts, file_queue
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed in the form of a visit and cannot be saved as it stands, by field; where the note is `locked`, a
    correction can follow."""

    form: str
    visit: str
    case: str
    typed: dict[str, Any]
    locked: bool


def cases_leaving(desk: Desk) -> set[str]:
    """The cases that are hers no more, and stay until what only is here of them is safe with the server."""
    with desk.read() as reading:
        return file_queue.staying(reading.connection)


def save_what_can_be(desk: Desk, in_use: Collection[str] = ()) -> None:
    """Save what was left unsaved in the cases that are leaving, so that it goes to the server and they can go; a screen
    on which one is `in_use` does so itself. What cannot be saved as it stands, is left."""
    if cases_leaving(desk).difference(in_use):
        _save_notes(desk, in_use)
    for each in unsaved(desk, in_use):
        for field in each.typed.keys() - {PRESENCE}:
            with suppress(Refused):
                save_answer(desk, each.visit, field, each.typed[field])


def unsaved(desk: Desk, in_use: Collection[str] = ()) -> list[Unsaved]:
    """What was left unsaved in the visits of the cases that are leaving."""
    with desk.read() as reading:
        return unsaved_here(reading, in_use)


def unsaved_here(reading: Reading, in_use: Collection[str] = ()) -> list[Unsaved]:
    """The same, as this reading finds it."""
    forms = (reading.find(Kartlegging, record) for record in _typed_in(reading, in_use))
    return [_unsaved(reading, form) for form in forms if form]


def lay_aside_unsaved(desk: Desk, form_id: str) -> Changes:
    """She has read what was typed in this form and never saved: it is thrown away. Doing it again changes nothing."""
    with desk.work() as work:
        form = work.get(Kartlegging, form_id)
        drafts.drop_drafts(work.connection, form_id)
    return Changes(frozenset({Kartlegging.kind}), frozenset({form.case}))


def _unsaved(reading: Reading, form: Kartlegging) -> Unsaved:
    visit = reading.find(Visit, form.visit)
    locked = visit is not None and visit.status is VisitStatus.CLOSED
    return Unsaved(form.id, form.visit, form.case, drafts.drafts_of(reading.connection, form.id), locked)


def _save_notes(desk: Desk, in_use: Collection[str]) -> None:
    with desk.work() as work:
        for record in _typed_in(work, in_use):
            if participant := work.find(Participant, record):
                save_typed_note(work, participant)


def _typed_in(reading: Reading, in_use: Collection[str]) -> list[str]:
    leaving = sorted(file_queue.staying(reading.connection).difference(in_use))
    return [record for case in leaving for record in drafts.being_typed_in(reading.connection, case)]
