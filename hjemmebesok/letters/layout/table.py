"""A table becomes strips: each row as many as its tallest cell has lines."""

from collections.abc import Sequence

from hjemmebesok.letters.document import Cell, Look, Table, Words
from hjemmebesok.letters.layout.columns import column_widths
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Rectangle, Strip, beside
from hjemmebesok.letters.layout.style import CELL, CELL_HEAD, CELL_SMALL
from hjemmebesok.letters.pdf.colour import LINE, SHADE
from hjemmebesok.letters.pdf.structure import Element

_PAD = 4.0
_RULE = 0.6
_COLUMN_HEAD = "<< /O /Table /Scope /Column >>"
_ROW_HEAD = "<< /O /Table /Scope /Row >>"


def table_strips(table: Table, parent: Element, room: float) -> list[Strip]:
    """The strips of the whole table; its headings come again at the top of each page."""
    element = parent.child("Table")
    widths = column_widths(table, room)
    head = _head(table.head, element.child("TR"), widths)
    again = tuple(strip.as_artifact() for strip in head)
    strips = [*head]
    for row in table.rows:
        strips += [strip._replace(repeated=again) for strip in _row(row, element.child("TR"), widths)]
    strips[0] = strips[0]._replace(before=4.0)
    strips[-1] = strips[-1]._replace(after=10.0)
    return strips


def _head(head: Sequence[Words], row: Element, widths: Sequence[float]) -> list[Strip]:
    cells = [
        text_strips(words, row.child("TH", attributes=_COLUMN_HEAD), CELL_HEAD, x, width - 2 * _PAD)
        for words, x, width in zip(head, _lefts(widths), widths, strict=True)
    ]
    return [
        strip._replace(rectangles=(Rectangle(0, 0, sum(widths), strip.height, SHADE), *strip.rectangles), holds=True)
        for strip in _ruled(cells, sum(widths))
    ]


def _row(row: Sequence[Cell], element: Element, widths: Sequence[float]) -> list[Strip]:
    cells: list[list[Strip]] = []
    for cell, x, width in zip(row, _lefts(widths), widths, strict=True):
        owner = element.child("TD") if cells else element.child("TH", attributes=_ROW_HEAD)
        cells.append(_cell(cell, owner, x, width - 2 * _PAD))
    return _ruled(cells, sum(widths))


def _cell(cell: Cell, owner: Element, x: float, room: float) -> list[Strip]:
    strips: list[Strip] = []
    for paragraph in cell:
        style = CELL_SMALL if paragraph.look is Look.SMALL else CELL
        lines = text_strips(paragraph.words, owner.child("P", lang=paragraph.lang), style, x, room)
        strips += [lines[0].lowered(strips[-1].after), *lines[1:]] if strips else lines
    return strips


def _lefts(widths: Sequence[float]) -> list[float]:
    return [_PAD + sum(widths[:number]) for number in range(len(widths))]


def _ruled(cells: Sequence[list[Strip]], width: float) -> list[Strip]:
    """Cells side by side, with a rule under them."""
    strips = beside(cells) or [Strip(height=CELL.leading)]
    strips[0] = strips[0].lowered(_PAD)
    foot = strips[-1].height + _PAD - _RULE
    strips[-1] = strips[-1]._replace(
        height=foot + _RULE, rectangles=(Rectangle(0, foot, width, _RULE, LINE),), holds=False
    )
    return strips
