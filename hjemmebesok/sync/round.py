"""One round: everything unsent goes up, everything new comes down, until neither side has more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from hjemmebesok import __version__
from hjemmebesok.store import outbox, replica
from hjemmebesok.store.settings import LAST_IN_STEP, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import Gap, SyncTrouble, Trouble
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, PROTOCOL, SyncRequest, SyncResponse

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
            request, reply = _step(store, transport, now())
        except Gap as gap:
            gaps += 1
            if gaps > _MOST_GAPS:
                raise SyncTrouble(Trouble.SERVER_ERROR) from gap
            with store.writing_connection() as connection:
                outbox.send_again_from(connection, gap.expected)
            continue
        left += _take(store, reply)
        requests += 1
        sent += len(request.changes)
        received += len(reply.records)
        refused += sum(result.outcome == "refused" for result in reply.results)
        if not reply.more and len(request.changes) < CHANGES_A_REQUEST:
            break
    with store.writing_connection() as connection:
        write_setting(connection, LAST_IN_STEP, now().isoformat(timespec="seconds"))
    return RoundReport(sent, received, refused, tuple(left), requests)


def _step(store: Store, transport: Transport, now: datetime) -> tuple[SyncRequest, SyncResponse]:
    with store.writing_connection() as connection:
        changes = outbox.next_changes(connection, CHANGES_A_REQUEST)
        held = replica.held(connection)
    request = SyncRequest(PROTOCOL, __version__, now.isoformat(timespec="seconds"), held, changes)
    return request, transport.ask("/v1/sync", request, SyncResponse)


def _take(store: Store, reply: SyncResponse) -> list[str]:
    """Store one answer, all of it or nothing of it; the cases that left."""
    with store.writing_connection() as connection:
        outbox.take_results(connection, reply.results)
        replica.take_records(connection, reply.records)
        replica.take_conflicts(connection, reply.conflicts)
        replica.advance(connection, reply.held)
        leaving = replica.no_longer_granted(connection, reply.manifest)
        for case in leaving:
            replica.drop_case(connection, case)
        return leaving
