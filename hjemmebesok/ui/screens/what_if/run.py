"""The comparison on another thread, which tells how far it has come and can be stopped."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.whatif import WhatIf, what_if
from hjemmebesok.eligibility.condition import Ruleset


class Run(QObject):
    """`progress` carries how many of how many households are looked at, and comes on the screen's thread."""

    progress = Signal(int, int)

    def __init__(self, desk: Desk, a: Ruleset, b: Ruleset) -> None:
        super().__init__()
        self._desk, self._a, self._b = desk, a, b
        self._stop = Event()

    def __call__(self) -> WhatIf:
        """Compare. Raises Stopped where somebody asked it to stop."""
        return what_if(self._desk, self._a, self._b, self._goes_on)

    def stop(self, *_destroyed: object) -> None:
        """Look at no more households."""
        self._stop.set()

    def _goes_on(self, done: int, of: int) -> bool:
        self.progress.emit(done, of)
        return not self._stop.is_set()
