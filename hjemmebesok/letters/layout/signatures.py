"""Signatures that were drawn on the screen, and lines to fill in by hand: where, when and who."""

from collections.abc import Sequence

from hjemmebesok.domain.signature import HEIGHT, WIDTH
from hjemmebesok.letters.document import Drawn, Signatures, Words
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Drawing, Rectangle, Strip, beside
from hjemmebesok.letters.layout.style import CELL_SMALL
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import MM

SCALE = 66 * MM / WIDTH  # points on paper for each unit of the field it was drawn in

_ABREAST = 2
_ROOM_TO_WRITE = 38.0
_BETWEEN, _RULE, _ABOVE_LABEL, _BELOW_INK = 14.0, 0.7, 3.0, 2.0


def signature_strips(signatures: Signatures, parent: Element, room: float) -> list[Strip]:
    """The drawn ones two and two, and for each name one row of lines; never parted from what stands under them."""
    pairs = (signatures.drawn[first : first + _ABREAST] for first in range(0, len(signatures.drawn), _ABREAST))
    rows = [_drawn(pair, parent, room) for pair in pairs]
    rows += [_row(signatures.row(name), parent, room) for name in signatures.names]
    return [strip for row in rows for strip in row]


def _drawn(pair: Sequence[Drawn], parent: Element, room: float) -> list[Strip]:
    """One or two beside each other; each is a figure with its caption, as pictures are."""
    drawings: list[Drawing] = []
    captions: list[list[Strip]] = []
    for number, drawn in enumerate(pair):
        both, x = parent.child("Div"), number * room / _ABREAST
        drawings.append(_drawing(drawn, both.child("Figure", alt=drawn.alt), x))
        owner = both.child("Caption").child("P")
        captions.append(text_strips(drawn.caption, owner, CELL_SMALL, x, room / _ABREAST - _ABOVE_LABEL))
    foot = HEIGHT * SCALE + _BELOW_INK
    rules = tuple(Rectangle(each.x, foot, each.width, _RULE, INK) for each in drawings)
    ink = Strip(foot + _ABOVE_LABEL, rectangles=rules, drawings=tuple(drawings), before=_BETWEEN, holds=True)
    return [ink, *beside(captions)]


def _drawing(drawn: Drawn, figure: Element, x: float) -> Drawing:
    lines = tuple(tuple((left * SCALE, top * SCALE) for left, top in line) for line in drawn.strokes)
    return Drawing(figure, x, 0, WIDTH * SCALE, HEIGHT * SCALE, lines)


def _row(labels: tuple[Words, ...], parent: Element, room: float) -> list[Strip]:
    # The last one, with the name, has as much room as two of the others.
    part = room / (len(labels) + 1)
    columns = [(number * part, part - _BETWEEN) for number in range(len(labels) - 1)]
    columns.append(((len(labels) - 1) * part, 2 * part))
    cells = [
        text_strips(words, parent.child("P"), CELL_SMALL, left, width)
        for words, (left, width) in zip(labels, columns, strict=True)
    ]
    rules = tuple(Rectangle(left, _ROOM_TO_WRITE - _ABOVE_LABEL, width, _RULE, INK) for left, width in columns)
    return [Strip(_ROOM_TO_WRITE, rectangles=rules, holds=True), *beside(cells)]
