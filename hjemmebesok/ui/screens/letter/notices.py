"""What must be remembered before a letter to this household goes out of the house."""

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.widgets import Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList


class Notices(Card):
    """Hidden where there is nothing to remember."""

    def __init__(self) -> None:
        super().__init__(ground="bad")
        self._facts = FactList()
        self.body.addWidget(self._facts)

    def show_household(self, household: Household) -> None:
        """Show what holds for this household."""
        facts = []
        if household.protection.masks_address:
            words = N_("Adressen er fortrolig og står ikke i brevet. Lever det slik kommunens rutine sier.")
            facts.append(Fact("shield-alert", words, "bad"))
        if household.reserved:
            facts.append(Fact("hand", N_("Husstanden har bedt om ikke å bli kontaktet."), "bad"))
        self._facts.show_facts(facts)
        self.setVisible(bool(facts))
