"""One block of a letter text: the Norwegian words above, the words to be typed, and what is wrong with them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hjemmebesok.casework.text_blocks import BlockState, TextBlock
from hjemmebesok.casework.text_check import Finding
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.widgets import Button, Card, Field, Flow, LongText, WrapLabel
from hjemmebesok.ui.widgets.fact_list import Fact, FactList


class BlockCard(Card):
    """`typed` carries the block's id and words; the others its id: what is to be done with it."""

    typed = Signal(str, str)
    marked = Signal(str)
    fetched = Signal(str)
    removed = Signal(str)

    def __init__(self, block: TextBlock, typed: str | None, *, translated: bool) -> None:
        super().__init__(ground="warn" if block.state is not BlockState.CURRENT else "plain")
        self.block = block
        self.words = LongText(lines=1, most=12)
        self.show_block(block, typed)
        if block.state is BlockState.MISSING:
            self.words.hide()
        self._findings = FactList("small")
        if translated and block.norwegian:
            self.body.addWidget(WrapLabel(plain(block.norwegian), tone="muted"))
        self.body.addWidget(Field(dotted(block.what, plain(block.id)), self.words, block.only))
        self.body.addWidget(self._findings)
        self._add_buttons()
        self.words.edited.connect(self._type)

    def show_block(self, block: TextBlock, typed: str | None) -> None:
        """Show these words; the caret stays where it is when they are the same."""
        self.block = block
        self.words.set_value(block.words if typed is None else typed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with this block."""
        self._findings.show_facts([fact(each) for each in findings])

    def _add_buttons(self) -> None:
        offers = {
            BlockState.STALE: [(N_("Oversettelsen stemmer fortsatt"), "check", self.marked)],
            BlockState.MISSING: [(N_("Hent den norske teksten hit"), "plus", self.fetched)],
            BlockState.ORPHAN: [(N_("Ta ut"), "trash-2", self.removed)],
            BlockState.CURRENT: [],
        }
        for words, icon, signal in offers[self.block.state]:
            button = Button(words, "secondary", icon)
            button.clicked.connect(lambda _checked=False, wanted=signal: wanted.emit(self.block.id))
            self.body.addWidget(Flow(button))

    def _type(self, words: str) -> None:
        self.typed.emit(self.block.id, words)


def fact(finding: Finding) -> Fact:
    """A line about a finding: red where it stops the letter."""
    if finding.stops:
        return Fact("circle-alert", finding.words, "bad")
    return Fact("info", finding.words, icon_tone="warn")
