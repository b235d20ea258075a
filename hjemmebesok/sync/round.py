"""One round: what is unsent goes up and what is new comes down, until neither has more and both hold the same.

Where an answer is not the last, the next question is on its way before the answer is stored: so server and laptop work
at the same time. It says what the laptop will hold once the answer is stored; where that turns out otherwise, what
comes back is not taken and is asked for anew.
"""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from hjemmebesok import __version__
from hjemmebesok.store import answer, replica, search, sending
from hjemmebesok.store.answer import Asked
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import Gap, SyncTrouble, TooLarge, Trouble
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, PROTOCOL, Change, SyncRequest, SyncResponse

_INDEXED_AT_ONCE = 200  # cases
_MOST_GAPS = 3  # a server that keeps asking for earlier changes is not to be reasoned with


class Progress(NamedTuple):
    """So many changes have gone up and so many records come down, and more is to come of so many cases."""

    sent: int
    received: int
    cases_to_come: int


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did. `left` names the cases that are no longer hers and have left the laptop, `healed` those that
    were not what the server holds and were fetched again, `clock_off` says how much this clock is ahead, and `stopped`
    that it was paused before all was done."""

    sent: int
    received: int
    set_aside: int
    left: tuple[str, ...]
    requests: int
    healed: tuple[str, ...] = ()
    clock_off: timedelta = timedelta(0)
    stopped: bool = False


def run_round(
    store: Store,
    transport: Transport,
    now: Callable[[], datetime],
    paused: Callable[[], bool] = lambda: False,
    told: Callable[[Progress], None] = lambda _: None,
    in_use: Callable[[], Collection[str]] = tuple,
    a_request: int = CHANGES_A_REQUEST,
) -> RoundReport:
    """Come into step with the server, with so many changes in `a_request` at most; `told` hears of each answer that is
    not the last, and no case leaves while it is `in_use`. Where it is `paused`, only as far as has been done by then.
    Raises SyncTrouble; what was exchanged before it stays exchanged."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="round") as line:
        under_way = _Round(store, transport, now, paused, in_use, line, a_request, a_request)
        while under_way.ahead or not paused():
            if under_way.step():
                under_way.finish()
                return under_way.report(stopped=False)
            told(Progress(under_way.sent, under_way.received, under_way.cases_to_come))
    return under_way.report(stopped=True)


def wipe_what_left(store: Store) -> None:
    """Leave no byte of the cases that have left; where this is cut off, or the log is being read, the next round does
    it."""
    with store.writing_connection() as connection:
        replica.write_anew(connection)
    if store.wipe_log():
        with store.writing_connection() as connection:
            replica.is_wiped(connection)
    _index_anew(store)


def _index_anew(store: Store) -> None:
    """Some at a time, so that nobody who saves has to wait for all of them."""
    behind = True
    while behind:
        with store.writing_connection() as connection:
            search.bring_up_to_date(connection, _INDEXED_AT_ONCE)
            behind = search.is_behind(connection)


class _Question(NamedTuple):
    """One request on its way, and what will come."""

    asked: Asked
    reply: Future[SyncResponse]


@dataclass(slots=True)
class _Round:
    """A round under way: how much went each way so far, and the question that is `ahead` of what is stored."""

    store: Store
    transport: Transport
    now: Callable[[], datetime]
    paused: Callable[[], bool]
    in_use: Callable[[], Collection[str]]
    line: ThreadPoolExecutor  # one question at a time
    a_request: int
    most: int  # as many as that, until so many turn out to be too large together
    ahead: _Question | None = None
    sent: int = 0
    received: int = 0
    cases_to_come: int = 0
    refused: int = 0
    requests: int = 0
    gaps: int = 0
    left: list[str] = field(default_factory=list)
    healed: set[str] = field(default_factory=set)
    clock_off: timedelta = timedelta(0)
    to_wipe: bool = False

    def step(self) -> bool:
        """One question and its answer; True where nothing is left to do."""
        question, self.ahead = self.ahead or self._next(), None
        following = self._read_on(question.asked.changes)
        try:
            reply = question.reply.result()
        except Gap as gap:
            self._go_back(gap)
            return False
        except TooLarge:
            self._send_less(question.asked.changes)
            return False
        self.requests += 1
        self.clock_off = self.now() - datetime.fromisoformat(reply.now)
        if (following or reply.more) and not self.paused():
            self.ahead = self._ask(answer.question_after(question.asked, following, reply))
        return self._take(question.asked, reply) and self.ahead is None

    def finish(self) -> None:
        """Nothing is left to do: leave no byte of what has left."""
        if self.to_wipe:
            wipe_what_left(self.store)

    def report(self, *, stopped: bool) -> RoundReport:
        """What has been done so far."""
        counts = (self.sent, self.received, self.refused, tuple(self.left), self.requests)
        return RoundReport(*counts, tuple(sorted(self.healed)), self.clock_off, stopped)

    def _next(self) -> _Question:
        """Ask with what goes up next, and with what is held as it is stored."""
        with self.store.writing_connection() as connection:
            asked = answer.next_question(connection, self.most)
        return self._ask(asked)

    def _read_on(self, sent: Sequence[Change]) -> Sequence[Change]:
        """What goes up after this, read while the server is at it."""
        with self.store.writing_connection() as connection:
            return sending.following(connection, sent, self.most)

    def _ask(self, asked: Asked) -> _Question:
        at = self.now().isoformat(timespec="seconds")
        request = SyncRequest(PROTOCOL, __version__, at, asked.held, list(asked.changes))
        return _Question(asked, self.line.submit(self.transport.ask, "/v1/sync", request, SyncResponse))

    def _take(self, asked: Asked, reply: SyncResponse) -> bool:
        """Store one answer. Nothing waits for the disk: after a loss of power the server gives the same answer again,
        as it does where an answer is lost on its way."""
        with self.store.writing_connection(lasting=False) as connection:
            taken = answer.take(connection, asked, reply, self.healed, self.in_use())
            if not taken.more:
                answer.in_step(connection, self.now(), reply.now)
                self.to_wipe = replica.is_to_wipe(connection)
        self.sent += taken.noted.answered
        self.received += taken.received
        self.cases_to_come = _cases_to_come(asked, reply)
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
        self.most = self.a_request


def _cases_to_come(asked: Asked, reply: SyncResponse) -> int:
    held = {one.case: one.seq for one in (*asked.held, *reply.held)}
    return sum(held.get(case.case, 0) != case.head for case in reply.manifest)
