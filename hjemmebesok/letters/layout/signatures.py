"""Signatures that were drawn on the screen, and lines to fill in by hand: where, when and who."""

from hjemmebesok.domain.signature import HEIGHT, WIDTH
from hjemmebesok.letters.document import Drawn, Signatures, Words
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Drawing, Rectangle, Strip, beside
from hjemmebesok.letters.layout.style import CELL_SMALL
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import MM

SCALE = 66 * MM / WIDTH  # points on paper for each unit of the field it was drawn in

_ROOM_TO_WRITE = 38.0
_BETWEEN, _RULE, _ABOVE_LABEL, _BELOW_INK = 14.0, 0.7, 3.0, 2.0


def signature_strips(signatures: Signatures, parent: Element, room: float) -> list[Strip]:
    """Each drawn one with what stands under it, and for each name one row of lines; never parted from their labels."""
    rows = [_drawn(drawn, parent, room) for drawn in signatures.drawn]
    rows += [_row(signatures.row(name), parent, room) for name in signatures.names]
    return [strip for row in rows for strip in row]


def _drawn(drawn: Drawn, parent: Element, room: float) -> list[Strip]:
    both = parent.child("Div")
    figure, caption = both.child("Figure", alt=drawn.alt), both.child("Caption")
    lines = tuple(tuple((x * SCALE, y * SCALE) for x, y in line) for line in drawn.strokes)
    height = HEIGHT * SCALE
    drawing = Drawing(figure, 0, 0, WIDTH * SCALE, height, lines)
    rule = Rectangle(0, height + _BELOW_INK, WIDTH * SCALE, _RULE, INK)
    ink = Strip(
        height + _BELOW_INK + _ABOVE_LABEL, rectangles=(rule,), drawings=(drawing,), before=_BETWEEN, holds=True
    )
    return [ink, *text_strips(drawn.caption, caption.child("P"), CELL_SMALL, 0, room)]


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
