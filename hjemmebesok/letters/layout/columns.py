"""How wide the columns of a table are."""

from collections.abc import Sequence

from hjemmebesok.letters.document import Cell, Table, plain
from hjemmebesok.letters.layout.style import CELL_HEAD
from hjemmebesok.letters.pdf.fonts import BOLD, width

_NARROWEST = 0.16  # of the table


def column_widths(table: Table, room: float) -> list[float]:
    """The widths in points, with all of the room used.

    Each column gets the room for its longest word, and of what is left a share by how much more its longest text wants.
    """
    heads = [plain(words) for words in table.head]
    columns = list(zip(heads, *map(_texts, table.rows), strict=True))
    floors = [max(_widest(_words(column)), _NARROWEST * room) for column in columns]
    wanted = [max(_widest(column) - floor, 1.0) for column, floor in zip(columns, floors, strict=True)]
    # A column of long texts wants without end; the square root lets the short ones have theirs first.
    shares = [want**0.5 for want in wanted]
    left = room - sum(floors)
    if left < 0:
        return [floor * room / sum(floors) for floor in floors]
    return [floor + left * share / sum(shares) for floor, share in zip(floors, shares, strict=True)]


def _texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(plain(paragraph.words) for paragraph in cell) for cell in row]


def _words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in text.split(" ")]


def _widest(texts: Sequence[str]) -> float:
    return max(width(text, BOLD, CELL_HEAD.size) for text in texts) + 10.0
