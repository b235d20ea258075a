"""What is being typed in a letter text: kept at each keystroke, seen as a letter at once, one version when saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import texts_in_force
from hjemmebesok.casework.text_approval import Standings
from hjemmebesok.casework.text_edits import edited
from hjemmebesok.casework.text_following import save_and_follow
from hjemmebesok.casework.text_steps import Step, shaped
from hjemmebesok.letters.texts import Texts
from hjemmebesok.store import drafts
from hjemmebesok.store.changes import Changes

_STEPS = "+"  # where the steps are kept among the words of the blocks; no block can be called this


@dataclass(frozen=True, slots=True)
class TextDraft:
    """What is not saved yet: the words typed, by block, and the steps that change which blocks there are."""

    words: Mapping[str, str] = field(default_factory=dict)
    steps: Sequence[Step] = ()

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks that something is not saved of."""
        return frozenset(self.words) | {step["block"] for step in self.steps}


def keep_text_draft(desk: Desk, letter: str, language: str, block: str, words: str) -> None:
    """Keep what now stands in the field of a block."""
    with desk.store.writing_connection() as connection:
        drafts.keep_draft(connection, _place(letter, language), block, words, desk.now().isoformat())


def keep_text_steps(desk: Desk, letter: str, language: str, steps: Sequence[Step]) -> None:
    """Keep these steps in place of those before."""
    plain = [dict(step) for step in steps]
    with desk.store.writing_connection() as connection:
        drafts.keep_draft(connection, _place(letter, language), _STEPS, plain, desk.now().isoformat())


def text_draft(desk: Desk, letter: str, language: str) -> TextDraft:
    """What is not saved."""
    with desk.store.reading_connection() as connection:
        return _draft(drafts.drafts_of(connection, _place(letter, language)))


def drop_text_draft(desk: Desk, letter: str, language: str, block: str | None = None) -> None:
    """Forget what was typed in a block, or everything that is not saved."""
    with desk.store.writing_connection() as connection:
        drafts.drop_drafts(connection, _place(letter, language), block)


def save_text_draft(desk: Desk, letter: str, language: str) -> Changes:
    """Put what was typed in force, as one new version. Raises Refused where a block cannot be read; nothing is lost."""
    place = _place(letter, language)
    with desk.work() as work:
        texts, draft = texts_in_force(work), _draft(drafts.drafts_of(work.connection, place))
        body = _body(texts, letter, language, draft)
        if body != texts.source(letter, language).text:
            save_and_follow(desk, work, letter, language, body)
        drafts.drop_drafts(work.connection, place)
        return work.changes


def as_typed(standing: Standings, letter: str, language: str, draft: TextDraft) -> Standings:
    """How things would stand if this were saved. Raises Refused where a block cannot be read."""
    body = _body(standing.texts, letter, language, draft)
    return replace(standing, texts=replace(standing.texts, own={**standing.texts.own, (letter, language): body}))


def _body(texts: Texts, letter: str, language: str, draft: TextDraft) -> str:
    return edited(shaped(texts, letter, draft.steps), letter, language, draft.words)


def _draft(kept: Mapping[str, Any]) -> TextDraft:
    words = {block: words for block, words in kept.items() if block != _STEPS}
    return TextDraft(words, tuple(kept.get(_STEPS, ())))


def _place(letter: str, language: str) -> str:
    return f"letter-text/{letter}/{language}"
