"""A household in words: what a list, a heading or a card says about it."""

from datetime import date, timedelta

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.domain.protection import Protection
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import AndList, Capital, Tongue, dotted, joined, shown, tongue
from hjemmebesok.ui.widgets.status import Status

_SOON = timedelta(days=270)  # before a lease ends: in time for a plan, an application and a purchase


def address(card: HouseholdCard) -> Words:
    """Street and unit; that it is protected; or that it is not known."""
    where = card.address
    if isinstance(where, Phrase):
        return where
    return plain(where) if where else N_("Ukjent adresse")


def people(household: Household) -> Words:
    """'2 voksne, 2 barn'; what nobody knows is left out."""
    parts: list[Words] = []
    if household.adults is not None:
        parts.append(Plural("{n} voksen", "{n} voksne", household.adults))
    if household.children:
        parts.append(Plural("{n} barn", "{n} barn", household.children))
    return joined(*parts, between=", ")


def people_by_name(card: HouseholdCard, today: date) -> Words:
    """'2 voksne, Defne (9) og Deniz (5)'; the children by name where they are known, else how many there are."""
    children = [person for person in card.persons if person.role is Role.CHILD]
    if not children or card.household.adults is None:
        return people(card.household)
    adults = Plural("{n} voksen", "{n} voksne", card.household.adults)
    names = AndList(tuple(_child(each, today) for each in children))
    return Phrase("{adults}, {children}", adults=adults, children=names)


def _child(person: Person, today: date) -> str:
    first = person.name.split(" ")[0]
    if person.born is None:
        return first
    age = today.year - person.born.year - ((today.month, today.day) < (person.born.month, person.born.day))
    return f"{first} ({age})"


def speaks(household: Household) -> Words:
    """'Tyrkisk, trenger tolk'."""
    language = shown(Capital(Tongue(household.language)))
    if household.interpreter_needed is None:
        return language
    need = N_("trenger tolk") if household.interpreter_needed else N_("trenger ikke tolk")
    return Phrase("{language}, {need}", language=language, need=Phrase(need))


def phone(card: HouseholdCard) -> str:
    """The first telephone number of an adult of the household, '' where there is none."""
    return next((person.phone for person in card.persons if person.phone and person.role is not Role.CHILD), "")


def summary(card: HouseholdCard) -> Words:
    """The second line of a list: where, who, and in which language."""
    return dotted(address(card), people(card.household), tongue(card.household.language))


def contract(card: HouseholdCard, today: date) -> Status:
    """How long they can stay."""
    tenancy = card.tenancy
    if tenancy is None:
        return Status(N_("Ingen leiekontrakt"), "muted")
    if tenancy.ends is None:
        return Status(N_("Kontrakt uten sluttdato"), "muted", "file-text")
    if tenancy.ends < today:
        return Status(Phrase("Kontrakten gikk ut {day}", day=tenancy.ends), "bad", "clock")
    tone = "warn" if tenancy.ends - today < _SOON else "muted"
    return Status(Phrase("Kontrakt til {day}", day=tenancy.ends), tone, "clock")


def care(household: Household) -> list[Status]:
    """What to know before anything else: protection, and the wish not to be contacted."""
    found = []
    if household.protection is not Protection.NONE:
        found.append(Status(N_("Fortrolig adresse"), "bad", "shield-alert"))
    if household.reserved:
        found.append(Status(N_("Vil ikke kontaktes"), "bad", "hand"))
    return found
