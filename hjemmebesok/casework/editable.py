"""A letter as a Word document, for the caseworker who must write in it herself. The log says that she took it out."""

from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.exports import exported, note_export
from hjemmebesok.casework.households import card_of
from hjemmebesok.casework.letters import Wanted, letter_data
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.domain.export import Export, Outward
from hjemmebesok.domain.letter import NOTHING_ADDED, Details
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.store.changes import Changes


@dataclass(frozen=True, slots=True)
class EditableLetter:
    """A DOCX, its name, which names nobody, and its line for the log."""

    data: bytes
    file_name: str
    export: Export


def editable_letter(
    desk: Desk,
    kind: str,
    household_id: str,
    code: str,
    about: str = "",
    details: Details = NOTHING_ADDED,
    *,
    with_norwegian: bool = False,
) -> EditableLetter:
    """The same words as in the PDF, in the language with this code; nothing is written. What is changed in it later the
    program does not know of, so it is no letter in the log.

    Raises Refused where the letter could not be made.
    """
    from hjemmebesok.letters.bilingual import compose_for  # these bring ReportLab and python-docx
    from hjemmebesok.letters.word import word_file

    with desk.read() as reading:
        card, standing = card_of(reading, household_id), standings(reading, desk.now())
    letter = letter_data(Wanted(desk, card, about, details), kind)
    languages = (ORIGINAL, code) if with_norwegian and code != ORIGINAL else (code,)
    if not {*languages} & {*LANGUAGES} <= {*letter.languages}:
        raise Refused(Phrase("Dette dokumentet skrives bare på norsk."))
    draft = not standing.approved(letter.code, languages)
    data = word_file(compose_for(letter, languages, standing.texts, draft=draft))
    name = f"{letter.code.replace('_', '-')}-{'-'.join(languages)}-{desk.today():%Y-%m-%d}.docx"
    return EditableLetter(data, name, exported(desk, household_id, Outward.EDITABLE, data, (about,) if about else ()))


def note_editable(desk: Desk, letter: EditableLetter) -> Changes:
    """Note with the household that the document was taken out."""
    return note_export(desk, letter.export)
