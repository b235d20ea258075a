"""Nobody gets a letter with a blank box in their name: what the font cannot draw stops the letter."""

from collections.abc import Iterator

from hjemmebesok.domain.phrase import Phrase, Refused
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
from hjemmebesok.letters.pdf.fonts import missing


def refuse_missing_glyphs(document: Document) -> None:
    """Raise Refused, naming the letter and the field it came from, where the font does not have it."""
    for words in _all_words(document):
        for run in words:
            letter = missing(run.text)
            if letter:
                raise Refused(_cannot_draw(letter, run.field))


def _cannot_draw(letter: str, field: str) -> Phrase:
    shown = f"{letter} (U+{ord(letter):04X})" if letter.isprintable() else f"U+{ord(letter):04X}"
    if field:
        return Phrase("Brevets skrift har ikke tegnet {letter}, som står i feltet {field}.", letter=shown, field=field)
    return Phrase("Brevets skrift har ikke tegnet {letter}, som står i brevteksten.", letter=shown)


def _all_words(document: Document) -> Iterator[Words]:
    head = document.letterhead
    yield from (head.municipality, *head.address, *head.about)
    translated = document.translation.blocks if document.translation else ()
    for block in (*document.blocks, *translated):
        yield from _block_words(block)


def _block_words(block: Block) -> Iterator[Words]:
    match block:
        case Items():
            yield from block.items
        case Table():
            yield from block.head
            yield from (paragraph.words for row in block.rows for cell in row for paragraph in cell)
        case Closing():
            yield from block.lines
        case Pictures():
            yield from (paragraph.words for picture in block.pictures for paragraph in picture.caption)
        case Signatures():
            yield from (*block.labels, *block.names)
        case Heading() | Paragraph():
            yield block.words
