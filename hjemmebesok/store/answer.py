"""The server's answer, stored all of it or nothing of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from hjemmebesok.store import outbox, replica, sending, whole
from hjemmebesok.store.settings import LAST_IN_STEP, PUBLISHES, read_setting, write_setting
from hjemmebesok.wire.messages import Case, Change, Held, SyncResponse

KEPT = timedelta(days=60)  # what was sent is kept so long for a server that is restored from an older copy


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer brought: which changes it answers, how many records came, which cases left, and which are to be
    fetched again. `more`: another request is to follow."""

    noted: sending.Noted
    received: int
    left: list[str]
    differing: list[str]
    more: bool


def take(
    connection: Connection, changes: Sequence[Change], held: list[Held], reply: SyncResponse, healed: Collection[str]
) -> Taken:
    """Store the answer to these changes, asked for when this laptop held so much; where another round has come between,
    only what became of the changes: the rest is older than what is here. The cases that were `healed` are not compared
    again."""
    again = sending.is_sending_again(connection)
    noted = sending.take_results(connection, changes, reply.results, reply.now)
    unsent = bool(noted.answered) and outbox.count_unsent(connection) > 0
    if read_setting(connection, PUBLISHES) != reply.publishes:
        write_setting(connection, PUBLISHES, reply.publishes)
    if sending.is_sending_again(connection):
        return Taken(noted, 0, [], [], reply.more or unsent)
    if not _is_held(held, replica.held(connection)):
        return Taken(noted, 0, [], [], more=True)
    replica.take(connection, reply)
    cases = outbox.accepted_cases(connection) if again else _accepted(changes, reply)
    left = replica.no_longer_granted(connection, reply.manifest, cases)
    replica.drop_cases(connection, left)
    more = reply.more or unsent
    differing = whole.differing(connection, _come_whole(reply) if more else reply.manifest, but=healed)
    whole.ask_anew(connection, differing)
    return Taken(noted, len(reply.records), left, differing, more or bool(differing))


def in_step(connection: Connection, now: datetime, by_server: str) -> None:
    """Nothing is left to do, `now` by this laptop's clock. Once a day, what the server took long ago is forgotten."""
    last, today = read_setting(connection, LAST_IN_STEP, ""), now.isoformat(timespec="seconds")
    write_setting(connection, LAST_IN_STEP, today)
    if last[:10] != today[:10]:
        sending.forget_answered(connection, (datetime.fromisoformat(by_server) - KEPT).isoformat())


def _is_held(asked_with: list[Held], now: list[Held]) -> bool:
    return {one.case: one.seq for one in asked_with} == {one.case: one.seq for one in now}


def _come_whole(reply: SyncResponse) -> list[Case]:
    """The cases of which all has come with this answer, though others are to follow: they are compared meanwhile."""
    reached = {one.case: one.seq for one in reply.held}
    return [case for case in reply.manifest if reached.get(case.case) == case.head]


def _accepted(changes: Sequence[Change], reply: SyncResponse) -> set[str]:
    refused = {result.change for result in reply.results if result.outcome == "refused"}
    return {change.case for change in changes if change.id not in refused}
