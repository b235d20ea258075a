"""Looking at the text as it is typed: a moment after the last key, on another thread, and only the newest counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.screens.letter_texts.looking import Looked, Looking

_PAUSE = 400  # ms after the last key, before the letter is made anew


class Watch(QObject):
    """`looked` carries what was found. `begin` makes the look that is to be taken now."""

    looked = Signal(object)

    def __init__(self, begin: Callable[[], Looking], parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        self._looking: Looking | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.now)

    @property
    def ready(self) -> bool:
        """Whether what is typed now has been looked at."""
        return self._looking is None and not self._soon.isActive()

    def soon(self) -> None:
        """Look when nothing more is typed."""
        self._soon.start()

    def now(self) -> None:
        """Look at once."""
        looking = self._looking = self._begin()
        in_background(lambda: (looking, looking()), self._done, lambda _trouble: None)  # a look tells of its own

    def _done(self, found: tuple[Looking, Looked]) -> None:
        if found[0] is self._looking:  # else something else is open, or typed, meanwhile
            self._looking = None
            self.looked.emit(found[1])
