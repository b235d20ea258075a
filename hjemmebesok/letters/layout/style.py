"""How each kind of block looks."""

from dataclasses import dataclass

from hjemmebesok.letters.pdf.colour import ACCENT, INK, MUTED
from hjemmebesok.letters.pdf.page import Colour


@dataclass(frozen=True, slots=True)
class Style:
    """Size, distance between baselines, room above and below, and colour."""

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: Colour = INK


TITLE = Style(16, 21, before=6, after=7, bold=True, colour=ACCENT)
HEADING = Style(12, 16, before=13, after=3, bold=True, colour=ACCENT)
BODY = Style(10.5, 15, after=6)
ITEM = Style(10.5, 15, after=2)
NOTE = Style(10.5, 15, after=5)
SMALL = Style(9, 12.5, after=5, colour=MUTED)
CELL = Style(9.5, 13, after=3)
CELL_SMALL = Style(8.5, 11.5, colour=MUTED)
CELL_HEAD = Style(9.5, 13, bold=True)
CAPTION = Style(9, 12.5)
CLOSING = Style(10.5, 15)
