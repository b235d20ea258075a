"""Making a letter, and noting in the log that it was used."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.letters.information import information, information_folder
from hjemmebesok.casework.letters.visit_summary import visit_summary
from hjemmebesok.casework.letters.wanted import Details, Wanted
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.kinds.information import InformationLetter
from hjemmebesok.letters.kinds.visit_summary import VisitSummary
from hjemmebesok.letters.letter import Letter
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id

KINDS = (
    (InformationLetter.code, N_("Brev om programmet")),
    (VisitSummary.code, N_("Oppsummering av hjemmebesøk")),
)

_MAKERS: dict[str, Callable[[Wanted], Letter]] = {
    InformationLetter.code: information,
    VisitSummary.code: visit_summary,
}


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A finished letter and its line for the log. `file_name` names nobody."""

    pdf: bytes
    title: str
    file_name: str
    pages: int
    letter: IssuedLetter


def letter_language(card: HouseholdCard) -> str:
    """The language the household reads, where we write it; else Norwegian."""
    return card.household.language if card.household.language in LANGUAGES else "nb"


def make_letter(
    desk: Desk, kind: str, household_id: str, language: str, about: str = "", details: Details | None = None
) -> MadeLetter:
    """Make and check a letter to a household; nothing is written. `about` is the visit or the meeting it is about.

    Raises Refused for an unknown kind, for something the letter must say that is not known yet, or for a text that is
    missing or behind in the language.
    """
    with desk.read() as reading:
        card = card_of(reading, household_id)
    letter = letter_data(Wanted(desk, card, about, details or Details()), kind)
    return _made(desk, letter, language, household_id, about)


def letter_data(wanted: Wanted, kind: str) -> Letter:
    """What the letter says, before it is in any language. Raises Refused as make_letter does."""
    if kind not in _MAKERS:
        known = ", ".join(_MAKERS)
        raise Refused(Phrase("Brevtypen «{kind}» finnes ikke. Velg en av disse: {known}.", kind=kind, known=known))
    return _MAKERS[kind](wanted)


def file_letter(desk: Desk, made: MadeLetter) -> Changes:
    """Note that the letter was used: what was made for whom, when, in which language, and its SHA-256."""
    with desk.work() as work:
        work.put(made.letter)
        return work.changes


def _made(desk: Desk, letter: Letter, language: str, case: str, about: str) -> MadeLetter:
    from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before the first letter

    if language not in letter.languages:
        raise Refused(Phrase("Dette dokumentet skrives bare på norsk."))
    with desk.read() as reading:
        standing = standings(reading, desk.now())  # of then, where a letter is made again as it was
    rendered = render(letter, language, standing.texts, draft=not standing.approved(letter.code, (language,)))
    issued = IssuedLetter(
        id=new_id(),
        case=case,
        letter=letter.code,
        language=language,
        made_at=desk.now().astimezone(UTC),
        made_by=desk.user.name,
        text_version=rendered.text_version,
        sha256=rendered.sha256,
        about=about,
    )
    file_name = f"{letter.code.replace('_', '-')}-{language}-{desk.today():%Y-%m-%d}.pdf"
    return MadeLetter(rendered.pdf, rendered.title, file_name, rendered.pages, issued)
