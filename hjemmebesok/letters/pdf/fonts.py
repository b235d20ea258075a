"""The letter's two fonts: Noto Sans, regular and bold, embedded in every letter."""

from functools import cache
from typing import Any

from hjemmebesok.assets import resource

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
ASCENT = 0.79  # of the font size: from the top of a line of text to its baseline


@cache
def font(name: str) -> Any:
    """ReportLab's font of this name, read from resources the first time."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    found = TTFont(name, str(resource("fonts", "noto-sans", f"{name}.ttf")))
    pdfmetrics.registerFont(found)
    return found


@cache
def _advances(name: str) -> dict[int, float]:
    # Advance widths per letter, for one point of font size.
    face = font(name).face
    advances = {code: face.getCharWidth(code) / 1000 for code in face.charToGlyph}
    advances[0xA0] = advances[0x20]
    return advances


def width(text: str, name: str, size: float) -> float:
    """The width of a text in points."""
    advances = _advances(name)
    return size * sum(advances[ord(letter)] for letter in text)


def missing(text: str) -> str:
    """The first letter of the text that the font cannot draw; "" where it has them all."""
    known = _advances(REGULAR)
    return next((letter for letter in text if ord(letter) not in known), "")
