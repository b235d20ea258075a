"""Putting words together."""

from collections.abc import Iterable

from hjemmebesok.domain.phrase import Phrase, Plural, Words


def inside(words: Words) -> Phrase | Plural:
    """Words that are to stand inside others: a bare text would be taken for a name there, and not be translated."""
    return Phrase(words) if isinstance(words, str) else words


def paragraphs(said: Iterable[Words]) -> Words:
    """Each on a line of its own."""
    lines: Words = ""
    for words in said:
        lines = Phrase("{above}\n{words}", above=lines, words=inside(words)) if lines else words
    return lines
