"""Every letter text there is, and how it stands."""

from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_heads
from hjemmebesok.casework.letters.names import TEXT_NAMES
from hjemmebesok.casework.text_approval import INTERNAL, Standings, standings
from hjemmebesok.casework.text_news import BlockChange, updates
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.kinds import KINDS as LETTERS
from hjemmebesok.store.reading import Reading


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text in one language. `heads` are the municipality's versions in force, the last one of which counts."""

    letter: str
    language: str
    approval: TextApproval | None
    wrong: int  # how many things keep it from being used
    heads: tuple[TextVersion, ...]
    news: tuple[BlockChange, ...]  # what the program's text says now and did not when ours was written

    @property
    def own(self) -> bool:
        """Whether the municipality has words of its own here."""
        return bool(self.heads and self.heads[-1].body)

    @property
    def internal(self) -> bool:
        """Whether nobody needs to approve it."""
        return self.letter in INTERNAL


def text_list(desk: Desk) -> list[TextLine]:
    """All texts, letter by letter, each in its languages."""
    with desk.read() as reading:
        standing = standings(reading)
        return [text_line(reading, standing, letter, code) for letter in TEXT_NAMES for code in written_in(letter)]


def text_line(reading: Reading, standing: Standings, letter: str, language: str) -> TextLine:
    """How one text stands."""
    heads = tuple(text_heads(reading, letter, language))
    return TextLine(
        letter=letter,
        language=language,
        approval=standing.of(letter, language),
        wrong=len(standing.texts.problems(letter, language)),
        heads=heads,
        news=updates(heads[-1]) if heads else (),
    )


def written_in(letter: str) -> tuple[str, ...]:
    """The languages that this kind of letter is written in."""
    written = LETTERS[letter].languages if letter in LETTERS else LANGUAGES
    return tuple(code for code in LANGUAGES if code in written)
