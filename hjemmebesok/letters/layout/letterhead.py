"""The top of the first page: the municipality's mark, the address in the envelope's window, and what it is about.

An A4 sheet folded once slides 19 x 13.5 mm in a C5 envelope. What the windows of C5 and C6/5 envelopes always show is
x 20-96 mm, y 45-59 mm; what they may show is everything left of 120 mm between 30.5 and 79 mm. So the address stands in
the first, and nothing else in the second.
"""

from collections.abc import Iterable, Sequence

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.document import Letterhead, Words
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Strip
from hjemmebesok.letters.layout.style import Style
from hjemmebesok.letters.pdf.colour import ACCENT
from hjemmebesok.letters.pdf.page import Point
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import HEIGHT, MM, TaggedPdf
from hjemmebesok.letters.tag import NORWEGIAN

LEFT, FIRST_TOP = 20 * MM, 84 * MM  # where the letter's own text begins
_WINDOW_TOP, _WINDOW_WIDTH, _WINDOW_HEIGHT = 45 * MM, 76 * MM, 14 * MM
_ABOUT_LEFT, _ABOUT_WIDTH = 125 * MM, 55 * MM
_MARK_TOP, _MARK_SIZE = 13 * MM, 9 * MM
_NAME = Style(13, 9 * MM, bold=True, colour=ACCENT)
_ABOUT = Style(9, 13)
_ADDRESS = tuple(Style(size, size * 1.3) for size in (10.0, 9.0, 8.0, 7.0))

# A house in a square with sides of 1: the roof, the walls and the door.
_HOUSE: tuple[tuple[Point, ...], ...] = (
    ((0.04, 0.50), (0.50, 0.08), (0.96, 0.50)),
    ((0.16, 0.42), (0.16, 0.94), (0.84, 0.94), (0.84, 0.42)),
    ((0.40, 0.94), (0.40, 0.62), (0.60, 0.62), (0.60, 0.94)),
)

Placed = tuple[float, float, Strip]  # left, top


def mark_figure(letterhead: Letterhead, parent: Element) -> Element:
    """The figure of the municipality's mark, with the words for those who do not see it."""
    figure = parent.child("Figure", alt=letterhead.mark)
    figure.cover(LEFT, HEIGHT - _MARK_TOP - _MARK_SIZE, _MARK_SIZE, _MARK_SIZE)
    return figure


def draw_mark(pdf: TaggedPdf, figure: Element) -> None:
    """The mark itself."""
    lines = [[(LEFT + x * _MARK_SIZE, _MARK_TOP + y * _MARK_SIZE) for x, y in line] for line in _HOUSE]
    pdf.stroke(figure, lines, 1.8, ACCENT)


def letterhead_strips(letterhead: Letterhead, parent: Element) -> list[Placed]:
    """The words of the letterhead, strip by strip, each with its place on the page.

    Whatever the letter's language, names and addresses are Norwegian.
    """
    name = text_strips(letterhead.municipality, parent.child("P", lang=NORWEGIAN), _NAME, 0, 150 * MM)
    address = _address(letterhead.address, [parent.child("P", lang=NORWEGIAN) for _ in letterhead.address])
    about = [
        strip for words in letterhead.about for strip in text_strips(words, parent.child("P"), _ABOUT, 0, _ABOUT_WIDTH)
    ]
    return [
        *_stacked(name, LEFT + _MARK_SIZE + 3 * MM, _MARK_TOP),
        *_stacked(address, LEFT, _WINDOW_TOP),
        *_stacked(about, _ABOUT_LEFT, _WINDOW_TOP),
    ]


def _address(lines: Sequence[Words], owners: Sequence[Element]) -> list[Strip]:
    """The address in the largest type that the window has room for. Raises Refused where none is small enough."""
    for style in _ADDRESS:
        both = zip(lines, owners, strict=True)
        strips = [strip for line, owner in both for strip in text_strips(line, owner, style, 0, _WINDOW_WIDTH)]
        if sum(strip.height for strip in strips) <= _WINDOW_HEIGHT:
            return strips
    raise Refused(Phrase("Navnet og adressen er for lange for konvoluttvinduet. Gjør dem kortere."))


def _stacked(strips: Iterable[Strip], left: float, top: float) -> Iterable[Placed]:
    for strip in strips:
        yield left, top, strip
        top += strip.height
