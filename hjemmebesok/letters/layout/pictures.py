"""Pictures two and two, each with its caption under it."""

from dataclasses import replace

from hjemmebesok.letters.document import Picture, Pictures
from hjemmebesok.letters.layout.paragraph import text_strips
from hjemmebesok.letters.layout.strip import Photograph, Strip, beside
from hjemmebesok.letters.layout.style import CAPTION
from hjemmebesok.letters.pdf.photo import for_print
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import MM

_ABREAST = 2
_GAP = 4 * MM
_HIGHEST = 70 * MM
_LARGEST_PIXEL = 0.75  # points: a small picture is not blown up
_ABOVE, _BETWEEN, _BELOW = 4.0, 3.0, 8.0


def picture_strips(pictures: Pictures, parent: Element, room: float) -> list[Strip]:
    """Each row of pictures is one strip; then comes one for each line of their captions, on the same page."""
    width = (room - _GAP * (_ABREAST - 1)) / _ABREAST
    strips: list[Strip] = []
    for first in range(0, len(pictures.pictures), _ABREAST):
        strips += _row(pictures.pictures[first : first + _ABREAST], parent, width)
    return strips


def _row(row: tuple[Picture, ...], parent: Element, width: float) -> list[Strip]:
    photographs: list[Photograph] = []
    captions: list[list[Strip]] = []
    for number, picture in enumerate(row):
        # What is in a figure is not read, only its own words; so its caption stands beside it, not within.
        both, x = parent.child("Div"), number * (width + _GAP)
        photographs.append(_photograph(picture, both, x, width))
        captions.append(_caption(picture, both, x, width) if picture.caption else [])
    foot = max(photograph.height for photograph in photographs)
    level = tuple(replace(each, top=foot - each.height) for each in photographs)
    strips = [Strip(foot + _BETWEEN, photographs=level, before=_ABOVE), *beside(captions)]
    held = [strip._replace(holds=True) for strip in strips[:-1]]
    return [*held, strips[-1]._replace(after=_BELOW, holds=False)]


def _photograph(picture: Picture, parent: Element, x: float, room: float) -> Photograph:
    jpeg = for_print(picture.image)
    scale = min(room / jpeg.width, _HIGHEST / jpeg.height, _LARGEST_PIXEL)
    figure = parent.child("Figure", lang=picture.lang, alt=picture.alt)
    return Photograph(figure, x, 0, jpeg.width * scale, jpeg.height * scale, jpeg)


def _caption(picture: Picture, parent: Element, x: float, width: float) -> list[Strip]:
    caption = parent.child("Caption")
    return [
        strip
        for paragraph in picture.caption
        for strip in text_strips(paragraph.words, caption.child("P", lang=paragraph.lang), CAPTION, x, width)
    ]
