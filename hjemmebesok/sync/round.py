"""One round: everything unsent goes up, everything new comes down, until neither side has more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hjemmebesok import __version__
from hjemmebesok.store import outbox, replica, sending
from hjemmebesok.store.settings import LAST_IN_STEP, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import Gap, SyncTrouble, Trouble
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, PROTOCOL, Change, SyncRequest, SyncResponse

_MOST_GAPS = 3  # a server that keeps asking for earlier changes is not to be reasoned with


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did. `left` names the cases that are no longer hers and have left the laptop."""

    sent: int
    received: int
    set_aside: int
    left: tuple[str, ...]
    requests: int


def run_round(store: Store, transport: Transport, now: Callable[[], datetime]) -> RoundReport:
    """Come into step with the server. Raises SyncTrouble; what was exchanged before it stays exchanged."""
    sent = received = refused = requests = gaps = 0
    left: list[str] = []
    while True:
        try:
            changes, reply = _ask(store, transport, now())
        except Gap as gap:
            gaps += 1
            if gaps > _MOST_GAPS:
                raise SyncTrouble(Trouble.SERVER_ERROR) from gap
            _go_back(store, gap.expected)
            continue
        taken = _take(store, changes, reply)
        requests += 1
        sent += taken.answered
        received += taken.received
        refused += sum(result.outcome == "refused" for result in reply.results)
        left += taken.left
        if not reply.more and not (taken.answered and taken.unsent):
            break
    if left:
        store.wipe_log()
    with store.writing_connection() as connection:
        write_setting(connection, LAST_IN_STEP, now().isoformat(timespec="seconds"))
    return RoundReport(sent, received, refused, tuple(left), requests)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one answer brought: changes answered and still unsent, records stored, cases that left."""

    answered: int
    unsent: int
    received: int = 0
    left: tuple[str, ...] = ()


def _ask(store: Store, transport: Transport, now: datetime) -> tuple[list[Change], SyncResponse]:
    with store.writing_connection() as connection:
        changes = sending.next_changes(connection, CHANGES_A_REQUEST) or sending.reminder(connection)
        held = replica.held(connection)
    request = SyncRequest(PROTOCOL, __version__, now.isoformat(timespec="seconds"), held, changes)
    return changes, transport.ask("/v1/sync", request, SyncResponse)


def _go_back(store: Store, expected: int) -> None:
    with store.writing_connection() as connection:
        sending.send_again_from(connection, expected)
        replica.start_over(connection)


def _take(store: Store, changes: list[Change], reply: SyncResponse) -> _Taken:
    """Store one answer, all of it or nothing of it."""
    with store.writing_connection() as connection:
        answered = sending.take_results(connection, changes, reply.results)
        unsent = outbox.count_unsent(connection)
        if sending.is_sending_again(connection):
            return _Taken(answered, unsent)
        replica.begin_anew(connection, reply.held)
        replica.take_records(connection, reply.records)
        replica.take_conflicts(connection, reply.conflicts)
        replica.advance(connection, reply.held)
        leaving = replica.no_longer_granted(connection, reply.manifest)
        replica.drop_cases(connection, leaving)
        return _Taken(answered, unsent, len(reply.records), tuple(leaving))
