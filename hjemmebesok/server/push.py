"""One push, in one transaction: what was answered before is answered again, what is new is judged.

A laptop that was put back from a copy may have forgotten that it sent a change, and have added to it since. To answer
that as before would lose what was added: it is set aside, as somebody else's change under a known id is, and kept under
an id made of what it says, so that it is kept once however often it comes. The laptop has also forgotten how far it had
counted: a new change under a number that was used is asked for under the next one, since a server that is restored
later sees by the numbers alone what it lacks.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, Select, bindparam, select

from hjemmebesok.server import journal
from hjemmebesok.server.batch import Batch, Clocks
from hjemmebesok.server.identity import OWNER, Caller, as_found
from hjemmebesok.server.journal import Answered, alike, id_of_another
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import device, user_account
from hjemmebesok.wire.messages import Change, Result

# Made once: to build a statement takes longer than to run it.
_THIS = (device.c.municipality_id == bindparam("place"), device.c.id == bindparam("this"))
_USER = (user_account.c.closed_at, user_account.c.role)
_STANDS: Select[Any] = select(device.c.last_seq, device.c.state, *_USER).join(user_account, OWNER).where(*_THIS)


@dataclass(frozen=True, slots=True)
class Pushed:
    """The caller as she stood when it was her turn, the answers in order, and for each case that only gained what the
    laptop wrote: from which number, to which."""

    caller: Caller
    results: list[Result] = field(default_factory=list)
    in_step: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def push(connection: Connection, caller: Caller, changes: Sequence[Change], clocks: Clocks) -> Pushed:
    """Answer the changes. Raises Refusal 409, with nothing stored, where a change before them is missing, or a new one
    has a number that was used; 403 where the caller has been shut out since she was let in."""
    head = journal.lock(connection, caller.municipality)
    answered = journal.answers(connection, caller.municipality, {change.id for change in changes})
    told = _under_their_own_ids(caller, changes, answered)
    taken = {its.id for its, sent in zip(told, changes, strict=True) if its is not sent}
    if taken:
        answered |= journal.answers(connection, caller.municipality, taken)
    together = Together()
    stands = connection.execute(_STANDS, {"place": caller.municipality, "this": caller.device}).one()
    caller = as_found(caller, stands)  # what she may, may have changed while this waited for its turn
    _count(stands.last_seq, caller, told, answered, together)
    new = {change.id: change for change in told if change.id not in answered}
    if not new:
        together.write(connection)
        return Pushed(caller, _results(changes, told, answered))
    batch = Batch(connection, caller, list(new.values()), head, clocks, taken)
    answered |= {id_: Answered(caller.user, batch.answer(change), change.set) for id_, change in new.items()}
    heads = batch.save(together)
    return Pushed(caller, _results(changes, told, answered), batch.in_step(heads))


def _count(
    before: int, caller: Caller, changes: Sequence[Change], answered: Collection[str], together: Together
) -> None:
    last = before
    for change in changes:
        if change.device_seq > last + 1:
            raise Refusal(409, "gap", "a change before this one has not arrived", expected=last + 1)
        if change.device_seq <= before and change.id not in answered:
            raise Refusal(409, "gap", "another change had this number", expected=before + 1)
        last = max(last, change.device_seq)
    if last > before:
        together.update(device, {"municipality_id": caller.municipality, "id": caller.device, "last_seq": last})


def _under_their_own_ids(caller: Caller, changes: Sequence[Change], answered: Mapping[str, Answered]) -> list[Change]:
    """The changes as they came, but for those that came under the id of another: theirs is made of what they say."""
    first: dict[str, Change] = {}
    for change in changes:
        first.setdefault(change.id, change)

    def is_itself(change: Change) -> bool:
        known = answered.get(change.id)
        return known.is_that_of(caller.user, change) if known else alike(first[change.id].set, change.set)

    return [change if is_itself(change) else replace(change, id=id_of_another(caller, change)) for change in changes]


def _results(sent: Sequence[Change], told: Sequence[Change], answered: Mapping[str, Answered]) -> list[Result]:
    """What became of each, under the id it came with."""
    return [
        answered[its.id].result if its is came else replace(answered[its.id].result, change=came.id)
        for its, came in zip(told, sent, strict=True)
    ]
