"""Contact and home: address, telephones, language, rent and lease of a household."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households import words
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.editable_row import EditableRow
from hjemmebesok.ui.widgets.fact_row import FactRow
from hjemmebesok.ui.widgets.text_edit import TextEdit

Place = tuple[str, str]
"""Id of a record, and one of its fields."""

_LONGEST_PHONE = 40


class ContactCard(Card):
    """`phone_saved` carries the id of a person and the new number, `reserved_changed` whether they want no contact.
    `places` says which row shows which field. `turned`: somebody began to type in a row, or is done."""

    phone_saved = Signal(str, str)
    turned = Signal()
    reserved_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(N_("Kontakt og bolig"))
        self.places: dict[Place, FactRow] = {}
        self.phones: dict[str, EditableRow] = {}
        self._address = FactRow(N_("Adresse"))
        self._home = FactRow(N_("Bygg"))
        self._language = FactRow(N_("Språk"))
        self._rent = FactRow(N_("Husleie"))
        self._lease = FactRow(N_("Kontrakt"))
        for row in (self._address, self._home, self._language, self._rent, self._lease):
            self.body.addWidget(row)
        self.reserved = CheckBox(N_("Vil ikke kontaktes"))
        self.reserved.edited.connect(self.reserved_changed)
        self.body.addWidget(self.reserved)

    def show_household(self, card: HouseholdCard) -> None:
        """Show this household from now on; a number that is being typed is left alone."""
        self._show_phones([person for person in card.persons if person.role is not Role.CHILD])
        self._address.show_value(words.address(card))
        self._language.show_value(words.speaks(card.household))
        self._rent.show_value(_rent(card.tenancy))
        self._lease.show_value(_lease(card.tenancy))
        estate = card.dwelling.estate if card.dwelling and not card.household.protection.masks_address else ""
        self._home.show_value(plain(estate))
        self._home.setVisible(bool(estate))
        self.reserved.set_value(card.household.reserved)
        self.places = dict(self._places(card))

    def _show_phones(self, adults: list[Person]) -> None:
        if list(self.phones) != [person.id for person in adults]:
            self._make_phones(adults)
        for person in adults:
            if not self.phones[person.id].editing:
                self.phones[person.id].show_text(person.phone, plain(person.phone) if person.phone else N_("Ukjent"))

    def _make_phones(self, adults: list[Person]) -> None:
        for row in self.phones.values():
            self.body.removeWidget(row)
            row.setParent(None)
        self.phones = {person.id: self._phone(person, alone=len(adults) == 1) for person in adults}
        for place, row in enumerate(self.phones.values()):
            self.body.insertWidget(self.body.indexOf(self._address) + 1 + place, row)

    def _phone(self, person: Person, *, alone: bool) -> EditableRow:
        first = person.name.split(" ")[0]
        name: Words = N_("Telefon") if alone else Phrase("Telefon, {name}", name=first)
        row = EditableRow(name, TextEdit(longest=_LONGEST_PHONE))
        row.saved.connect(lambda number: self.phone_saved.emit(person.id, number))
        row.turned.connect(self.turned)
        return row

    def _places(self, card: HouseholdCard) -> Mapping[Place, FactRow]:
        places: dict[Place, FactRow] = {(person, "phone"): row for person, row in self.phones.items()}
        household = card.household.id
        places |= {(household, field): self._language for field in ("language", "interpreter_needed")}
        if card.dwelling:
            fields = ("address", "unit", "postcode", "place", "estate")
            places |= {(card.dwelling.id, field): self._address for field in fields}
        if card.tenancy:
            places |= {(card.tenancy.id, field): self._rent for field in ("rent", "arrears")}
            places |= {(card.tenancy.id, field): self._lease for field in ("starts", "ends")}
        return places


def _rent(tenancy: Tenancy | None) -> Words:
    if tenancy is None or tenancy.rent is None:
        return N_("Ukjent")
    if tenancy.arrears is None:
        return Phrase("{rent}, restanse er ukjent", rent=tenancy.rent)
    if not tenancy.arrears:
        return Phrase("{rent}, ingen restanse", rent=tenancy.rent)
    return Phrase("{rent}, skylder {arrears}", rent=tenancy.rent, arrears=tenancy.arrears)


def _lease(tenancy: Tenancy | None) -> Words:
    if tenancy is None:
        return N_("Ingen leiekontrakt")
    if tenancy.starts and tenancy.ends:
        return Phrase("{start} til {end}", start=tenancy.starts, end=tenancy.ends)
    if tenancy.ends:
        return Phrase("Til {end}", end=tenancy.ends)
    return Phrase("Fra {start}, uten sluttdato", start=tenancy.starts) if tenancy.starts else N_("Ukjent")
