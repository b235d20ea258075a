"""The floor: ReportLab's bare canvas, told where each line goes. No layout, no tags, no fonts kept between files."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from hjemmebesok.assets import resource
from hjemmebesok.letters.document import Document
from hjemmebesok.letters.layout.typeset import Sheet, typeset
from hjemmebesok.letters.pdf.fonts import BOLD, REGULAR
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import HEIGHT, WIDTH


class Line(NamedTuple):
    """A line of text with its baseline here; points from the lower left corner."""

    x: float
    y: float
    text: str
    font: str
    size: float


class Picture(NamedTuple):
    """A picture with its lower left corner here."""

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes


Page = Sequence[Line | Picture]


def placed(document: Document) -> list[Page]:
    """Where our own layout puts everything."""
    return [list(_page(sheet)) for sheet in typeset(document, Element("Document", lang="nb-NO")).sheets]


def _page(sheet: Sheet) -> Iterator[Line | Picture]:
    for left, top, strip in sheet.strips:
        for each in strip.pieces:
            font = BOLD if each.bold else REGULAR
            yield Line(left + each.x, HEIGHT - top - each.drop, each.text, font, each.size)
        for shown in strip.photographs:
            foot = HEIGHT - top - shown.top - shown.height
            yield Picture(left + shown.x, foot, shown.width, shown.height, shown.jpeg.data)


def register() -> None:
    """Let ReportLab know our fonts, and write pictures as they are: as text they take several times as long."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", "noto-sans", f"{name}.ttf"))))


def canvas(out: io.BytesIO) -> Any:
    """A canvas as it comes, but for its page and its first font."""
    from reportlab.pdfgen.canvas import Canvas

    return Canvas(out, pagesize=(WIDTH, HEIGHT), initialFontName=REGULAR, pageCompression=1)


def draw(on: Any, pages: Sequence[Page]) -> None:
    """Draw one letter."""
    from reportlab.lib.utils import ImageReader

    for page in pages:
        for each in page:
            if isinstance(each, Picture):
                on.drawImage(ImageReader(io.BytesIO(each.jpeg)), each.x, each.y, each.width, each.height)
            else:
                on.setFont(each.font, each.size)
                on.drawString(each.x, each.y, each.text)
        on.showPage()


def one(pages: Sequence[Page]) -> bytes:
    """One letter in a file of its own."""
    out = io.BytesIO()
    drawn = canvas(out)
    draw(drawn, pages)
    drawn.save()
    return out.getvalue()
