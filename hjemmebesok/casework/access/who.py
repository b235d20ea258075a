"""Who they are and where they live, as the page of the right of access tells it."""

from collections.abc import Iterator
from typing import Any

from hjemmebesok.casework.access.sheet import Sheet
from hjemmebesok.casework.access.told import Told
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import ROLE_WORDS, Person
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.letters.document import Block

_PROTECTED = N_("Adressen er fortrolig og står ikke i denne filen. Du kan få se den hos oss.")


def who_blocks(told: Told, sheet: Sheet) -> Iterator[Block]:
    """The persons, the household, the home and the lease, as far as they may be told."""
    yield from _people(told, sheet)
    yield from _home(told, sheet)


def _people(told: Told, sheet: Sheet) -> Iterator[Block]:
    for person in told.all(Person):
        yield sheet.heading(2, Phrase("{name}", name=person.name))
        yield sheet.facts(_person(person))
    for household in told.all(Household):
        yield sheet.heading(2, N_("Husstanden"))
        yield sheet.facts(_household(household, told, sheet))


def _person(person: Person) -> Iterator[tuple[str, Any]]:
    yield N_("Rolle"), Phrase(ROLE_WORDS[person.role])
    yield N_("Fødselsdato"), person.born
    yield N_("Fødselsnummer"), person.national_id
    yield N_("Telefon"), person.phone
    yield N_("E-post"), person.email


def _household(household: Household, told: Told, sheet: Sheet) -> Iterator[tuple[str, Any]]:
    yield N_("Navn"), household.name
    yield N_("Saksnummer"), household.case_number
    yield N_("Nummer i leieregisteret"), household.register_id
    yield N_("Språk"), sheet.say.language_name(household.language)
    yield N_("Trenger tolk"), household.interpreter_needed
    yield N_("Voksne"), household.adults
    yield N_("Barn"), household.children
    yield N_("Fortrolig adresse"), household.protection is not Protection.NONE
    yield N_("Vil ikke kontaktes"), household.reserved
    yield N_("Sikkerhet"), household.safety_note
    yield N_("Samtykke"), told.consent_on


def _home(told: Told, sheet: Sheet) -> Iterator[Block]:
    homes, leases = told.all(Dwelling), told.all(Tenancy)
    if homes or leases:
        yield sheet.heading(2, N_("Boligen og leiekontrakten"))
    if homes and told.household.protection.masks_address:
        yield sheet.paragraph(_PROTECTED)
        homes = []
    for home in homes:
        yield sheet.facts(_dwelling(home))
    for lease in leases:
        yield sheet.facts(_lease(lease))


def _dwelling(home: Dwelling) -> Iterator[tuple[str, Any]]:
    yield N_("Adresse"), home.street_line
    yield N_("Postnummer"), home.postcode
    yield N_("Poststed"), home.place
    yield N_("Eiendom"), home.estate
    yield N_("Borettslag"), home.borettslag_number
    yield N_("Andelsnummer"), home.share_number
    yield N_("Rom"), home.rooms
    yield N_("Kvadratmeter"), home.area_m2


def _lease(lease: Tenancy) -> Iterator[tuple[str, Any]]:
    yield N_("Kontraktsnummer"), lease.contract_number
    yield N_("Kontrakt fra"), lease.starts
    yield N_("Kontrakt til"), lease.ends
    yield N_("Husleie i måneden"), lease.rent
    yield N_("Depositum"), lease.deposit
    yield N_("Restanse"), lease.arrears
