"""Lines to fill in by hand: where, when and who."""

from hjemmebesok.letters.document import Signatures, Words
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Rectangle, Strip, beside
from hjemmebesok.letters.layout.style import CELL_SMALL
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.structure import Element

_ROOM_TO_WRITE = 38.0
_BETWEEN, _RULE, _ABOVE_LABEL = 14.0, 0.7, 3.0


def signature_strips(signatures: Signatures, parent: Element, room: float) -> list[Strip]:
    """For each name one row of lines, never parted from the labels under them."""
    rows = [_row(signatures.row(name), parent, room) for name in signatures.names]
    return [strip for row in rows for strip in row]


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
