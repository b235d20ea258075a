"""A document becomes sheets: where everything on each page of it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebesok.letters.document import Block, Document, plain
from hjemmebesok.letters.layout.flow import column
from hjemmebesok.letters.layout.letterhead import FIRST_TOP, LEFT, Placed, letterhead_strips, mark_figure
from hjemmebesok.letters.layout.pages import Room, paginate
from hjemmebesok.letters.layout.style import BODY
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import MM

ROOM = 160 * MM  # about 80 letters a line
_TOP, _BOTTOM = 22 * MM, 274 * MM
_LEAST = 12 * BODY.leading


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the strips with their places, and the two texts at its foot."""

    strips: tuple[Placed, ...]
    municipality: str
    page_line: str


@dataclass(frozen=True, slots=True)
class Typeset:
    """A letter ready to be drawn. `mark` is the figure of the municipality's mark, on the first sheet."""

    mark: Element
    sheets: tuple[Sheet, ...]


def typeset(document: Document, owner: Element) -> Typeset:
    """The letter's sheets; its structure grows under the owner. A translation begins on a page of its own.

    Raises Refused where the address is too long for the envelope, or a picture cannot be read.
    """
    head, municipality = document.letterhead, plain(document.letterhead.municipality)
    mark = mark_figure(head, owner)
    first, *others = _columns(document.blocks, owner, FIRST_TOP, before=letterhead_strips(head, owner))
    pages = [(page, document.page_line) for page in (first, *others)]
    if document.translation is not None:
        part = owner.child("Sect", lang=document.translation.language)
        translated = _columns(document.translation.blocks, part, _TOP)
        pages += [(page, document.translation.page_line) for page in translated]
    numbered = enumerate(pages, 1)
    return Typeset(mark, tuple(Sheet(page, municipality, line(n, len(pages))) for n, (page, line) in numbered))


def _columns(
    blocks: Sequence[Block], owner: Element, first_top: float, before: Sequence[Placed] = ()
) -> list[tuple[Placed, ...]]:
    pages = paginate(column(blocks, owner, ROOM), Room(first_top, _TOP, _BOTTOM, _LEAST))
    placed = [tuple((LEFT, top, strip) for top, strip in page) for page in pages]
    return [(*before, *placed[0]), *placed[1:]]
