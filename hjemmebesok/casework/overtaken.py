"""A note that a colleague had locked before: what closing it here wrote beside the note comes from the other's."""

from contextlib import suppress

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.home import with_heads
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store import outbox
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import Work, stored
from hjemmebesok.wire.messages import Change


def count_again(desk: Desk) -> Changes:
    """Count who lives in a household by the note that holds, where what stands there is from when a note was closed
    here that the server set aside. Doing it again changes nothing."""
    with desk.work() as work:
        for aside in outbox.set_aside(work.connection):
            if aside.change.set.get("status") == VisitStatus.CLOSED and _counted_with(work, aside.change):
                with suppress(Refused):  # a newer program has written there: the round is done all the same
                    _count(desk, work, aside.change)
        return work.changes


def _counted_with(work: Work, closing: Change) -> bool:
    """Whether no later count stands there: ids of changes tell what came first."""
    _, versions = stored(work.connection, closing.case)
    return "" < versions.get("adults", "") < closing.id


def _count(desk: Desk, work: Work, closing: Change) -> None:
    visit = work.find(Visit, closing.record)
    form = work.find(Kartlegging, visit.kartlegging) if visit and visit.closed_at else None
    if visit and form and visit.closed_at:
        day = visit.closed_at.astimezone(desk.now().tzinfo).date()
        work.put(with_heads(work.get(Household, visit.case), form.answers, day))
