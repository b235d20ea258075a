"""What must be remembered about a household's protection, in words one can act on."""

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList


class ProtectionCard(Card):
    """Hidden where there is nothing to remember."""

    def __init__(self) -> None:
        super().__init__(ground="bad")
        self._facts = FactList()
        self.body.addWidget(self._facts)

    def show_protection(self, household: Household) -> None:
        """Show what holds for this household."""
        facts = []
        if household.protection.masks_address:
            words = N_("Adressen er fortrolig og vises ikke. Skriv den ikke i notater eller brev.")
            facts.append(Fact("shield-alert", words, "bad"))
        if household.reserved:
            words = N_("Husstanden har bedt om ikke å bli kontaktet.")
            facts.append(Fact("hand", words, "bad"))
        self._facts.show_facts(facts)
        self.setVisible(bool(facts))
