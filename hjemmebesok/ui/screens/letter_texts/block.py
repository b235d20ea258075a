"""One block of a letter text: the Norwegian words above, the words to be typed, and what is wrong with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.text_blocks import BlockState, TextBlock
from hjemmebesok.casework.text_check import Finding
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.letter_texts.words import facts
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.widgets import Button, Card, Field, Flow, LongText, WrapLabel
from hjemmebesok.ui.widgets.fact_list import FactList


class BlockCard(Card):
    """`typed` carries the block's id and words; the others its id: what is to be done with it, or that one is in it."""

    typed = Signal(str, str)
    marked = Signal(str)
    fetched = Signal(str)
    removed = Signal(str)
    entered = Signal(str)

    def __init__(self, block: TextBlock, typed: str | None, *, translated: bool, may_write: bool) -> None:
        super().__init__()
        self.block = block
        self.words = LongText(lines=1, most=12)
        self.words.setReadOnly(not may_write)
        self._buttons: list[Button] = []
        self._findings = FactList("small")
        self.show_block(block, typed)
        self.show_chosen(False)
        if block.state is BlockState.MISSING:
            self.words.hide()
        if translated and block.norwegian:
            self.body.addWidget(WrapLabel(plain(block.norwegian), tone="muted"))
        self.body.addWidget(Field(dotted(block.what, plain(block.id)), self.words, block.only))
        self.body.addWidget(self._findings)
        if may_write:
            self._add_buttons()
        self.words.edited.connect(self._type)
        self.words.installEventFilter(self)

    def show_block(self, block: TextBlock, typed: str | None) -> None:
        """Show these words; the caret stays where it is when they are the same."""
        self.block = block
        self.words.set_value(block.words if typed is None else typed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with this block."""
        self._findings.show_facts(facts(findings))

    def show_chosen(self, chosen: bool) -> None:
        """Show whether the tools are about this block."""
        ground = "accent" if chosen else "plain" if self.block.state is BlockState.CURRENT else "warn"
        if self.property("card") != ground:
            self.setProperty("card", ground)
            self.style().unpolish(self)
            self.style().polish(self)

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self.words, *self._buttons]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody goes into the field."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.block.id)
        return False

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
            self._buttons.append(button)

    def _type(self, words: str) -> None:
        self.typed.emit(self.block.id, words)
