"""Sheets become ink."""

from hjemmebesok.letters.layout.letterhead import LEFT, draw_mark
from hjemmebesok.letters.layout.strip import Drawing, Strip
from hjemmebesok.letters.layout.typeset import ROOM, Sheet, Typeset
from hjemmebesok.letters.pdf.colour import INK, MUTED
from hjemmebesok.letters.pdf.fonts import REGULAR, width
from hjemmebesok.letters.pdf.writer import HEIGHT, MM, Artifact, TaggedPdf

_FOOT, _FOOT_SIZE = 284 * MM, 8.5
_PEN = 1.1


def draw(pdf: TaggedPdf, letter: Typeset) -> None:
    """Draw all sheets, each on a page of its own, with a bookmark for each heading."""
    draw_mark(pdf, letter.mark)
    for sheet in letter.sheets:
        for left, top, strip in sheet.strips:
            if strip.heading:
                pdf.bookmark(*strip.heading, top)
            _draw_strip(pdf, strip, left, top)
        _draw_foot(pdf, sheet)
        pdf.end_page()


def _draw_strip(pdf: TaggedPdf, strip: Strip, left: float, top: float) -> None:
    for shape in strip.rectangles:
        pdf.fill(Artifact.LAYOUT, (left + shape.x, top + shape.top), shape.width, shape.height, shape.colour)
    for photo in strip.photographs:
        pdf.show(photo.owner, (left + photo.x, top + photo.top), photo.width, photo.height, photo.jpeg)
    for drawing in strip.drawings:
        _draw_lines(pdf, drawing, left + drawing.x, top + drawing.top)
    for piece in strip.pieces:
        pdf.write(piece.owner, (left + piece.x, top + piece.drop), piece.text, piece.size, piece.bold, piece.colour)


def _draw_lines(pdf: TaggedPdf, drawing: Drawing, left: float, top: float) -> None:
    drawing.owner.cover(left, HEIGHT - top - drawing.height, drawing.width, drawing.height)
    lines = [[(left + x, top + y) for x, y in line] for line in drawing.lines]
    pdf.stroke(drawing.owner, lines, _PEN, INK)


def _draw_foot(pdf: TaggedPdf, sheet: Sheet) -> None:
    right = LEFT + ROOM - width(sheet.page_line, REGULAR, _FOOT_SIZE)
    pdf.write(Artifact.PAGE, (LEFT, _FOOT), sheet.municipality, _FOOT_SIZE, colour=MUTED)
    pdf.write(Artifact.PAGE, (right, _FOOT), sheet.page_line, _FOOT_SIZE, colour=MUTED)
