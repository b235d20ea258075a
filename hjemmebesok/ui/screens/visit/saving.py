"""Keeping what is typed: a draft at each keystroke, an answer when a field is left or has rested."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hjemmebesok.casework.visits import PRESENCE
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.visit.model import VisitModel

_REST = 2000  # ms


class Saver(QObject):
    """`kept` comes after each draft, `saved` carries the Changes of an answer, `refused` (key, Phrase) why it is no
    answer."""

    kept = Signal()
    saved = Signal(object)
    refused = Signal(str, object)

    def __init__(self, model: VisitModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._resting: dict[str, None] = dict.fromkeys(model.drafts)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.rested)
        if self._resting:
            self._rest.start()

    def type(self, key: str, typed: Any) -> None:
        """A keystroke."""
        self._model.keep(key, typed)
        self._resting[key] = None
        self._rest.start()
        self.kept.emit()

    def leave(self, key: str) -> None:
        """A field is left."""
        self._resting.pop(key, None)
        try:
            changes = self._model.save(key)
        except Refused as refused:
            self.refused.emit(key, refused.phrase)
        else:
            self.saved.emit(changes)

    def put(self, key: str, answer: Any) -> None:
        """An answer that is whole at once, such as a line taken away."""
        self.type(key, answer)
        self.leave(key)

    def rested(self) -> None:
        """Nothing was typed for a while. Half an interpreter is nothing to complain about yet."""
        for key in [each for each in self._resting if each != PRESENCE]:
            self.leave(key)

    def forget(self) -> None:
        """There is nothing left to save it in."""
        self._rest.stop()
        self._resting.clear()

    def settle(self) -> None:
        """Save everything that can be saved."""
        self.forget()
        for changes in self._model.save_all():
            self.saved.emit(changes)
