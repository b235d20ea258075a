"""The letter texts: one is open, typed in, seen as a letter at once, saved, and taken to approval."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.letters import Changes
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.text_back import use_shipped, use_version
from hjemmebesok.casework.text_drafts import drop_text_draft, save_text_draft
from hjemmebesok.casework.text_edits import add_missing, mark_block_current, remove_block
from hjemmebesok.casework.text_update import settle_update
from hjemmebesok.domain.letter_text import TextStatus, TextVersion
from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.screens.letter.preview import Preview
from hjemmebesok.ui.screens.letter.using import FactsCard
from hjemmebesok.ui.screens.letter_texts.approval import ApprovalCard
from hjemmebesok.ui.screens.letter_texts.block import fact
from hjemmebesok.ui.screens.letter_texts.blocks import Blocks
from hjemmebesok.ui.screens.letter_texts.history import HistoryCard
from hjemmebesok.ui.screens.letter_texts.looking import Looked, Looking
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.panes import Panes
from hjemmebesok.ui.screens.letter_texts.texts import TextsList
from hjemmebesok.ui.screens.letter_texts.versions import VersionsCard
from hjemmebesok.ui.screens.letter_texts.words import called
from hjemmebesok.ui.theme import SPACE, look, tap
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ActionBar, Button, CheckBox, ScrollPage, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 1150  # px at 100 %: narrower than this, one part is shown at a time
_PAGE_HIGH = 430  # px at 100 %: how high the letter is shown
_PAUSE = 400  # ms after the last key, before the letter is made anew


class LetterTextsScreen(QWidget):
    """`open("information/tr")` opens that text."""

    folds_navigation = True

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self.model = TextsModel(window.desk)
        self.looked: Looked | None = None  # None while what is typed now has not been looked at
        self._looking: Looking | None = None
        self.name = WrapLabel("", "section")
        self.texts, self.blocks, self.preview = TextsList(), Blocks(), Preview()
        self.approval, self.found = ApprovalCard(window.desk.today()), FactsCard(N_("Hele teksten"))
        self.versions: VersionsCard | None = None
        self.history: HistoryCard | None = None
        self.everything = CheckBox(N_("Vis alt som kan stå i brevet"))
        self.everything.set_value(True)
        self.save = Button(N_("Lagre"), "primary", "check", "Ctrl+S")
        self.drop = Button(N_("Forkast endringene"), "secondary", "undo-2")
        self.bar = ActionBar(self.drop, self.save)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def ready(self) -> bool:
        """Whether what is typed now has been looked at."""
        return self.looked is not None and not self._soon.isActive()

    def open(self, key: str) -> None:
        """Open one text: the letter's code and the language, with a slash between them."""
        self._open(*key.split("/"))

    def refresh(self, changes: Changes | None = None) -> None:
        """Read all anew where a text or its approval has changed; what is typed stays."""
        if changes is None or changes.kinds & {"letter_text", "text_approval"}:
            self.model.read()
            self._show()

    # layout

    def _lay_out(self) -> None:
        left, middle, right = QWidget(), ScrollPage(SPACE.S), ScrollPage(SPACE.S)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, SPACE.S, 0, SPACE.S)
        beside.addWidget(self.texts)
        middle.body.addWidget(self.name)
        middle.body.addWidget(self.blocks)
        for part in (self.everything, self.preview, self.found, self.approval):
            right.body.addWidget(part)
        for page in (middle, right):
            page.body.setSpacing(SPACE.M)
            page.body.addStretch(1)
        self._middle, self._right = middle, right.body
        self.panes = Panes([(N_("Tekster"), left, 4), (N_("Avsnitt"), middle, 6), (N_("Brevet"), right, 6)], _ROOMY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE.XL, SPACE.L, SPACE.L, 0)
        inside.addWidget(WrapLabel(N_("Brevtekster"), "display"))
        inside.addWidget(self.panes, 1)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)
        self._size_preview()

    def _size_preview(self) -> None:
        self.preview.view.setFixedHeight(tap(_PAGE_HIGH))

    def _connect(self) -> None:
        look.changed.connect(self._size_preview)
        self.texts.chosen.connect(self._open)
        self.blocks.typed.connect(self._type)
        self.blocks.marked.connect(self._mark)
        self.blocks.fetched.connect(self._fetch)
        self.blocks.removed.connect(self._remove)
        self.approval.noted.connect(self._note)
        self.everything.edited.connect(self._show_everything)
        self.save.clicked.connect(self._save)
        self.drop.clicked.connect(self._drop)
        self._soon.timeout.connect(self._look)

    # the open text

    def _open(self, letter: str, language: str) -> None:
        self.model.open(letter, language)
        self._show()
        self._middle.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        model = self.model
        self.texts.show_lines(model.lines, model.letter, model.language)
        self.name.say(called(model.letter, model.language))
        self.blocks.show_blocks(model.blocks(), model.draft.words, translated=model.language != "nb")
        self.approval.show_line(model.line, unsaved=bool(model.draft.blocks))
        self._show_versions()
        self._show_history()
        self._show_unsaved()
        self._look()

    def _show_versions(self) -> None:
        if self.versions is not None:
            self.versions.hide()
            self.versions.deleteLater()
        self.versions = VersionsCard(self.model.line)
        self.versions.kept.connect(self._keep_own)
        self.versions.left.connect(self._leave_own)
        self.versions.wanted.connect(self._use)
        urgent = bool(self.model.line.news) or len(self.model.line.heads) > 1
        self._right.insertWidget(0 if urgent else self._right.count() - 1, self.versions)

    def _show_history(self) -> None:
        if self.history is not None:
            self.history.hide()
            self.history.deleteLater()
        self.history = HistoryCard(*self.model.history())
        self.history.wanted.connect(self._use)
        self._right.insertWidget(self._right.count() - 1, self.history)

    def _show_unsaved(self) -> None:
        unsaved = len(self.model.draft.blocks)
        self.save.setEnabled(unsaved > 0)
        self.drop.setEnabled(unsaved > 0)
        self.approval.show_unsaved(unsaved > 0)
        words: Words = Plural("{n} avsnitt er ikke lagret", "{n} avsnitt er ikke lagret", unsaved)
        if unsaved:
            self.bar.status.say(words, N_("Brevene bruker den lagrede teksten."), "pen-line", "warn")
        else:
            self.bar.status.say(N_("Alt er lagret"), "", "circle-check", "ok")

    # typing and looking

    def _type(self, block: str, words: str) -> None:
        self.model.keep(block, words)
        self._show_unsaved()
        self._soon.start()

    def _show_everything(self, everything: bool) -> None:
        self.model.everything = everything
        self._look()

    def _look(self) -> None:
        self.looked, self._looking = None, self.model.looking()
        looking = self._looking
        in_background(lambda: (looking, looking()), self._looked, self._failed)

    def _looked(self, found: tuple[Looking, Looked]) -> None:
        if found[0] is not self._looking:
            return  # something else is open, or typed, meanwhile
        self.looked = looked = found[1]
        self.blocks.show_findings(looked.findings)
        whole = [each for each in looked.findings if not each.block]
        self.found.show_facts([fact(each) for each in whole])
        if looked.pdf:
            self.preview.show_pdf(looked.pdf)
        else:
            self.preview.show_trouble(looked.instead)

    def _failed(self, trouble: Exception) -> None:
        self.preview.show_trouble(trouble_words(trouble))

    # what is done

    def _save(self) -> None:
        if self._act(save_text_draft, said=N_("Lagret som en ny versjon.")) and self.model.draft.blocks:
            self.refresh()  # what was typed is what stood there already: nothing is changed, and nothing is unsaved

    def _drop(self) -> None:
        drop_text_draft(self._desk, self.model.letter, self.model.language)
        self.refresh()

    def _mark(self, block: str) -> None:
        self._act(mark_block_current, block, said=N_("Merket som oppdatert."))

    def _fetch(self, block: str) -> None:
        self._act(add_missing, block, said=N_("Hentet. Oversett avsnittet nå."))

    def _remove(self, block: str) -> None:
        self._act(remove_block, block, said=N_("Avsnittet er tatt ut."))

    def _keep_own(self) -> None:
        self._act(settle_update, said=N_("Kommunens tekst gjelder fortsatt."))

    def _leave_own(self) -> None:
        self._act(use_shipped, said=N_("Programmets tekst gjelder fra nå av."))

    def _use(self, version: TextVersion) -> None:
        self._window.act(lambda: use_version(self._desk, version), N_("Versjonen gjelder fra nå av."))

    def _note(self, status: TextStatus, by: str, on: date | None) -> None:
        if on is None:
            self._window.say(N_("Skriv datoen slik: 07.03.2026."), "warn")
        else:
            self._act(set_status, status, by, on, said=N_("Ført inn."))

    def _act(self, action: Callable[..., Changes], *what: Any, said: Words) -> bool:
        """Do this with the open text."""
        letter, language = self.model.letter, self.model.language
        return self._window.act(lambda: action(self._desk, letter, language, *what), said)
