"""Rounds with the server, whoever asks for them: off the screen's thread, and one at a time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hjemmebesok.ui.background import in_background

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. `left` names the households that are no longer hers and have left this computer."""

    sent: int
    received: int
    set_aside: int
    left: tuple[str, ...]


class Rounds(QObject):
    """`began` and then either `done`, with a Round, or `failed`, with the exception, on the screen's thread.

    Neither comes where the window is locked first: the round is abandoned with all work in the background.
    """

    began = Signal()
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.running = False
        self.online = False  # whether the last round reached the server

    def start(self, desk: "Desk") -> None:
        """Start a round; one that is under way is enough."""
        if self.running:
            return
        self.running = True
        self.began.emit()
        in_background(lambda: _run(desk), self._done, self._failed)

    def forget(self) -> None:
        """A round under way has been abandoned; the next may begin."""
        self.running = False

    def _done(self, finished: Round) -> None:
        self.running, self.online = False, True
        self.done.emit(finished)

    def _failed(self, trouble: Exception) -> None:
        self.running, self.online = False, False
        self.failed.emit(trouble)


def _run(desk: "Desk") -> Round:
    # Imported here, so that nothing heavy stands before the first paint.
    from hjemmebesok.casework.households import household_names
    from hjemmebesok.casework.syncing import sync_now

    names = household_names(desk)
    report = sync_now(desk)
    left = tuple(names[case] for case in report.left if case in names)
    return Round(report.sent, report.received, report.set_aside, left)
