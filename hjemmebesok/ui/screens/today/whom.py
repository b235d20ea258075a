"""Whom a visit is for: searched for, or already known."""

from PySide6.QtCore import Qt, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, household_cards
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.screens.households.words import address, care, people, speaks
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.fact_list import Fact, FactList
from hjemmebesok.ui.widgets.label import WrapLabel


class Whom(Card):
    """`household` is the id of the chosen one, '' while none is; `chosen` comes as it becomes another."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Hvem skal du besøke?"))
        self._desk = desk
        self.household = ""
        self.finder = HouseholdFinder(desk, most=4)
        self._name = WrapLabel("", "section")
        self._facts = FactList()
        self.other = Button(N_("Velg en annen"), "quiet", "search")
        self._problem = FactLine("circle-alert", N_("Velg hvem du skal besøke."), "small", "bad", icon_tone="bad")
        for widget in (self.finder.field, self._problem, self.finder, self._name, self._facts):
            self.body.addWidget(widget)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.finder.field.edited.connect(lambda typed: self.finder.setVisible(bool(typed)))
        self.finder.chosen.connect(self._choose)
        self.other.clicked.connect(self._search)

    def show_household(self, household: str, card: HouseholdCard | None) -> None:
        """Show this one as chosen, or the search field where there is none."""
        self.household = household if card else ""
        for widget in (self._name, self._facts, self.other):
            widget.setVisible(card is not None)
        self.finder.field.setVisible(card is None)
        self.finder.setVisible(False)
        self._problem.setVisible(False)
        if card is not None:
            self._name.say(plain(card.household.name))
            self._facts.show_facts(_facts(card))
        self.chosen.emit()

    def hold(self, held: bool) -> None:
        """Whether it is given whom the visit is for."""
        self.other.setVisible(bool(self.household) and not held)

    def check(self) -> bool:
        """Say that one is missing, if so; true where one is chosen."""
        self._problem.setVisible(not self.household)
        return bool(self.household)

    def _choose(self, household: str) -> None:
        self.finder.field.clear()
        self.show_household(household, household_cards(self._desk, [household]).get(household))

    def _search(self) -> None:
        self.show_household("", None)
        self.finder.field.setFocus(Qt.FocusReason.TabFocusReason)


def _facts(card: HouseholdCard) -> list[Fact]:
    note = card.household.safety_note
    return [
        *(Fact(status.icon, status.words, "bad") for status in care(card.household)),
        Fact("shield-alert", plain(note) if note else "", "bad"),
        Fact("map-pin", "" if card.household.protection.masks_address else address(card)),
        Fact("users", people(card.household)),
        Fact("languages", speaks(card.household)),
    ]
