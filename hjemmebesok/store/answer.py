"""The server's answer, stored all of it or nothing of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from hjemmebesok.store import file_queue, outbox, replica, sending, whole
from hjemmebesok.store.settings import LAST_IN_STEP, PUBLISHES, TO_SEE_TO, WRITES, read_setting, write_setting
from hjemmebesok.store.work import new_id
from hjemmebesok.wire.messages import Case, Change, Held, SyncResponse

KEPT = timedelta(days=60)  # what was sent is kept so long for a server that is restored from an older copy

_EPOCH = "epoch"  # setting: of the server whose answers are stored; another once it has been restored from a backup
_LAST = "last_answer"  # setting: the id of the question whose answer was stored last


class Asked(NamedTuple):
    """A question: the changes that go up in it, how far this laptop has come in each case, and the question after whose
    answer it has come so far."""

    id: str
    after: str
    changes: Sequence[Change]
    held: list[Held]


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer brought: which changes it answers, how many records came, which cases left, and which are to be
    fetched again. `more`: another request is to follow."""

    noted: sending.Noted
    received: int
    left: list[str]
    differing: list[str]
    more: bool


def next_question(connection: Connection, most: int) -> Asked:
    """What goes up next, and what is here: so many changes at most."""
    changes = sending.next_or_reminder(connection, most)
    return Asked(new_id(), read_setting(connection, _LAST, ""), changes, replica.held(connection))


def question_after(asked: Asked, following: Sequence[Change], reply: SyncResponse) -> Asked:
    """The next question, once this answer has been stored. With nothing more to send, the last change comes along once
    more: it is what a server that was restored meanwhile is reminded of."""
    held = {one.case: one for one in (*asked.held, *reply.held)}
    return Asked(new_id(), asked.id, following or asked.changes[-1:], list(held.values()))


def take(
    connection: Connection, asked: Asked, reply: SyncResponse, healed: Collection[str], in_use: Collection[str]
) -> Taken:
    """Store the answer; where another round has come between, only what became of the changes: the rest is older than
    what is here. The cases that were `healed` are not compared again, and those `in_use` do not leave."""
    changes = asked.changes
    _note_epoch(connection, reply.epoch)
    noted = sending.take_results(connection, changes, reply.results, reply.now)
    accepted = _accepted(changes, reply)
    replica.note_taken(connection, {change.case for change in accepted})
    more = reply.more or outbox.is_more_to_send(connection, changes)
    _note_rights(connection, reply)
    if sending.is_sending_again(connection):
        return Taken(noted, 0, [], [], more)
    if read_setting(connection, _LAST, "") != asked.after or not _is_held(asked.held, replica.held(connection)):
        return Taken(noted, 0, [], [], more=True)
    write_setting(connection, _LAST, asked.id)
    replica.take(connection, reply, accepted)
    if reply.records:
        write_setting(connection, TO_SEE_TO, asked.id)
    left = replica.no_longer_granted(connection, reply.manifest, in_use)
    replica.drop_cases(connection, left)
    differing = whole.differing(connection, _come_whole(reply) if more else reply.manifest, but=healed)
    whole.ask_anew(connection, differing)
    return Taken(noted, len(reply.records), left, differing, more or bool(differing))


def in_step(connection: Connection, now: datetime, by_server: str) -> None:
    """Nothing is left to do, `now` by this laptop's clock. Once a day, what the server took long ago is forgotten."""
    last, today = read_setting(connection, LAST_IN_STEP, ""), now.isoformat(timespec="seconds")
    write_setting(connection, LAST_IN_STEP, today)
    if last[:10] != today[:10]:
        sending.forget_answered(connection, (datetime.fromisoformat(by_server) - KEPT).isoformat())


def _note_epoch(connection: Connection, epoch: str) -> None:
    """In a new epoch nothing that the server once said is certain: it is asked again for all of it."""
    if read_setting(connection, _EPOCH, "") != epoch:
        write_setting(connection, _EPOCH, epoch)
        sending.send_all_again(connection)
        file_queue.ask_again(connection)


def _note_rights(connection: Connection, reply: SyncResponse) -> None:
    for right, has in ((PUBLISHES, reply.publishes), (WRITES, reply.writes)):
        if read_setting(connection, right) != has:
            write_setting(connection, right, has)


def _is_held(asked_with: list[Held], now: list[Held]) -> bool:
    return {one.case: one.seq for one in asked_with} == {one.case: one.seq for one in now}


def _come_whole(reply: SyncResponse) -> list[Case]:
    """The cases of which all has come with this answer, though others are to follow: they are compared meanwhile."""
    reached = {one.case: one.seq for one in reply.held}
    return [case for case in reply.manifest if reached.get(case.case) == case.head]


def _accepted(changes: Sequence[Change], reply: SyncResponse) -> list[Change]:
    refused = {result.change for result in reply.results if result.outcome == "refused"}
    return [change for change in changes if change.id not in refused]
