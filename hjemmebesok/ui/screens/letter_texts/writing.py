"""A new block while it is written: shown under the one it is to follow, kept as a draft, and in the end a step."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_adding import Adding, drop_adding, keep_adding, step_of, text_adding
from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_fields import text_fields
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.letter_texts.adding import AddingCard
from hjemmebesok.ui.screens.letter_texts.blocks import Blocks
from hjemmebesok.ui.screens.letter_texts.model import TextsModel

_LISTED = ("- ", "1. ")  # what follows an item is most often another


class Writing(QObject):
    """`typed` comes at each key; `put_in` carries the step that puts the block in; `left` comes when there is to be
    none."""

    typed = Signal()
    put_in = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, model: TextsModel, blocks: Blocks) -> None:
        super().__init__(blocks)
        self._desk, self._model, self._blocks = desk, model, blocks

    def begin(self, above: TextBlock) -> None:
        """Let her write one under this; what was begun elsewhere comes along."""
        letter = self._model.letter
        before = text_adding(self._desk, letter)
        like = Adding(above.id, above.marker if above.marker in _LISTED else "")
        begun = replace(before, after=above.id) if before and before.words else like
        keep_adding(self._desk, letter, begun)
        self._show(begun)
        if card := self._blocks.adding:
            card.words.setFocus()

    def show_text(self, *, may_add: bool) -> None:
        """Show what was begun in the open text, if anything; the caret stays where it is."""
        self._show(text_adding(self._desk, self._model.letter) if may_add else None)

    def _show(self, adding: Adding | None) -> None:
        shown, letter = self._blocks.adding, self._model.letter
        if adding is not None and shown is not None and (shown.letter, shown.value()) == (letter, adding):
            return
        card = AddingCard(letter, adding, text_fields(letter)) if adding else None
        self._blocks.show_adding(card, adding.after if adding else "")
        if card:
            card.edited.connect(lambda typed: keep_adding(self._desk, letter, typed))
            card.edited.connect(lambda _typed: self.typed.emit())
            card.put_in.connect(self._put_in)
            card.left.connect(self._leave)

    def _put_in(self, adding: Adding) -> None:
        try:
            step = step_of(self._model.letter, adding, [card.block.id for card in self._blocks.cards])
        except Refused as refused:
            if self._blocks.adding:
                self._blocks.adding.show_problem(refused.phrase)
            return
        drop_adding(self._desk, self._model.letter)
        self.put_in.emit(step)

    def _leave(self) -> None:
        drop_adding(self._desk, self._model.letter)
        self._show(None)
        self.left.emit()
