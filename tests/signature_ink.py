"""The lines of the signatures in a finished letter, read back from the ink on its pages."""

import io
from collections.abc import Iterator

import pikepdf

from hjemmebesok.domain.signature import Strokes
from hjemmebesok.letters.layout.signatures import SCALE

Lines = list[list[tuple[float, float]]]


def ink(pdf: bytes) -> list[Strokes]:
    """Each signature in the units of the field it was drawn in, in the order of the pages."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        boxes = [each.A.BBox for each in opened.objects if _is_figure(each)]
        stroked = [lines for sheet in opened.pages for lines in _stroked(sheet)]
        pairs = list(zip(boxes, stroked, strict=True))[1:]  # the first figure is the municipality's mark
        return [_in_units(float(box[0]), float(box[3]), lines) for box, lines in pairs]


def _in_units(left: float, top: float, lines: Lines) -> Strokes:
    return tuple(tuple((round((x - left) / SCALE), round((top - y) / SCALE)) for x, y in line) for line in lines)


def _is_figure(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"


def _stroked(sheet: pikepdf.Page) -> Iterator[Lines]:
    lines: Lines = []
    for instruction in pikepdf.parse_content_stream(sheet):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator == "m":
            lines.append([(float(operands[0]), float(operands[1]))])
        elif operator == "l":
            lines[-1].append((float(operands[0]), float(operands[1])))
        elif operator == "S":
            yield lines
            lines = []
