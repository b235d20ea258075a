"""Rounds with the server, whoever asks for them: off the screen's thread, and one at a time.

They also come of themselves while somebody is in: every few minutes, soon after the network returns, and ever less
often while the server does not answer. Whether it can be reached, only a round can tell: an interface that is up, or a
network that says it is online, is a reason to try and no more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hjemmebesok.ui.background import in_background

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.casework.syncing import FilesProgress, SyncProgress

_SOON = 3.0  # seconds: a network that has just returned is not always there yet


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. `left` names the households that are no longer hers and have left this computer; `clock_off` is
    how much this computer's clock is ahead of the server's, `files_trouble` why photos wait, if they do, `stopped` that
    it was paused before all was done, and `staying` how many cases are hers no more in which she is writing. So many
    photos went up after the records, and came down."""

    sent: int
    received: int
    set_aside: int
    left: tuple[str, ...]
    clock_off: timedelta = timedelta(0)
    files_trouble: Exception | None = None
    stopped: bool = False
    staying: int = 0
    photos_sent: int = 0
    photos_received: int = 0


class Rounds(QObject):
    """`began` and then either `done`, with a Round, or `failed`, with the exception, on the screen's thread. Meanwhile,
    where it takes more than one request, `came_on`: `progress` is how far.

    None of them comes where the window is locked first: the round is abandoned with all work in the background.
    """

    began = Signal()
    came_on = Signal()
    done = Signal(object)
    failed = Signal(object)
    _heard = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.running = False
        self.online = False  # whether the last round reached the server
        self.asked = False  # whether somebody asked for the round under way, or the last one
        self.paused = False  # none comes of itself, and one under way stops where it is
        self.progress: SyncProgress | FilesProgress | None = None  # how far the round under way has come
        self.trouble: Exception | None = None  # why the last round failed, if it did
        self.left: tuple[str, ...] = ()  # the households that have left this computer since she came in
        self._held: dict[str, tuple[str, ...]] = {}
        self._number = 0  # of the round under way, or the last one
        self._failures = 0
        self._desk: Desk | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._come)
        self._watching = False
        self._heard.connect(self._hear)

    def start(self, desk: "Desk", *, asked: bool = True) -> None:
        """Start a round; one that is under way is enough."""
        if self.running:
            self.asked = self.asked or asked
            return
        self.running, self.asked, self._number = True, asked, self._number + 1
        tell = partial(self._heard.emit, self._number)
        self.began.emit()
        in_background(lambda: _run(desk, self, tell), self._done, self._failed)

    def keep_up(self, desk: "Desk", first: float = 0) -> None:
        """Let rounds come of themselves from now on, the first one in so many seconds."""
        self._desk, self._failures = desk, 0
        self._held.clear()  # by pages that are no more
        self._watch_the_network()
        self._wait(first)

    def hold(self, page: str, *cases: str) -> None:
        """Something is being written on this page in these cases, and no other: they stay until it is no longer, though
        they be hers no more."""
        self._held[page] = cases

    @property
    def held(self) -> set[str]:
        """The cases in which something is being written. A round asks this too, on its own thread."""
        return {case for cases in tuple(self._held.values()) for case in cases}

    def reached(self) -> None:
        """The server has answered, though no round has asked it."""
        self.online, self.trouble = True, None

    def pause(self, paused: bool) -> None:
        """Let none come of itself meanwhile; what is under way stops after the request it is at."""
        self.paused = paused
        self._wait(0)

    def forget(self) -> None:
        """A round under way has been abandoned; the next may begin. None comes of itself any more."""
        self.running, self.progress, self._desk = False, None, None
        self.trouble, self.left = None, ()
        self._held.clear()
        self._due.stop()

    def _come(self) -> None:
        if self._desk is not None and not self.paused:
            self.start(self._desk, asked=False)

    def _wait(self, seconds: float) -> None:
        if self._desk is not None and not self.paused:
            self._due.start(round(seconds * 1000))

    def _watch_the_network(self) -> None:
        # Imported here: nobody needs it before the first paint.
        from PySide6.QtNetwork import QNetworkInformation

        if not self._watching and QNetworkInformation.loadDefaultBackend():
            QNetworkInformation.instance().reachabilityChanged.connect(self._network_changed)
            self._watching = True

    def _network_changed(self) -> None:
        if not self.online:
            self._wait(_SOON)

    def _hear(self, number: int, progress: "SyncProgress | FilesProgress") -> None:
        if self.running and number == self._number:  # no round that was abandoned
            self.progress, self.online = progress, True
            self.came_on.emit()

    def _done(self, finished: Round) -> None:
        self.running, self.progress, self.online, self._failures = False, None, True, 0
        self.trouble, self.left = None, (*self.left, *finished.left)
        self._wait(0 if finished.stopped else _seconds_to_next(0, finished.files_trouble))
        self.done.emit(finished)

    def _failed(self, trouble: Exception) -> None:
        self.running, self.progress, self.online, self._failures = False, None, False, self._failures + 1
        self.trouble = trouble
        self._wait(_seconds_to_next(self._failures, trouble))
        self.failed.emit(trouble)


def _run(desk: "Desk", rounds: Rounds, tell: "Callable[[SyncProgress | FilesProgress], None]") -> Round:
    # Imported here, so that nothing heavy stands before the first paint.
    from hjemmebesok.casework.households import household_names
    from hjemmebesok.casework.leaving import cases_leaving
    from hjemmebesok.casework.syncing import sync_now

    names = household_names(desk)
    report = sync_now(desk, lambda: rounds.paused and not rounds.asked, tell, lambda: rounds.held)
    left = tuple(names[case] for case in report.left if case in names)
    counts = (report.sent, report.received, report.set_aside)
    staying = len(rounds.held & cases_leaving(desk))
    photos = (report.files_sent, report.files_fetched)
    return Round(*counts, left, report.clock_off, report.files_trouble, report.stopped, staying, *photos)


def _seconds_to_next(failures: int, trouble: Exception | None = None) -> float:
    from hjemmebesok.casework.syncing import seconds_to_next

    return seconds_to_next(failures, trouble)
