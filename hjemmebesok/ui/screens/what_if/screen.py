"""What if the criteria were others: a proposal is put together, compared, and told as who moves from what to what."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.caseload_rows import Stopped
from hjemmebesok.casework.whatif import WhatIf
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.screens.what_if.choosing import ChoosingCard
from hjemmebesok.ui.screens.what_if.found import Found
from hjemmebesok.ui.screens.what_if.model import headline
from hjemmebesok.ui.screens.what_if.run import Run
from hjemmebesok.ui.screens.what_if.running import RunningCard
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ActionBar, Button, ScrollPage, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class WhatIfScreen(QWidget):
    """`run` is the comparison under way, or None; `found` what the last one came to, None once the proposal changes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self.run: Run | None = None
        self.found: Found | None = None
        self.choosing, self.running = ChoosingCard(window.desk), RunningCard()
        self.compare = Button(N_("Sammenlign"), "primary", "scale", "Ctrl+Return")
        self.start_over = Button(N_("Start på nytt"), "secondary", "undo-2")
        self.stop = Button(N_("Stopp"), "secondary", "x", "Esc")
        self.bar = ActionBar(self.start_over, self.stop, self.compare)
        self._lay_out()
        self.compare.clicked.connect(self._compare)
        self.start_over.clicked.connect(self.choosing.start_over)
        self.stop.clicked.connect(self._stop)
        self.choosing.changed.connect(self._forget)
        self._show_buttons()

    def open(self, key: str) -> None:
        """Show a proposal: JSON with the ruleset and its settings."""
        named = json.loads(key)
        self.choosing.propose(named["ruleset"], named["settings"])
        self.compare.setFocus()

    @property
    def ready(self) -> bool:
        """Whether nothing is being compared."""
        return self.run is None

    def _lay_out(self) -> None:
        self._page = ScrollPage()
        body = self._page.body
        body.setSpacing(SPACE.M)
        body.addWidget(WrapLabel(N_("Hva hvis kravene endres?"), "display"))
        body.addWidget(
            WrapLabel(N_("Alle kartlagte husstander holdes opp mot reglene nå og mot et forslag."), tone="muted")
        )
        for part in (self.choosing, self.running):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self.bar)

    def _show_buttons(self) -> None:
        comparing = self.run is not None
        self.running.setVisible(comparing)
        self.stop.setVisible(comparing)
        self.compare.setVisible(not comparing)
        self.start_over.setVisible(not comparing)
        self.choosing.setEnabled(not comparing)

    def _compare(self) -> None:
        if not self.choosing.check():
            return
        try:
            proposal = self.choosing.proposal()
        except Refused as refused:
            self._window.say(refused.phrase, "warn")
            return
        self._forget()
        self.run = Run(self._window.desk, self.choosing.rules, proposal)
        self.run.progress.connect(self.running.show_progress)
        self.destroyed.connect(self.run.stop)  # the window was locked: nobody waits for it any more
        self.running.show_progress(0, 0)
        self._show_buttons()
        in_background(self.run, self._compared, self._not_compared)

    def _compared(self, found: WhatIf) -> None:
        self.run = None
        self._show_buttons()
        self.found = Found(self._window.desk, found)
        self.found.opened.connect(self._open)
        self.found.choosing.connect(lambda: self._window.go("in_step"))
        self._page.body.insertWidget(self._page.body.count() - 1, self.found)
        self.bar.status.say(headline(found), icon="scale", tone="info")
        QTimer.singleShot(0, self._scroll_to_found)  # it has its place only once it is laid out

    def _scroll_to_found(self) -> None:
        if self.found is not None:
            self._page.verticalScrollBar().setValue(self.found.y() - SPACE.M)

    def _not_compared(self, trouble: Exception) -> None:
        self.run = None
        self._show_buttons()
        if not isinstance(trouble, Stopped):
            self._window.say(trouble_words(trouble), "bad")

    def _stop(self) -> None:
        if self.run is not None:
            self.run.stop()

    def _forget(self) -> None:
        """What was found holds no longer."""
        if self.found is not None:
            self.found.hide()
            self.found.deleteLater()
            self.found = None
        self.bar.status.say("")

    def _open(self, household: str) -> None:
        self._window.go("household", household)
