"""What the head of a visit says of a household, in words."""

from datetime import date, timedelta

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.interpreting import needs_interpreter
from hjemmebesok.domain.interpreter import Attends
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.ui.i18n import plain, speech

_SOON = timedelta(days=365)

_INTERPRETER = {
    Attends.HERE: N_("tolk er her"),
    Attends.PHONE: N_("tolk på telefon"),
    Attends.VIDEO: N_("tolk på video"),
}


def address(card: HouseholdCard) -> Words:
    """Street and unit, or that it is protected; '' where it is not known."""
    shown = card.address
    return plain(shown) if isinstance(shown, str) and shown else shown


def people(card: HouseholdCard) -> Words:
    """'2 voksne, 2 barn'; '' where nobody has said."""
    adults, children = card.household.adults, card.household.children
    grown: Words = "" if adults is None else Plural("{n} voksen", "{n} voksne", adults)
    young: Words = "" if children is None else Plural("{n} barn", "{n} barn", children)
    return Phrase("{adults}, {children}", adults=grown, children=young) if grown and young else grown or young


def language(card: HouseholdCard, visit: Visit) -> Words:
    """'Tyrkisk, tolk er her'. Made for the language of the screen as it is now."""
    name = speech.language.language_name(card.household.language)
    said = plain(name[:1].upper() + name[1:])
    interpreter = _interpreter(card, visit)
    return Phrase("{language}, {interpreter}", language=said, interpreter=Phrase(interpreter)) if interpreter else said


def contract(card: HouseholdCard, *, short: bool) -> Words:
    """'Kontrakt til 30. april 2027'; '' where no end is known."""
    ends = card.tenancy.ends if card.tenancy else None
    if not ends:
        return ""
    return Phrase("Til {day}", day=ends) if short else Phrase("Kontrakt til {day}", day=ends)


def contract_tone(card: HouseholdCard, on: date) -> str:
    """The colour for it: a lease that ends within a year, or has ended, needs a thought."""
    ends = card.tenancy.ends if card.tenancy else None
    return "warn" if ends and ends - on < _SOON else "muted"


def safety(card: HouseholdCard, visit: Visit) -> Words:
    """What to mind before going in; '' where there is nothing."""
    note = card.household.safety_note
    if visit.two_together:
        together = Phrase("Gå to sammen.")
        return Phrase("{first} {then}", first=together, then=plain(note)) if note else together
    return plain(note) if note else ""


def _interpreter(card: HouseholdCard, visit: Visit) -> str:
    if visit.interpreter:
        return _INTERPRETER[visit.interpreter.attends]
    if visit.interpreter_booked:
        return N_("tolk er bestilt")
    if not needs_interpreter(card.household):
        return ""
    return N_("tolk er ikke bestilt") if visit.status is VisitStatus.PLANNED else N_("tolk er ikke ført opp")
