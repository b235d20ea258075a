"""Whose home it is, and what to mind there. Always in sight."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.phrase import Words
from hjemmebesok.domain.visit import Visit
from hjemmebesok.ui.i18n import plain, speech
from hjemmebesok.ui.screens.visit import household_facts
from hjemmebesok.ui.screens.visit.steps import StepsButton
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import FactLine, Flow, Pill, WrapLabel


class Header(QFrame):
    """`fold(True)` leaves the card out, and lets the steps be chosen from a button beside the name."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepsButton()
        self._name = WrapLabel("", "title")
        self._contract = Pill("", "warn", "clock")
        self._facts = {name: FactLine(name, "") for name in ("map-pin", "users", "languages")}
        self._flow = Flow(*self._facts.values(), gap=SPACE.L)
        self._safety = FactLine("shield-alert", "", "label", "bad", icon_tone="bad")
        self._shown: tuple[HouseholdCard, Visit, date] | None = None
        self._lay_out()
        self.fold(False)
        speech.changed.connect(self._show_again)

    def _lay_out(self) -> None:
        self._top = top = QHBoxLayout()
        top.setSpacing(SPACE.L)
        top.addWidget(self._name, 1)
        top.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE.S)
        self._column.addLayout(top)
        self._column.addWidget(self._flow)
        self._column.addWidget(self._safety)

    def fold(self, folded: bool) -> None:
        """Narrow, or wide."""
        self._folded = folded
        self.setProperty("card", "" if folded else "plain")
        self.style().unpolish(self)
        self.style().polish(self)
        self.steps.setVisible(folded)
        if folded:
            self._flow.add(self._contract)
        else:
            self._top.insertWidget(1, self._contract, 0, Qt.AlignmentFlag.AlignTop)
        margin = (0, SPACE.S, 0, SPACE.XS) if folded else (20, SPACE.L, 20, SPACE.L)
        self._column.setContentsMargins(*margin)
        self._show_again()

    def show_visit(self, card: HouseholdCard, visit: Visit, on: date) -> None:
        """Show this household from now on."""
        if self._shown == (card, visit, on):
            return
        self._shown = (card, visit, on)
        self._show_again()

    def _show_again(self) -> None:
        """What stands here depends on the language and on the room, too."""
        if not self._shown:
            return
        card, visit, on = self._shown
        self._name.say(plain(card.household.name))
        self._show(self._safety, household_facts.safety(card, visit))
        self._show(self._facts["map-pin"], household_facts.address(card))
        self._show(self._facts["users"], "" if self._folded else household_facts.people(card))
        self._show(self._facts["languages"], household_facts.language(card, visit))
        ends = household_facts.contract(card, short=self._folded)
        self._contract.show_status(ends, household_facts.contract_tone(card, on), "clock")
        self._contract.setVisible(bool(ends))

    def _show(self, line: FactLine, words: Words) -> None:
        line.say(words)
        line.setVisible(bool(words))
