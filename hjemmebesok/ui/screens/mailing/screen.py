"""A letter to everyone who has not had it: looked through first, then made, and stopped whenever one likes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hjemmebesok.casework.letter_log import LogLine
from hjemmebesok.casework.mailing import MailingResult
from hjemmebesok.casework.mailing_plan import MailingPlan
from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.mailing.choosing import ChoosingCard
from hjemmebesok.ui.screens.mailing.files import FilesCard
from hjemmebesok.ui.screens.mailing.model import MailingModel, outcome
from hjemmebesok.ui.screens.mailing.run import Run
from hjemmebesok.ui.screens.mailing.running import RunningCard
from hjemmebesok.ui.screens.mailing.using import UsingFiles
from hjemmebesok.ui.screens.mailing.who import Who
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ActionBar, Button, FactLine, ScrollPage, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class MailingScreen(QWidget):
    """`plan` is who would get the letter now, None while that is being found out; `run` is under way, or None."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self.model = MailingModel(window.desk)
        self.plan: MailingPlan | None = None
        self.run: Run | None = None
        self.result: MailingResult | None = None
        self._made_of = "", ""  # the letter of the result, and the meeting it invites to
        self.who: Who | None = None
        self.files: FilesCard | None = None
        self.using = UsingFiles(window, self)
        self.choosing, self.running = ChoosingCard(self.model), RunningCard()
        self.make = Button(N_("Lag brevene …"), "primary", "file-text", "Ctrl+Return")
        self.stop = Button(N_("Stopp"), "secondary", "x", "Esc")
        self.texts = Button(N_("Brevtekster og godkjenning"), "secondary", "pen-line")
        self.bar = ActionBar(self.texts, self.stop, self.make)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def ready(self) -> bool:
        """Whether what was last asked for is found out, and nothing is being made."""
        return self.plan is not None and self.plan.choices == self.model.choices and self.run is None

    def refresh(self, _changes: object = None) -> None:
        """Find out anew who is to have it."""
        if self.run is None:
            self._show_buttons()
            self.choosing.show_meetings()
            in_background(self.model.find_out, self._found_out, self._failed)

    def make_in(self, folder: Path) -> None:
        """Make the letters in this folder."""
        self.run = Run(self._window.desk, self.model.choices, folder, self.model.padding)
        self.run.progress.connect(self.running.show_progress)
        self.destroyed.connect(self.run.stop)  # the window was locked: the store is shut, and nothing more is made
        self.running.show_progress(0, self.plan.to_make if self.plan else 0)
        self._show_buttons()
        in_background(self.run, self._made, self._failed)

    # layout

    def _lay_out(self) -> None:
        self._page = ScrollPage()
        body = self._page.body
        body.setSpacing(SPACE.M)
        body.addWidget(WrapLabel(N_("Brev til alle som ikke har fått det"), "display"))
        nothing_sent = N_("Programmet sender ingenting selv. Filene er ikke kryptert: slett dem når brevene er sendt.")
        body.addWidget(FactLine("hand", nothing_sent, "body", "muted"))
        for part in (self.running, self.choosing):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.choosing.chosen.connect(self.refresh)
        self.make.clicked.connect(self._ask_where)
        self.stop.clicked.connect(self._stop)
        self.texts.clicked.connect(self._open_texts)

    def _show_buttons(self) -> None:
        making = self.run is not None
        self.running.setVisible(making)
        self.stop.setVisible(making)
        self.choosing.setEnabled(not making)
        self.make.setVisible(not making)
        to_make = self.plan.to_make if self.plan and self.ready else 0
        self.make.setEnabled(to_make > 0)
        self.make.say(Plural("Lag {n} brev …", "Lag {n} brev …", to_make) if to_make else N_("Lag brevene …"))

    # what happens

    def _found_out(self, found: tuple[MailingPlan, list[LogLine]]) -> None:
        plan, log = found
        if plan.choices != self.model.choices or self.run is not None:
            return  # something else has been chosen meanwhile
        self.plan = plan
        if self.result and (plan.choices.letter, plan.choices.meeting) != self._made_of:
            self.result = None  # what became of another letter
        failed = [each for each in self.result.left_out if each not in plan.left_out] if self.result else []
        self._show_who(Who(plan, failed, self.model.log_lines(log)))
        self._show_buttons()
        self.bar.status.say(*self._status(plan))

    def _status(self, plan: MailingPlan) -> tuple[Words, Words, str, str]:
        if self.result is not None:
            trouble = self.result.trouble
            return outcome(self.result), trouble, *(("circle-alert", "bad") if trouble else ("circle-check", "ok"))
        if plan.to_make:
            return N_("Ingenting er laget ennå"), "", "info", "info"
        return N_("Det er ingen å lage brev til"), "", "info", "info"

    def _made(self, result: MailingResult) -> None:
        self.run, self.result = None, result
        self._made_of = self.model.choices.letter, self.model.choices.meeting
        if result.changes:
            self._window.changed.emit(result.changes)
        if result.trouble:
            self._window.say(result.trouble, "bad")
        self._show_files(result)
        self.refresh()

    def _failed(self, trouble: Exception) -> None:
        self.run = None
        self._show_buttons()
        self._window.say(trouble_words(trouble), "bad")

    def _ask_where(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(self, say(N_("Velg en mappe til brevene")), start)
        if folder:
            self.make_in(Path(folder))

    def _stop(self) -> None:
        if self.run is not None:
            self.run.stop()
            self.bar.status.say(N_("Stopper når brevet som lages nå, er ferdig …"), icon="info", tone="info")

    def _open_texts(self) -> None:
        self._window.go("letter_texts")

    def _show_files(self, result: MailingResult) -> None:
        if self.files is not None:
            self.files.hide()
            self.files.deleteLater()
            self.files = None
        if result.files:
            self.files = FilesCard(result.files)
            self.files.to_open.connect(self.using.open)
            self.files.to_print.connect(self.using.print)
            self._page.body.insertWidget(self._page.body.indexOf(self.running), self.files)
            self._page.verticalScrollBar().setValue(0)

    def _show_who(self, who: Who) -> None:
        if self.who is not None:
            self.who.hide()
            self.who.deleteLater()
        self.who = who
        self._page.body.insertWidget(self._page.body.count() - 1, who)
        who.show()
