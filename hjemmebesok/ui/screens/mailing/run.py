"""The making of a mailing on another thread, which tells how far it has come and can be stopped."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.mailing import MailingResult, make_mailing
from hjemmebesok.casework.mailing_files import Padding
from hjemmebesok.casework.mailing_plan import Choices


class Run(QObject):
    """`progress` carries how many of how many letters are done, and comes on the screen's thread."""

    progress = Signal(int, int)

    def __init__(self, desk: Desk, choices: Choices, folder: Path, padding: Padding | None) -> None:
        super().__init__()
        self._desk, self._choices, self._folder = desk, choices, folder
        self._padding, self._stop = padding, Event()

    def __call__(self) -> MailingResult:
        """Make the letters."""
        return make_mailing(self._desk, self._choices, self._folder, self._goes_on, self._padding)

    def stop(self, *_destroyed: object) -> None:
        """Let the letter under way be finished, and no more."""
        self._stop.set()

    def _goes_on(self, done: int, of: int) -> bool:
        self.progress.emit(done, of)
        return not self._stop.is_set()
