"""What a screen reader should meet in a letter, in order: held against the finished file before it is handed out."""

from collections.abc import Iterator
from typing import NamedTuple

from hjemmebesok.letters.document import (
    Block,
    Closing,
    Document,
    Heading,
    Items,
    Paragraph,
    Pictures,
    Signatures,
    Table,
    Words,
)
from hjemmebesok.letters.tag import NORWEGIAN


class Passage(NamedTuple):
    """The text of one structure element, with spaces tidied. Of a Figure it is the alternative text."""

    tag: str
    lang: str
    text: str


def passages(document: Document) -> list[Passage]:
    """Every passage of the letter. Page numbers and the like are not among them."""
    head, lang = document.letterhead, document.language
    found = [Passage("Figure", lang, tidy(head.mark)), *_words("P", NORWEGIAN, head.municipality)]
    found += [passage for line in head.address for passage in _words("P", NORWEGIAN, line)]
    found += [passage for line in head.about for passage in _words("P", lang, line)]
    found += [passage for block in document.blocks for passage in _passages(block, lang)]
    if document.translation is not None:
        other = document.translation.language
        found += [passage for block in document.translation.blocks for passage in _passages(block, other)]
    return found


def tidy(text: str) -> str:
    """Every run of spaces, whichever kind, as one space; none at the ends."""
    return " ".join(text.split())


def _words(tag: str, lang: str, words: Words) -> Iterator[Passage]:
    yield Passage(tag, lang, tidy("".join(run.text for run in words)))
    for run in words:
        if run.lang not in ("", lang):
            yield Passage("Span", run.lang, tidy(run.text))


def _passages(block: Block, lang: str) -> Iterator[Passage]:
    match block:
        case Heading(level, words):
            yield from _words(f"H{level}", lang, words)
        case Paragraph():
            yield from _words("P", block.lang or lang, block.words)
        case Items():
            yield from _items(block, lang)
        case Table():
            yield from _table(block, lang)
        case Closing():
            for line in block.lines:
                yield from _words("P", lang, line)
        case Pictures():
            yield from _pictures(block, lang)
        case Signatures():
            for drawn in block.drawn:
                yield Passage("Figure", lang, tidy(drawn.alt))
                yield from _words("P", lang, drawn.caption)
            for words in (words for name in block.names for words in block.row(name)):
                yield from _words("P", lang, words)


def _pictures(pictures: Pictures, lang: str) -> Iterator[Passage]:
    for picture in pictures.pictures:
        yield Passage("Figure", picture.lang or lang, tidy(picture.alt))
        for paragraph in picture.caption:
            yield from _words("P", paragraph.lang or lang, paragraph.words)


def _items(items: Items, lang: str) -> Iterator[Passage]:
    for number, words in enumerate(items.items, 1):
        yield Passage("Lbl", lang, f"{number}." if items.numbered else "•")
        yield from _words("LBody", lang, words)


def _table(table: Table, lang: str) -> Iterator[Passage]:
    for words in table.head:
        yield from _words("TH", lang, words)
    for row in table.rows:
        for paragraph in (paragraph for cell in row for paragraph in cell):
            yield from _words("P", paragraph.lang or lang, paragraph.words)
