"""One round: what is unsent goes up and what is new comes down, until neither has more and both hold the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hjemmebesok import __version__
from hjemmebesok.store import answer, replica, sending
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import Gap, SyncTrouble, TooLarge, Trouble
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, PROTOCOL, Change, Held, SyncRequest, SyncResponse

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


def wipe_what_left(store: Store) -> None:
    """Leave no byte of the cases that have left; where this is cut off, the next round does it."""
    store.wipe_log()
    with store.writing_connection() as connection:
        replica.is_wiped(connection)


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
    to_wipe: bool = False

    def step(self) -> bool:
        """One request and its answer; True where nothing is left to do."""
        changes, held = self._prepare()
        try:
            reply = self.transport.ask("/v1/sync", self._request(changes, held), SyncResponse)
        except Gap as gap:
            self._go_back(gap)
            return False
        except TooLarge:
            self._send_less(changes)
            return False
        self.requests += 1
        self.clock_off = self.now() - datetime.fromisoformat(reply.now)
        return self._take(changes, held, reply)

    def finish(self) -> None:
        """Nothing is left to do: leave no byte of what has left."""
        if self.to_wipe:
            wipe_what_left(self.store)

    def report(self) -> RoundReport:
        """What has been done so far."""
        counts = (self.sent, self.received, self.refused, tuple(self.left), self.requests)
        return RoundReport(*counts, tuple(sorted(self.healed)), self.clock_off)

    def _prepare(self) -> tuple[list[Change], list[Held]]:
        """What goes up next, and how far this laptop has come in each case."""
        with self.store.writing_connection() as connection:
            return sending.next_or_reminder(connection, self.most), replica.held(connection)

    def _request(self, changes: list[Change], held: list[Held]) -> SyncRequest:
        return SyncRequest(PROTOCOL, __version__, self.now().isoformat(timespec="seconds"), held, changes)

    def _take(self, changes: Sequence[Change], held: list[Held], reply: SyncResponse) -> bool:
        """Store one answer. Nothing waits for the disk: after a loss of power the server gives the same answer again,
        as it does where an answer is lost on its way."""
        with self.store.writing_connection(lasting=False) as connection:
            taken = answer.take(connection, changes, held, reply, self.healed)
            if not taken.more:
                answer.in_step(connection, self.now(), reply.now)
                self.to_wipe = replica.is_to_wipe(connection)
        self.sent += taken.noted.answered
        self.received += taken.received
        self.refused += taken.noted.refused
        self.left += taken.left
        self.healed |= set(taken.differing)
        return not taken.more

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
