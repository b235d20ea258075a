"""A document becomes a PDF."""

from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.layout.flow import column
from hjemmebesok.letters.layout.letterhead import FIRST_TOP, LEFT, draw_mark, letterhead_strips
from hjemmebesok.letters.layout.pages import paginate
from hjemmebesok.letters.layout.strip import Strip
from hjemmebesok.letters.pdf.colour import MUTED
from hjemmebesok.letters.pdf.fonts import REGULAR, width
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.writer import MM, Artifact, TaggedPdf

_ROOM = 160 * MM  # about 80 letters a line
_TOP, _BOTTOM = 22 * MM, 274 * MM
_FOOT, _FOOT_SIZE = 284 * MM, 8.5


def lay_out(document: Document) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    municipality = plain(document.letterhead.municipality)
    pdf = TaggedPdf(
        Metadata(document.title, municipality, document.language, document.written_on, document.text_version)
    )
    draw_mark(pdf, document.letterhead.mark)
    for left, top, strip in letterhead_strips(document.letterhead, pdf.root):
        _draw(pdf, strip, left, top)
    pages = paginate(column(document.blocks, pdf.root, _ROOM), FIRST_TOP, _TOP, _BOTTOM)
    for number, page in enumerate(pages, 1):
        for top, strip in page:
            _draw(pdf, strip, LEFT, top)
        _draw_foot(pdf, municipality, document.page_line(number, len(pages)))
        pdf.end_page()
    return pdf.finish(), len(pages)


def _draw(pdf: TaggedPdf, strip: Strip, left: float, top: float) -> None:
    for shape in strip.rectangles:
        pdf.fill(Artifact.LAYOUT, (left + shape.x, top + shape.top), shape.width, shape.height, shape.colour)
    for photo in strip.photographs:
        pdf.show(photo.owner, (left + photo.x, top + photo.top), photo.width, photo.height, photo.jpeg)
    for piece in strip.pieces:
        pdf.write(piece.owner, (left + piece.x, top + piece.drop), piece.text, piece.size, piece.bold, piece.colour)


def _draw_foot(pdf: TaggedPdf, municipality: str, page_line: str) -> None:
    right = LEFT + _ROOM - width(page_line, REGULAR, _FOOT_SIZE)
    pdf.write(Artifact.PAGE, (LEFT, _FOOT), municipality, _FOOT_SIZE, colour=MUTED)
    pdf.write(Artifact.PAGE, (right, _FOOT), page_line, _FOOT_SIZE, colour=MUTED)
