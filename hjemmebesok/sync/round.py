"""One round: what is unsent goes up and what is new comes down, until neither has more and both hold the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hjemmebesok import __version__
from hjemmebesok.store import outbox, replica, sending, whole
from hjemmebesok.store.settings import LAST_IN_STEP, PUBLISHES, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import Gap, SyncTrouble, TooLarge, Trouble
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, PROTOCOL, Change, SyncRequest, SyncResponse

KEPT = timedelta(days=60)  # what was sent is kept so long for a server that is restored from an older copy
_MOST_GAPS = 3  # a server that keeps asking for earlier changes is not to be reasoned with


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did. `left` names the cases that are no longer hers and have left the laptop, `healed` those that
    were not what the server holds and were fetched again, and `clock_off` says how much this clock is ahead."""

    sent: int
    received: int
    set_aside: int
    left: tuple[str, ...]
    requests: int
    healed: tuple[str, ...] = ()
    clock_off: timedelta = timedelta(0)


def run_round(
    store: Store, transport: Transport, now: Callable[[], datetime], paused: Callable[[], bool] = lambda: False
) -> RoundReport:
    """Come into step with the server; where it is `paused`, only as far as has been done by then. Raises SyncTrouble;
    what was exchanged before it stays exchanged."""
    under_way = _Round(store, transport, now)
    while not paused():
        if under_way.step():
            under_way.finish()
            break
    return under_way.report()


@dataclass(slots=True)
class _Round:
    """A round under way: how much went each way so far."""

    store: Store
    transport: Transport
    now: Callable[[], datetime]
    sent: int = 0
    received: int = 0
    refused: int = 0
    requests: int = 0
    gaps: int = 0
    most: int = CHANGES_A_REQUEST
    left: list[str] = field(default_factory=list)
    healed: set[str] = field(default_factory=set)
    clock_off: timedelta = timedelta(0)
    server_now: str = ""

    def step(self) -> bool:
        """One request and its answer; True where nothing is left to do."""
        changes, request = self._prepare()
        try:
            reply = self.transport.ask("/v1/sync", request, SyncResponse)
        except Gap as gap:
            self._go_back(gap)
            return False
        except TooLarge:
            self._send_less(changes)
            return False
        self.requests += 1
        self._note_clock(reply)
        return self._take(changes, reply)

    def finish(self) -> None:
        """Nothing is left to do: note it, and leave no byte of what has left."""
        with self.store.reading_connection() as connection:
            to_wipe = replica.is_to_wipe(connection)
        if to_wipe:
            self.store.wipe_log()
        with self.store.writing_connection() as connection:
            if to_wipe:
                replica.is_wiped(connection)
            write_setting(connection, LAST_IN_STEP, self.now().isoformat(timespec="seconds"))
            before = datetime.fromisoformat(self.server_now) - KEPT
            sending.forget_answered(connection, before.isoformat())

    def report(self) -> RoundReport:
        """What has been done so far."""
        counts = (self.sent, self.received, self.refused, tuple(self.left), self.requests)
        return RoundReport(*counts, tuple(sorted(self.healed)), self.clock_off)

    def _prepare(self) -> tuple[list[Change], SyncRequest]:
        with self.store.writing_connection() as connection:
            changes = sending.next_changes(connection, min(self.most, CHANGES_A_REQUEST))
            changes = changes or sending.reminder(connection)
            held = replica.held(connection)
        at = self.now().isoformat(timespec="seconds")
        return changes, SyncRequest(PROTOCOL, __version__, at, held, changes)

    def _take(self, changes: Sequence[Change], reply: SyncResponse) -> bool:
        """Store one answer, all of it or nothing of it."""
        with self.store.writing_connection() as connection:
            answered = sending.take_results(connection, changes, reply.results, reply.now)
            unsent = outbox.count_unsent(connection)
            write_setting(connection, PUBLISHES, reply.publishes)
            differing: list[str] = []
            leaving: list[str] = []
            received = 0
            if not sending.is_sending_again(connection):
                replica.take(connection, reply)
                received = len(reply.records)
                leaving = replica.no_longer_granted(connection, reply.manifest)
                replica.drop_cases(connection, leaving)
                if not reply.more:
                    differing = whole.differing(connection, reply.manifest, but=self.healed)
                    whole.ask_anew(connection, differing)
        self.sent += answered
        self.received += received
        self.refused += sum(result.outcome == "refused" for result in reply.results)
        self.left += leaving
        self.healed |= set(differing)
        return not (reply.more or differing or (answered and unsent))

    def _go_back(self, gap: Gap) -> None:
        self.gaps += 1
        if self.gaps > _MOST_GAPS:
            raise SyncTrouble(Trouble.SERVER_ERROR) from gap
        with self.store.writing_connection() as connection:
            sending.send_again_from(connection, gap.expected)
            replica.start_over(connection)

    def _send_less(self, changes: Sequence[Change]) -> None:
        """Half as many next time; what is too large alone is set aside, and holds up nothing else."""
        self.most = max(1, len(changes) // 2)
        if len(changes) > 1:
            return
        with self.store.writing_connection() as connection:
            if not changes or not sending.set_aside_unsent(connection, changes[0]):
                raise SyncTrouble(Trouble.SERVER_ERROR)
        self.refused += 1
        self.most = CHANGES_A_REQUEST

    def _note_clock(self, reply: SyncResponse) -> None:
        self.server_now = reply.now
        self.clock_off = self.now() - datetime.fromisoformat(reply.now)
