"""The blocks of the open text, under each other, and among them the new one that is being written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_check import Finding
from hjemmebesok.ui.screens.letter_texts.adding import AddingCard
from hjemmebesok.ui.screens.letter_texts.block import BlockCard
from hjemmebesok.ui.theme import SPACE


class Blocks(QWidget):
    """The signals of its cards."""

    typed = Signal(str, str)
    marked = Signal(str)
    fetched = Signal(str)
    removed = Signal(str)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[BlockCard] = []
        self.adding: AddingCard | None = None
        self._what: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.S)

    def show_blocks(
        self, blocks: Sequence[TextBlock], typed: Mapping[str, str], *, translated: bool, may_write: bool, what: object
    ) -> None:
        """Show these from now on, with what was typed and not saved.

        Of the same text (`what`), the cards that say the same stay, and the focus with them.
        """
        old = {card.block.id: card for card in self.cards} if what == self._what else {}
        gone, self._what, self.cards = self.cards, what, []
        for block in blocks:
            card = old.get(block.id)
            if card is None or _face(card.block, translated) != _face(block, translated):
                card = self._card(BlockCard(block, typed.get(block.id), translated=translated, may_write=may_write))
            else:
                card.show_block(block, typed.get(block.id))
            self.cards.append(card)
        for card in gone:
            if card not in self.cards:
                card.hide()
                card.deleteLater()
        self._place()

    def show_adding(self, card: AddingCard | None, after: str = "") -> None:
        """Show this card for a new block under that one, or none."""
        if self.adding is not None:
            self.adding.hide()
            self.adding.deleteLater()
        self.adding, self._after = card, after
        self._place()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show each block what is wrong with it."""
        for card in self.cards:
            card.show_findings([each for each in findings if each.block == card.block.id])

    def show_chosen(self, block: str) -> None:
        """Show which block the tools are about."""
        for card in self.cards:
            card.show_chosen(card.block.id == block)

    def card(self, block: str) -> BlockCard | None:
        """The card of this block."""
        return next((card for card in self.cards if card.block.id == block), None)

    def _card(self, card: BlockCard) -> BlockCard:
        card.typed.connect(self.typed)
        card.marked.connect(self.marked)
        card.fetched.connect(self.fetched)
        card.removed.connect(self.removed)
        card.entered.connect(self.entered)
        return card

    def _place(self) -> None:
        shown: list[BlockCard | AddingCard] = [*self.cards]
        if self.adding is not None:
            place = next(
                (place for place, card in enumerate(self.cards, 1) if card.block.id == self._after), len(shown)
            )
            shown.insert(place, self.adding)
        for place, card in enumerate(shown):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
        for before, after in pairwise(stop for card in shown for stop in card.stops()):
            QWidget.setTabOrder(before, after)


def _face(block: TextBlock, translated: bool) -> TextBlock:
    # Everything but the words to be typed.
    return replace(block, words="", norwegian=block.norwegian if translated else "")
