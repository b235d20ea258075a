"""What must be remembered about a household's protection, in words one can act on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList
from hjemmebesok.ui.widgets.label import WrapLabel


class ProtectionCard(Card):
    """Hidden where there is nothing to remember. She who is on her way there may look at the address: it stands here
    and nowhere else, and is covered again when the page is left."""

    def __init__(self) -> None:
        super().__init__(ground="bad")
        self._facts = FactList()
        self.address = WrapLabel("", "label")
        self.look = Button("", icon="eye")
        self.body.addWidget(self._facts)
        self.body.addWidget(self.address)
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.look.clicked.connect(self._turn)
        self.cover()

    def show_protection(self, card: HouseholdCard) -> None:
        """Show what holds for this household."""
        facts = []
        masked = card.household.protection.masks_address
        if masked:
            words = N_("Adressen er fortrolig og vises ikke. Skriv den ikke i notater eller brev.")
            facts.append(Fact("shield-alert", words, "bad"))
        if card.household.reserved:
            words = N_("Husstanden har bedt om ikke å bli kontaktet.")
            facts.append(Fact("hand", words, "bad"))
        self._facts.show_facts(facts)
        self._where = card.dwelling.street_line if masked and card.dwelling else ""
        self.look.setVisible(bool(self._where))
        if not self._where or self._where != self.address.text():
            self.cover()
        self.setVisible(bool(facts))

    def cover(self) -> None:
        """Let nobody see the address."""
        self.address.say("")
        self.address.hide()
        self.look.say(N_("Vis adressen"))
        self.look.show_icon("eye")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cover()

    def _turn(self) -> None:
        if not self.address.isHidden():
            self.cover()
            return
        self.address.say(plain(self._where))
        self.address.show()
        self.look.say(N_("Skjul adressen"))
        self.look.show_icon("eye-off")
