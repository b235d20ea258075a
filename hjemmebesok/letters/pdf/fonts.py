"""The letter's two fonts: Noto Sans, regular and bold, as ReportLab reads them."""

from functools import cache, lru_cache
from typing import Any

from hjemmebesok.assets import resource

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
ASCENT = 0.79  # of the font size: from the top of a line of text to its baseline


@cache
def face(name: str) -> Any:
    """ReportLab's reading of the font file, from resources the first time."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(resource("fonts", "noto-sans", f"{name}.ttf")))


@cache
def advances(name: str) -> dict[str, float]:
    """How wide each letter is, for one point of font size."""
    read = face(name)
    return {chr(code): read.getCharWidth(code) / 1000 for code in read.charToGlyph}


def width(text: str, name: str, size: float) -> float:
    """The width of a text in points."""
    return size * _em_width(text, name)


@lru_cache(maxsize=8192)  # letters say the same words over and over
def _em_width(text: str, name: str) -> float:
    return sum(map(advances(name).__getitem__, text))


def missing(text: str) -> str:
    """The first letter of the text that the font cannot draw; "" where it has them all."""
    known = advances(REGULAR)
    return "" if known.keys() >= set(text) else next(letter for letter in text if letter not in known)
