"""Keeping a note while it is written: a draft at each keystroke, saved when the hands rest and when it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hjemmebesok.casework.meetings import Seat
from hjemmebesok.casework.talks import keep_note_draft, save_note

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

REST = 2000  # ms without a keystroke, and the note is saved


class NoteKeeper(QObject):
    """Knows whose note is being written. `kept` comes with each draft and each saved note, `unchanged` where what was
    typed is what she saw: a colleague's note may stand there."""

    kept = Signal()
    unchanged = Signal()

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._whose, self._typed = "", ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.save)

    def type(self, participant: str, text: str, seen: Seat | None) -> None:
        """Keep the note as it stands at this keystroke. The note of somebody else is saved first. `seen`: the seat as
        the note last showed it."""
        if participant != self._whose:
            self.save()
        self._whose, self._typed = participant, text
        keep_note_draft(self._window.desk, participant, text, seen)
        self._rest.start()
        self.kept.emit()

    def take_over(self, participant: str, text: str) -> None:
        """A draft was left lying, as after a loss of power: save it too when the hands rest."""
        if not self._whose:
            self._whose, self._typed = participant, text
            self._rest.start()

    def save(self) -> None:
        """Save what was written, if anything was."""
        self._rest.stop()
        whose, self._whose = self._whose, ""
        saved: list[object] = []

        def save() -> object:
            saved.append(save_note(self._window.desk, whose, self._typed))
            return saved[0]

        if whose and self._window.act(save):
            self.kept.emit()
            if not saved[0]:
                self.unchanged.emit()
