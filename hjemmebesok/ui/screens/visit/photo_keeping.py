"""Between the photos on the screen and what is kept of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.screens.visit.photo_model import Brought, PhotoModel
from hjemmebesok.ui.screens.visit.photos import PhotosCard
from hjemmebesok.ui.trouble import trouble_words


class PhotoKeeper(QObject):
    """`saved` carries the Changes of each thing done on the card."""

    saved = Signal(object)

    def __init__(self, model: PhotoModel, card: PhotosCard) -> None:
        super().__init__(card)
        self._model, self._card = model, card
        card.brought.connect(self._bring)
        card.described.connect(lambda *words: self._do(lambda: model.describe(*words)))
        card.chosen.connect(self._choose)
        card.removing.connect(self._take_away)
        card.putting_back.connect(lambda: self._do(model.put_back))

    def show(self) -> None:
        """Show the photos as they are kept."""
        self._card.show_photos(self._model.all(), self._model.picture)

    def _bring(self, paths: list[Path]) -> None:
        self._card.show_problem("")
        self._card.show_reading(True)
        in_background(lambda: self._model.bring(paths), self._brought, self._failed)

    def _brought(self, brought: Brought) -> None:
        self._card.show_reading(False)
        self._card.show_problem(brought.refused[0] if brought.refused else "")
        self.show()
        for changes in brought.changes:
            self.saved.emit(changes)

    def _failed(self, trouble: Exception) -> None:
        self._card.show_reading(False)
        self._card.show_problem(trouble_words(trouble))

    def _choose(self, photo_id: str, yes: bool) -> None:
        problem: Phrase | None = None
        try:
            self.saved.emit(self._model.choose(photo_id, in_summary=yes))
        except Refused as refused:
            problem = refused.phrase
        self.show()
        self._card.rows[photo_id].show_problem(problem)

    def _take_away(self, photo_id: str) -> None:
        if self._do(lambda: self._model.take_away(photo_id)):
            self._card.offer_undo(True)

    def _do(self, action: Callable[[], object]) -> bool:
        """Do this and show what came of it; False, and why, where it is refused."""
        self._card.show_problem("")
        try:
            self.saved.emit(action())
        except Refused as refused:
            self._card.show_problem(refused.phrase)
            return False
        finally:
            self.show()
        return True
