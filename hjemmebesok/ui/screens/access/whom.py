"""Who asks for access, and who else in the household may be in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.domain.person import ROLE_WORDS, Person, Role
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, ChoiceBox, Field, WrapLabel
from hjemmebesok.ui.widgets.check_box import CheckBox


class WhomCard(Card):
    """`edited` when somebody else asks, or others may be in it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Hvem ber om innsyn?"))
        self.person = ChoiceBox([])
        self.others: dict[str, CheckBox] = {}
        self._persons: Sequence[Person] = ()
        self._about = WrapLabel(
            N_("Kryss av for dem som har sagt ja til å være med, og for barn hun eller han svarer for."),
            "small",
            "muted",
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.XS)
        self.body.addWidget(Field(N_("Navn"), self.person))
        self.body.addWidget(self._about)
        self.body.addLayout(self._list)
        self.person.edited.connect(self._choose)

    def show_persons(self, persons: Sequence[Person]) -> None:
        """Offer these, with the one who holds the lease chosen."""
        self._persons = persons
        self.person.set_options(
            [(each.id, dotted(plain(each.name), Phrase(ROLE_WORDS[each.role]))) for each in persons]
        )
        tenant = next((each.id for each in persons if each.role is Role.TENANT), "")
        self.person.set_value(tenant)
        self._show_others()

    def included(self) -> frozenset[str]:
        """Ids of the others that may be in it."""
        return frozenset(each for each, box in self.others.items() if box.value())

    def _choose(self, _person: str) -> None:
        self._show_others()
        self.edited.emit()

    def _show_others(self) -> None:
        for old in self.others.values():
            self._list.removeWidget(old)
            old.setParent(None)
        self.others = {}
        for each in self._persons:
            if each.id != self.person.value():
                box = self.others[each.id] = CheckBox(plain(each.name))
                box.edited.connect(self.edited)
                self._list.addWidget(box)
        self._about.setVisible(bool(self.others))
