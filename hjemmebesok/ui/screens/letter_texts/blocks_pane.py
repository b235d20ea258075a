"""The open text, block by block, with what can be done with the one that one is in. What is done is kept as a draft."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_adding import Adding, drop_adding, keep_adding, step_of, text_adding
from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_fields import text_fields
from hjemmebesok.casework.text_steps import Step, out
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.letter_texts.adding import AddingCard
from hjemmebesok.ui.screens.letter_texts.blocks import Blocks
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.placing import one_down, one_up
from hjemmebesok.ui.screens.letter_texts.tools import BlockTools
from hjemmebesok.ui.screens.letter_texts.words import called
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import ScrollPage, WrapLabel


class BlocksPane(QWidget):
    """`changed` comes when something is typed, put in, taken out or moved, and is kept."""

    changed = Signal()

    def __init__(self, desk: Desk, model: TextsModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._shown: list[TextBlock] = []
        self._chosen = ""
        self.name, self.blocks, self.tools = WrapLabel("", "section"), Blocks(), BlockTools()
        self._page = ScrollPage(SPACE.S)
        self._page.body.setSpacing(SPACE.M)
        for part in (self.name, self.blocks):
            self._page.body.addWidget(part)
        self._page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page, 1)
        column.addWidget(self.tools)
        self._connect()

    def _connect(self) -> None:
        self.blocks.typed.connect(self._type)
        self.blocks.entered.connect(self._choose)
        self.tools.up.connect(lambda: self._step(one_up(self._shown, self._chosen)))
        self.tools.down.connect(lambda: self._step(one_down(self._shown, self._chosen)))
        self.tools.removed.connect(self._take_out)
        self.tools.added.connect(self._begin)

    def show_text(self) -> None:
        """Show the open text as the model has it now."""
        model = self._model
        self.name.say(called(model.letter, model.language))
        self._shown = model.blocks()
        translated = model.language != "nb"
        self.tools.setVisible(model.may_write and not translated and not all(block.fixed for block in self._shown))
        self.blocks.show_blocks(
            self._shown,
            model.draft.words,
            translated=translated,
            may_write=model.may_write,
            what=(model.letter, model.language, model.may_write),
        )
        self._show_adding(text_adding(self._desk, model.letter) if self.tools.isVisibleTo(self) else None)
        self._choose(self._chosen)

    def go_to_top(self) -> None:
        """Begin at the first block."""
        self._choose("")
        self._page.verticalScrollBar().setValue(0)

    def _choose(self, block: str) -> None:
        chosen = next((each for each in self._shown if each.id == block), None)
        self._chosen = block if chosen else ""
        up, down = (bool(step(self._shown, self._chosen)) for step in (one_up, one_down))
        self.tools.show_block(chosen, up=up, down=down)
        self.blocks.show_chosen(self._chosen if self.tools.isVisibleTo(self) else "")

    def _type(self, block: str, words: str) -> None:
        self._model.keep(block, words)
        self.changed.emit()

    # which blocks there are

    def _step(self, step: Step | None) -> None:
        if step is None:
            return
        self._model.keep_steps([*self._model.draft.steps, step])
        self._chosen = step["block"]
        self.show_text()
        self.changed.emit()
        self._show_chosen()

    def _take_out(self) -> None:
        block, ids = self._chosen, [each.id for each in self._shown]
        beside = [*ids[ids.index(block) + 1 :], *ids[: ids.index(block)][::-1]][0]
        self._model.forget(block)
        self._step(out(block))
        if card := self.blocks.card(beside):
            card.words.setFocus()

    def _show_chosen(self) -> None:
        if card := self.blocks.card(self._chosen):
            QTimer.singleShot(0, card, lambda: self._page.ensureWidgetVisible(card))

    # a new one

    def _begin(self) -> None:
        above = next(each for each in self._shown if each.id == self._chosen)
        like = Adding(above.id, above.marker if above.marker in ("- ", "1. ") else "")
        before = text_adding(self._desk, self._model.letter)
        begun = replace(before, after=above.id) if before and before.words else like
        keep_adding(self._desk, self._model.letter, begun)
        self._show_adding(begun)
        if adding := self.blocks.adding:
            adding.words.setFocus()
            QTimer.singleShot(0, adding, lambda: self._page.ensureWidgetVisible(adding.words))

    def _show_adding(self, adding: Adding | None) -> None:
        shown, letter = self.blocks.adding, self._model.letter
        if adding is not None and shown is not None and (shown.letter, shown.value()) == (letter, adding):
            return  # it stays, and the caret in it
        card = AddingCard(letter, adding, text_fields(letter)) if adding else None
        self.blocks.show_adding(card, adding.after if adding else "")
        if card:
            card.edited.connect(lambda typed: keep_adding(self._desk, letter, typed))
            card.put_in.connect(self._put_in)
            card.left.connect(self._leave_adding)

    def _put_in(self, adding: Adding) -> None:
        try:
            step = step_of(self._model.letter, adding, [each.id for each in self._shown])
        except Refused as refused:
            if self.blocks.adding:
                self.blocks.adding.show_problem(refused.phrase)
            return
        drop_adding(self._desk, self._model.letter)
        self._step(step)
        if card := self.blocks.card(step["block"]):
            card.words.setFocus()

    def _leave_adding(self) -> None:
        drop_adding(self._desk, self._model.letter)
        self._show_adding(None)
        if card := self.blocks.card(self._chosen):
            card.words.setFocus()
