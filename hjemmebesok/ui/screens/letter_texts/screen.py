"""The letter texts: one is open, typed in, seen as a letter at once, saved, and taken to approval."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.letters import Changes
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.letter_texts.actions import TextActions
from hjemmebesok.ui.screens.letter_texts.blocks_pane import BlocksPane
from hjemmebesok.ui.screens.letter_texts.files import TextFiles
from hjemmebesok.ui.screens.letter_texts.letter_pane import LetterPane
from hjemmebesok.ui.screens.letter_texts.looking import Looked
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.panes import Panes
from hjemmebesok.ui.screens.letter_texts.texts import TextsList
from hjemmebesok.ui.screens.letter_texts.unsaved import UnsavedBar
from hjemmebesok.ui.screens.letter_texts.watch import Watch
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 1150  # px at 100 %: narrower than this, one part is shown at a time


class LetterTextsScreen(QWidget):
    """`open("information/tr")` opens that text."""

    folds_navigation = True

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self.model = TextsModel(window.desk)
        self.actions_of_text = TextActions(window, self.model)
        self.files = TextFiles(window, self.model, self)
        self.texts, self.bar = TextsList(), UnsavedBar()
        self.middle = BlocksPane(window.desk, self.model)
        self.right = LetterPane(self.model, window.desk.today(), self.files.card)
        self.watch = Watch(self.model.looking, self)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def ready(self) -> bool:
        """Whether what is typed now has been looked at."""
        return self.watch.ready

    def open(self, key: str) -> None:
        """Open one text: the letter's code and the language, with a slash between them."""
        self._open(*key.split("/"))

    def refresh(self, changes: Changes | None = None) -> None:
        """Read all anew where a text or its approval has changed; what is typed stays."""
        if changes is None or changes.kinds & {"letter_text", "text_approval"}:
            self.model.read()
            self._show()

    def _lay_out(self) -> None:
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, SPACE.S, 0, SPACE.S)
        beside.addWidget(self.texts)
        parts = [(N_("Tekster"), left, 4), (N_("Avsnitt"), self.middle, 6), (N_("Brevet"), self.right, 6)]
        self.panes = Panes(parts, _ROOMY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE.XL, SPACE.L, SPACE.L, 0)
        inside.addWidget(WrapLabel(N_("Brevtekster"), "display"))
        inside.addWidget(self.panes, 1)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        act, blocks = self.actions_of_text, self.middle.blocks
        self.texts.chosen.connect(self._open)
        self.middle.changed.connect(self._show_typed)
        blocks.marked.connect(act.mark)
        blocks.fetched.connect(act.fetch)
        blocks.removed.connect(act.remove)
        self.right.settled.connect(act.settle)
        self.right.left.connect(act.leave_own)
        self.right.wanted.connect(act.use)
        self.right.approval.noted.connect(act.note)
        self.right.everything.edited.connect(self._show_everything)
        self.bar.save.clicked.connect(self._save)
        self.bar.drop.clicked.connect(self._drop)
        self.watch.looked.connect(self._show_looked)

    def _open(self, letter: str, language: str) -> None:
        self.files.forget()
        self.model.open(letter, language)
        self._show()
        self.middle.go_to_top()

    def _show(self) -> None:
        self.texts.show_lines(self.model.lines, self.model.letter, self.model.language)
        self.middle.show_text()
        self.right.show_text()
        self._show_unsaved()
        self.watch.now()

    def _show_typed(self) -> None:
        self._show_unsaved()
        self.watch.soon()

    def _show_unsaved(self) -> None:
        self.bar.show_text(self.model, writing=self.middle.writing)
        self.right.approval.show_unsaved(bool(self.model.draft.blocks))
        self.files.show_text()

    def _show_everything(self, everything: bool) -> None:
        self.model.everything = everything
        self.watch.now()

    def _show_looked(self, looked: Looked) -> None:
        self.middle.blocks.show_findings(looked.findings)
        self.right.show_looked(looked)

    def _save(self) -> None:
        if self.actions_of_text.save():
            self.refresh()  # also where what was typed is what stood there: nothing is unsaved any more

    def _drop(self) -> None:
        self.actions_of_text.drop()
        self.refresh()
