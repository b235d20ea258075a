"""The open text, block by block, with what can be done with the one that one is in. What is done is kept as a draft."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_steps import Step, out
from hjemmebesok.ui.screens.letter_texts.blocks import Blocks
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.placing import one_down, one_up
from hjemmebesok.ui.screens.letter_texts.tools import BlockTools
from hjemmebesok.ui.screens.letter_texts.words import called
from hjemmebesok.ui.screens.letter_texts.writing import Writing
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import ScrollPage, WrapLabel

_NEW = "+"  # in place of a block's id, for the one that is being written


class BlocksPane(QWidget):
    """`changed` comes when something is typed, put in, taken out or moved, and is kept."""

    changed = Signal()

    def __init__(self, desk: Desk, model: TextsModel) -> None:
        super().__init__()
        self._model = model
        self._shown: list[TextBlock] = []
        self._chosen = ""
        self._in_sight = ""  # the block that is to stay in sight while the page finds its length
        self.name, self.blocks, self.tools = WrapLabel("", "section"), Blocks(), BlockTools()
        self._writing = Writing(desk, model, self.blocks)
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
        self.tools.up.connect(lambda: self._move(one_up(self._shown, self._chosen)))
        self.tools.down.connect(lambda: self._move(one_down(self._shown, self._chosen)))
        self.tools.removed.connect(self._take_out)
        self.tools.added.connect(self._write)
        self._writing.typed.connect(self.changed)
        self._writing.put_in.connect(self._put_in)
        self._writing.left.connect(self.changed)
        self._writing.left.connect(lambda: self._go_into(self._chosen))
        self._page.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)

    @property
    def writing(self) -> bool:
        """Whether there are words of a new block that is not put in."""
        return self.blocks.adding is not None and bool(self.blocks.adding.words.value().strip())

    def show_text(self) -> None:
        """Show the open text as the model has it now."""
        model = self._model
        self.name.say(called(model.letter, model.language))
        self._shown = model.blocks()
        translated = model.language != "nb"
        may_add = model.may_write and not translated and not all(block.fixed for block in self._shown)
        self.tools.setVisible(may_add)
        self.blocks.show_blocks(
            self._shown,
            model.draft.words,
            translated=translated,
            may_write=model.may_write,
            what=(model.letter, model.language, model.may_write),
        )
        self._writing.show_text(may_add=may_add)
        self._choose(self._chosen)

    def go_to_top(self) -> None:
        """Begin at the first block."""
        self._in_sight = ""
        self._choose("")
        self._page.verticalScrollBar().setValue(0)

    def _choose(self, block: str) -> None:
        chosen = next((each for each in self._shown if each.id == block), None)
        self._chosen = block if chosen else ""
        up, down = (bool(step(self._shown, self._chosen)) for step in (one_up, one_down))
        self.tools.show_block(chosen, up=up, down=down)
        self.blocks.show_chosen(self._chosen if self.tools.isVisibleTo(self) else "")

    def _type(self, block: str, words: str) -> None:
        self._in_sight = ""
        self._model.keep(block, words)
        self.changed.emit()

    # which blocks there are

    def _keep(self, step: Step) -> None:
        self._model.keep_steps([*self._model.draft.steps, step])
        self.show_text()
        self.changed.emit()

    def _move(self, step: Step | None) -> None:
        if step is not None:
            self._keep(step)
            self._bring(self._chosen)

    def _take_out(self) -> None:
        block, ids = self._chosen, [each.id for each in self._shown]
        place = ids.index(block)
        self._model.forget(block)
        self._keep(out(block))
        self._go_into((ids[place + 1 :] or ids[place - 1 :])[0])

    def _write(self) -> None:
        self._writing.begin(next(each for each in self._shown if each.id == self._chosen))
        self._bring(_NEW)

    def _put_in(self, step: Step) -> None:
        self._keep(step)
        self._go_into(step["block"])

    # where one is

    def _go_into(self, block: str) -> None:
        if card := self.blocks.card(block):
            card.words.setFocus()
            self._bring(block)

    def _bring(self, block: str) -> None:
        # When the page is laid out anew, and again each time that it turns out to be longer.
        self._in_sight = block
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        part = self.blocks.adding if self._in_sight == _NEW else self.blocks.card(self._in_sight)
        if part is not None:
            self._page.ensureWidgetVisible(part.words, 0, SPACE.L)
