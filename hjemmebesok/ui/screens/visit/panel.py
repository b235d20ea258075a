"""What may fit: each set of rules with how it stands, and one of them opened. Guidance, never a decision."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.assess import Advice
from hjemmebesok.casework.rules_in_use import RULES
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.verdict import GUIDANCE, Verdict
from hjemmebesok.ui.screens.visit.rules_button import RulesButton
from hjemmebesok.ui.screens.visit.rules_view import RulesView
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.unsettled import UnsettledLine
from hjemmebesok.ui.widgets import FactLine, ScrollPage, WrapLabel


class Panel(QFrame):
    """`wanted` carries the fact that an open condition asks for; `looked_at` comes when other rules are seen."""

    wanted = Signal(object)
    looked_at = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "panel")
        self.buttons = {rules: RulesButton(rules) for rules in RULES}
        self.views: dict[str, RulesView] = {}
        self.here = RULES[0]
        self._verdicts: dict[str, Verdict] = {}
        self._lay_out()
        for rules, button in self.buttons.items():
            button.clicked.connect(lambda _=False, to=rules: self.go(to))
        self.go(self.here)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.M, 0, 0)
        column.setSpacing(0)
        self._page = ScrollPage(margin=SPACE.L, ground="surface")
        self._page.body.setContentsMargins(SPACE.L, 0, SPACE.L, SPACE.M)
        self._page.body.setSpacing(SPACE.S)
        self._page.body.addWidget(WrapLabel(N_("Hva kan passe?"), "title"))
        for button in self.buttons.values():
            self._page.body.addWidget(button)
        self.absent = FactLine("circle-alert", "", icon_tone="warn")
        self.absent.hide()
        self._page.body.addWidget(self.absent)
        self.unsettled = UnsettledLine()
        self._page.body.insertWidget(1, self.unsettled)
        self._under = QVBoxLayout()
        self._page.body.addLayout(self._under)
        self._page.body.addStretch(1)
        column.addWidget(self._page, 1)
        column.addWidget(_foot())

    @property
    def view(self) -> RulesView:
        """What the opened rules say."""
        return self.views[self.here]

    @property
    def verdict(self) -> Verdict | None:
        """Of the opened rules; None before anything was weighed."""
        return self._verdicts.get(self.here)

    def go(self, rules: str) -> None:
        """Open these rules."""
        self.here = rules
        if rules not in self.views:
            view = self.views[rules] = RulesView()
            view.wanted.connect(self.wanted)
            self._under.addWidget(view)
        for each, view in self.views.items():
            view.setVisible(each == rules)
        for each, button in self.buttons.items():
            button.setChecked(each == rules)
        if self.verdict:
            self.view.show_verdict(self.verdict)
        self.looked_at.emit()

    def show_verdicts(self, verdicts: Sequence[Verdict], absent: Phrase | None = None) -> None:
        """Show these from now on; where there are none, what is `absent` for there to be any."""
        self.absent.setVisible(absent is not None)
        for part in (*self.buttons.values(), self.view):
            part.setVisible(absent is None)
        if absent is not None:
            self.absent.say(absent)
            return
        self._verdicts = {verdict.ruleset.id: verdict for verdict in verdicts}
        for rules, verdict in self._verdicts.items():
            self.buttons[rules].show_verdict(verdict)
        self.view.show_verdict(self._verdicts[self.here])

    def show_advice(self, advice: Advice, verdict: Verdict) -> None:
        """Show what would help, unless something else is known or looked at by now."""
        if verdict is self.verdict:
            self.view.show_advice(advice, verdict)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()


def _foot() -> QWidget:
    holder = QFrame()
    holder.setProperty("card", "bar")
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE.L, SPACE.S, SPACE.L, SPACE.S)
    row.addWidget(FactLine("info", GUIDANCE, "label", icon_tone="info"))
    return holder
