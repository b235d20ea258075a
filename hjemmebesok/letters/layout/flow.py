"""The letter's blocks become one long column of strips, and grow the structure tree as they do."""

from collections.abc import Sequence

from hjemmebesok.letters.document import (
    Block,
    Closing,
    Heading,
    Items,
    Look,
    Paragraph,
    Pictures,
    Run,
    Signatures,
    Table,
    Words,
    plain,
)
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.pictures import picture_strips
from hjemmebesok.letters.layout.signatures import signature_strips
from hjemmebesok.letters.layout.strip import Rectangle, Strip
from hjemmebesok.letters.layout.style import BODY, CLOSING, HEADING, ITEM, NOTE, SMALL, TITLE
from hjemmebesok.letters.layout.table import table_strips
from hjemmebesok.letters.pdf.colour import ACCENT, INK
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import MM

_LOOKS = {Look.BODY: BODY, Look.NOTE: NOTE, Look.SMALL: SMALL}
_ITEM_INDENT = 16.0
_NOTE_INDENT = 11.0
_TO_SIGN = Strip(height=40.0, rectangles=(Rectangle(0, 36.0, 75 * MM, 0.7, INK),), holds=True)


def column(blocks: Sequence[Block], parent: Element, room: float) -> list[Strip]:
    """The strips of all the blocks, with what belongs together held together.

    A heading keeps at least two lines, and what introduces a list or a table stays with it. So do a letter's last
    heading and all under it: nobody should turn a page to find a name alone.
    """
    strips: list[Strip] = []
    last = max((number for number, block in enumerate(blocks) if isinstance(block, Heading)), default=0)
    for number, block in enumerate(blocks):
        if strips and (number > last or isinstance(block, Items | Table | Pictures)):
            strips[-1] = strips[-1]._replace(holds=True)
        made = _strips(block, parent, room)
        if len(made) == 1 and number and isinstance(blocks[number - 1], Heading):
            made = [made[0]._replace(holds=True)]
        strips += made
    return strips


def _strips(block: Block, parent: Element, room: float) -> list[Strip]:
    match block:
        case Heading(level, words):
            style = TITLE if level == 1 else HEADING
            first, *others = text_strips(words, parent.child(f"H{level}"), style, 0, room, keep=True)
            return [first._replace(heading=(level, plain(words))), *others]
        case Paragraph():
            return _paragraph(block, parent, room)
        case Items():
            return _items(block, parent, room)
        case Table():
            return table_strips(block, parent, room)
        case Closing():
            return _closing(block, parent, room)
        case Pictures():
            return picture_strips(block, parent, room)
        case Signatures():
            return signature_strips(block, parent, room)


def _paragraph(paragraph: Paragraph, parent: Element, room: float) -> list[Strip]:
    style, owner = _LOOKS[paragraph.look], parent.child("P", lang=paragraph.lang)
    if paragraph.look is Look.SMALL:
        return text_strips(paragraph.words, owner, style, 0, room, keep=True)
    if paragraph.look is not Look.NOTE:
        return text_strips(paragraph.words, owner, style, 0, room)
    strips = text_strips(paragraph.words, owner, style, _NOTE_INDENT, room - _NOTE_INDENT)
    return [strip._replace(rectangles=(Rectangle(0, 0, 2.0, strip.height + strip.after, ACCENT),)) for strip in strips]


def _items(items: Items, parent: Element, room: float) -> list[Strip]:
    kind = "Decimal" if items.numbered else "Disc"
    element = parent.child("L", attributes=f"<< /O /List /ListNumbering /{kind} >>")
    strips: list[Strip] = []
    for number, words in enumerate(items.items, 1):
        strips += _item(f"{number}." if items.numbered else "•", words, element.child("LI"), room)
    strips[-1] = strips[-1]._replace(after=BODY.after)
    return strips


def _item(label: str, words: Words, item: Element, room: float) -> list[Strip]:
    [mark] = text_strips((Run(label),), item.child("Lbl"), ITEM, 2, _ITEM_INDENT)
    first, *others = text_strips(words, item.child("LBody"), ITEM, _ITEM_INDENT, room - _ITEM_INDENT)
    return [first._replace(pieces=(*mark.pieces, *first.pieces)), *others]


def _closing(closing: Closing, parent: Element, room: float) -> list[Strip]:
    strips = [_TO_SIGN] if closing.signed else []
    for words in closing.lines:
        strips += text_strips(words, parent.child("P"), CLOSING, 0, room, keep=True)
    return [*strips[:-1], strips[-1]._replace(holds=False)]
