"""What is being typed in a letter text: kept at each keystroke, seen as a letter at once, one version when saved."""

from collections.abc import Mapping
from dataclasses import replace

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, texts_in_force
from hjemmebesok.casework.text_approval import Standings
from hjemmebesok.casework.text_edits import edited
from hjemmebesok.letters.texts import Texts
from hjemmebesok.store import drafts
from hjemmebesok.store.changes import Changes


def keep_text_draft(desk: Desk, letter: str, language: str, block: str, words: str) -> None:
    """Keep what now stands in the field of a block."""
    with desk.store.writing_connection() as connection:
        drafts.keep_draft(connection, _place(letter, language), block, words, desk.now().isoformat())


def text_drafts(desk: Desk, letter: str, language: str) -> dict[str, str]:
    """The unsaved words, by block."""
    with desk.store.reading_connection() as connection:
        return drafts.drafts_of(connection, _place(letter, language))


def drop_text_drafts(desk: Desk, letter: str, language: str) -> None:
    """Forget what was typed."""
    with desk.store.writing_connection() as connection:
        drafts.drop_drafts(connection, _place(letter, language))


def save_text_drafts(desk: Desk, letter: str, language: str) -> Changes:
    """Put what was typed in force, as one new version. Raises Refused where a block cannot be read; nothing is lost."""
    place = _place(letter, language)
    with desk.work() as work:
        texts, typed = texts_in_force(work), drafts.drafts_of(work.connection, place)
        body = edited(texts, letter, language, typed)
        if body != texts.source(letter, language).text:
            save_version(desk, work, letter, language, body)
        drafts.drop_drafts(work.connection, place)
        return work.changes


def as_typed(standing: Standings, letter: str, language: str, typed: Mapping[str, str]) -> Standings:
    """How things would stand if this were saved. Raises Refused where a block cannot be read."""
    body = edited(standing.texts, letter, language, typed)
    return replace(standing, texts=Texts({**standing.texts.own, (letter, language): body}))


def _place(letter: str, language: str) -> str:
    return f"letter-text/{letter}/{language}"
