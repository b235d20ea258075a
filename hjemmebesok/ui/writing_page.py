"""A page that somebody writes on: the cases she writes in stay on this computer until she goes on from it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class WritingPage(QWidget):
    """Says which cases are written in, and tells with `hold` where they become others while the page is in sight."""

    def __init__(self, window: "MainWindow", name: str) -> None:
        super().__init__()
        self._window, self._name = window, name

    # what a page says for itself
    def written_in(self) -> Iterable[str]:
        """The cases, as long as the page is in sight."""
        raise NotImplementedError

    def settle(self) -> None:
        """Save what is typed, since she goes on."""

    def hold(self) -> None:
        """What is written here does not leave from under her hands."""
        self._window.rounds.hold(self._name, *(self.written_in() if self.isVisible() else ()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.hold()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.settle()
        self.hold()  # let go only once it is saved
