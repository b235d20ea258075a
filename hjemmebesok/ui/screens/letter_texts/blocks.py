"""The blocks of the open text, under each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_check import Finding
from hjemmebesok.ui.screens.letter_texts.block import BlockCard
from hjemmebesok.ui.theme import SPACE


class Blocks(QWidget):
    """The signals of its cards."""

    typed = Signal(str, str)
    marked = Signal(str)
    fetched = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[BlockCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.S)

    def show_blocks(self, blocks: Sequence[TextBlock], typed: Mapping[str, str], *, translated: bool) -> None:
        """Show these from now on, with what was typed and not saved."""
        if [_face(card.block) for card in self.cards] == [_face(block) for block in blocks]:
            for card, block in zip(self.cards, blocks, strict=True):
                card.show_block(block, typed.get(block.id))
            return
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [BlockCard(block, typed.get(block.id), translated=translated) for block in blocks]
        for card in self.cards:
            self._column.addWidget(card)
            card.typed.connect(self.typed)
            card.marked.connect(self.marked)
            card.fetched.connect(self.fetched)
            card.removed.connect(self.removed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show each block what is wrong with it."""
        for card in self.cards:
            card.show_findings([each for each in findings if each.block == card.block.id])


def _face(block: TextBlock) -> TextBlock:
    # Everything but the words to be typed: where it is the same, the cards can stay, and the focus with them.
    return replace(block, words="")
