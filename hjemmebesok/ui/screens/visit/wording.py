"""Putting words together."""

from collections.abc import Iterable, Iterator

from hjemmebesok.domain.phrase import Phrase, Plural, Words
from hjemmebesok.eligibility.rates import Rate


def inside(words: Words) -> Phrase | Plural:
    """Words that are to stand inside others: a bare text would be taken for a name there, and not be translated."""
    return Phrase(words) if isinstance(words, str) else words


def paragraphs(said: Iterable[Words]) -> Words:
    """Each on a line of its own."""
    lines: Words = ""
    for words in said:
        lines = Phrase("{above}\n{words}", above=lines, words=inside(words)) if lines else words
    return lines


def listed(said: Iterable[Words]) -> Phrase:
    """'Inntekter, Livsopphold, Pris på boligen'; at least one."""
    first, *rest = map(inside, said)
    whole = Phrase("{words}", words=first)
    for words in rest:
        whole = Phrase("{before}, {words}", before=whole, words=words)
    return whole


def unverified(rates: Iterable[Rate]) -> Iterator[Phrase]:
    """What nobody has checked at its source: a sentence for each source, with the rates that come from it."""
    by_source: dict[str, list[Words]] = {}
    for rate in rates:
        if not rate.verified:
            by_source.setdefault(rate.source, []).append(rate.label)
    for source, labels in by_source.items():
        yield Phrase("Ikke kontrollert: {rates} ({source})", rates=listed(labels), source=source)
