"""The letter that the open text makes, and what there is to know and decide about the text as a whole."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.letter.preview import Preview
from hjemmebesok.ui.screens.letter.using import FactsCard
from hjemmebesok.ui.screens.letter_texts.approval import ApprovalCard
from hjemmebesok.ui.screens.letter_texts.file_card import FileCard
from hjemmebesok.ui.screens.letter_texts.history import HistoryCard
from hjemmebesok.ui.screens.letter_texts.looking import Looked
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.news import NewsCard
from hjemmebesok.ui.screens.letter_texts.versions import VersionsCard
from hjemmebesok.ui.screens.letter_texts.words import facts
from hjemmebesok.ui.theme import SPACE, look, tap
from hjemmebesok.ui.widgets import CheckBox, ScrollPage

C = TypeVar("C", bound=QWidget)
_PAGE_HIGH = 430  # px at 100 %: how high the letter is shown


class LetterPane(ScrollPage):
    """`settled` carries the blocks to be taken from the program, `left` goes back to all of it, `wanted` a version."""

    settled = Signal(object)
    left = Signal()
    wanted = Signal(object)

    def __init__(self, model: TextsModel, today: date, file: FileCard) -> None:
        super().__init__(SPACE.S)
        self._model = model
        self.everything, self.preview = CheckBox(N_("Vis alt som kan stå i brevet")), Preview()
        self.everything.set_value(True)
        self.found, self.approval, self.file = FactsCard(N_("Hele teksten")), ApprovalCard(today), file
        self.news: NewsCard | None = None
        self.versions: VersionsCard | None = None
        self.history: HistoryCard | None = None
        for part in (self.everything, self.preview, self.found, self.approval, self.file):
            self.body.addWidget(part)
        self.body.setSpacing(SPACE.M)
        self.body.addStretch(1)
        look.changed.connect(self._size_preview)
        self._size_preview()

    def show_text(self) -> None:
        """Show the open text as the model has it now."""
        model, line = self._model, self._model.line
        self.approval.show_line(line, unsaved=bool(model.draft.blocks), may_write=model.may_write)
        if self.news is None or not self.news.is_about(line, may_write=model.may_write):
            self.news = self._put(self.news, NewsCard(line, may_write=model.may_write), first=True)
            self.news.settled.connect(self.settled)
        self.versions = self._put(
            self.versions, VersionsCard(line, may_write=model.may_write), first=len(line.heads) > 1
        )
        self.versions.left.connect(self.left)
        self.versions.wanted.connect(self.wanted)
        self.history = self._put(self.history, HistoryCard(*model.history(), may_write=model.may_write))
        self.history.wanted.connect(self.wanted)

    def show_looked(self, looked: Looked) -> None:
        """Show the letter, or why there is none, and what is to be said of the whole."""
        self.found.show_facts(facts([each for each in looked.findings if not each.block]))
        if looked.pdf:
            self.preview.show_pdf(looked.pdf)
        else:
            self.preview.show_trouble(looked.instead)

    def _put(self, before: C | None, now: C, *, first: bool = False) -> C:
        if before is not None:
            before.hide()
            before.deleteLater()
        self.body.insertWidget(0 if first else self.body.count() - 1, now)
        return now

    def _size_preview(self) -> None:
        self.preview.view.setFixedHeight(tap(_PAGE_HIGH))
