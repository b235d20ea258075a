"""How easy a text is to read, and where it is hard. A remark, never a stop: the municipality decides.

In Norwegian and English by LIX; long words are grammar in Turkish, so there by the length of its sentences.
"""

import re
from collections.abc import Iterable, Iterator

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.texts.block import Block, Literal
from hjemmebesok.letters.texts.problems import Problem

HIGHEST_LIX = 40
ENOUGH = 20  # words: the number of a shorter passage jumps with each long word, and says nothing
LONGEST_BLOCK = 60  # words
LONGEST_MEAN, LONGEST = 15, 20  # words a sentence, where LIX says nothing
_BY_SENTENCES = frozenset({"tr"})
_SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")
_WORD = re.compile(r"[^\W\d_]+")

Sentence = list[str]


def remarks(language: str, blocks: Iterable[Block]) -> Iterator[Problem]:
    """What makes the text hard to read, one sentence each: at the block, and for the whole."""
    by_block = {block.id: sentences(said(block)) for block in blocks}
    everything = [sentence for each in by_block.values() for sentence in each]
    if not everything:
        return
    yield from _long_blocks(by_block)
    if language in _BY_SENTENCES:
        yield from _long_sentences(by_block, everything)
    else:
        yield from _heavy(by_block, everything)


def _long_blocks(by_block: dict[str, list[Sentence]]) -> Iterator[Problem]:
    for block, said_there in by_block.items():
        if (n := sum(map(len, said_there))) > LONGEST_BLOCK:
            words = Phrase("Avsnittet har {n} ord, og bør ha høyst {most}. Del det i to.", n=n, most=LONGEST_BLOCK)
            yield Problem(block, words)


def _heavy(by_block: dict[str, list[Sentence]], everything: list[Sentence]) -> Iterator[Problem]:
    if (found := lix(everything)) > HIGHEST_LIX:
        words = Phrase(
            "Teksten er tung å lese: lesbarhetstallet (LIX) er {lix}, og bør være høyst {most}.",
            lix=round(found),
            most=HIGHEST_LIX,
        )
        yield Problem("", words)
    for block, said_there in by_block.items():
        if sum(map(len, said_there)) >= ENOUGH and (found := lix(said_there)) > HIGHEST_LIX:
            words = Phrase(
                "Avsnittet er tungt å lese: lesbarhetstallet (LIX) er {lix}, og bør være høyst {most}. "
                "Skriv kortere setninger og kortere ord.",
                lix=round(found),
                most=HIGHEST_LIX,
            )
            yield Problem(block, words)


def _long_sentences(by_block: dict[str, list[Sentence]], everything: list[Sentence]) -> Iterator[Problem]:
    mean = sum(map(len, everything)) / len(everything)
    if mean > LONGEST_MEAN:
        words = Phrase(
            "Setningene har {mean} ord i snitt, og bør ha høyst {most}.", mean=round(mean), most=LONGEST_MEAN
        )
        yield Problem("", words)
    for block, said_there in by_block.items():
        if (n := max(map(len, said_there), default=0)) > LONGEST:
            yield Problem(block, Phrase("En setning har {n} ord. Del den: høyst {most} ord.", n=n, most=LONGEST))


def longest(blocks: Iterable[Block]) -> str:
    """The id of the block with the most words."""
    return max(blocks, key=lambda block: sum(map(len, sentences(said(block))))).id


def said(block: Block) -> str:
    """The block's own words, with one word in each place for a value."""
    return "".join(part.text if isinstance(part, Literal) else (part.forms[-1:] or ("x",))[0] for part in block.parts)


def sentences(text: str) -> list[Sentence]:
    """The words of each sentence."""
    split = (_WORD.findall(sentence) for sentence in _SENTENCE_END.split(text))
    return [words for words in split if words]


def lix(said: list[Sentence]) -> float:
    """Björnsson's readability index: words a sentence, and the percentage of words longer than six letters."""
    words = [word for sentence in said for word in sentence]
    return len(words) / len(said) + 100 * sum(len(word) > 6 for word in words) / len(words)
