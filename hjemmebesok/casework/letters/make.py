"""Making a letter, and noting in the log that it was used."""

from dataclasses import dataclass, replace
from datetime import UTC

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.letters.catalogue import letter_data, paper_data
from hjemmebesok.casework.letters.names import named
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.letter import NOTHING_ADDED, Details, IssuedLetter
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.kinds.meeting_list import MeetingList
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A finished letter and its line for the log. `file_name` names nobody."""

    pdf: bytes
    title: str
    file_name: str
    pages: int
    letter: IssuedLetter
    draft: bool = False  # its text is not approved, and every page says so


def letter_language(card: HouseholdCard) -> str:
    """The language the household reads, where we write it; else Norwegian."""
    return card.household.language if card.household.language in LANGUAGES else "nb"


def make_letter(
    desk: Desk,
    kind: str,
    household_id: str,
    language: str,
    about: str = "",
    details: Details = NOTHING_ADDED,
    *,
    with_norwegian: bool = False,
    reference: str | None = None,
) -> MadeLetter:
    """Make and check a letter about a household; nothing is written. `about` is the visit or the meeting it is about.

    `with_norwegian` puts the Norwegian text first in the same letter; with a `language` that we do not write, it is the
    Norwegian letter with a line about the interpreter. `reference` is the case number that stood in it, where it is
    made again; else the household's. A text that is not approved makes a draft, which says so on every page. Raises
    Refused for an unknown kind, for something the letter must say that is not known yet,
    for a text that is missing or behind in a language, or where she may only read.
    """
    refuse_reader(desk)  # it could not be noted that the letter was used
    with desk.read() as reading:
        card = card_of(reading, household_id)
    if reference is not None:
        card = replace(card, household=replace(card.household, case_number=reference))
    letter = letter_data(Wanted(desk, card, about, details, again=reference is not None), kind)
    languages = (ORIGINAL, language) if with_norwegian and language != ORIGINAL else (language,)
    return _made(desk, letter, languages, household_id, about, details)


def make_paper(desk: Desk, kind: str, language: str, about: str = "", details: Details = NOTHING_ADDED) -> MadeLetter:
    """Make and check a paper for the caseworker or the board. `about` is the meeting, or the day as ISO text.

    What is about no meeting is a case of its own in the log. Raises Refused as make_letter does.
    """
    refuse_reader(desk)
    letter = paper_data(desk, kind, about, details)
    return _made(desk, letter, (language,), about if kind == MeetingList.code else "", about, details)


def file_letter(desk: Desk, made: MadeLetter) -> Changes:
    """Note that the letter was used: what was made for whom, when, in which language, and its SHA-256."""
    with desk.work() as work:
        work.put(made.letter)
        return work.changes


def _made(
    desk: Desk, letter: Letter, languages: tuple[str, ...], case: str, about: str, details: Details
) -> MadeLetter:
    from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before the first letter

    if not {*languages} & {*LANGUAGES} <= {*letter.languages}:
        raise Refused(Phrase("Dette dokumentet skrives bare på norsk."))
    with desk.read() as reading:
        standing = standings(reading, desk.now())  # of then, where a letter is made again as it was
    draft = not standing.approved(letter.code, languages)
    try:
        rendered, letter_id = render(letter, languages, standing.texts, draft=draft), new_id()
    except Refused as refused:
        raise Refused(named(refused.phrase)) from None
    issued = IssuedLetter(
        id=letter_id,
        case=case or letter_id,
        letter=letter.code,
        language=languages[-1],
        made_at=desk.now().astimezone(UTC),
        made_by=desk.user.name,
        text_version=rendered.text_version,
        sha256=rendered.sha256,
        about=about,
        with_norwegian=len(languages) > 1,
        details=details if details != NOTHING_ADDED else None,
        reference=letter.reference,
    )
    file_name = f"{letter.code.replace('_', '-')}-{'-'.join(languages)}-{desk.today():%Y-%m-%d}.pdf"
    return MadeLetter(rendered.pdf, rendered.title, file_name, rendered.pages, issued, draft)
