"""A strip: one line's worth of page, from margin to margin."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from hjemmebesok.letters.pdf.page import Colour, Point
from hjemmebesok.letters.pdf.photo import Jpeg
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import Artifact

CLOSER = 14 / 15  # body text of 10.5 points has 14 from line to line, and not 15
_RULE = 2.0  # points: no rule is as thick


class Piece(NamedTuple):
    """Text in one font; `x` is from the left margin, `drop` from the strip's top down to the baseline."""

    owner: Element | Artifact
    x: float
    drop: float
    text: str
    size: float
    bold: bool
    colour: Colour


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rule or a shade: decoration. `top` is from the strip's top."""

    x: float
    top: float
    width: float
    height: float
    colour: Colour

    def closer(self) -> "Rectangle":
        """The same in a strip that is made closer; a rule is as thick as it was."""
        height = self.height if self.height < _RULE else self.height * CLOSER
        return Rectangle(self.x, self.top * CLOSER, self.width, height, self.colour)


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture; `x` is from the left margin, `top` from the strip's top."""

    owner: Element
    x: float
    top: float
    width: float
    height: float
    jpeg: Jpeg


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines drawn by hand, in points from its upper left corner; it is placed as a picture is."""

    owner: Element
    x: float
    top: float
    width: float
    height: float
    lines: tuple[tuple[Point, ...], ...]


class Strip(NamedTuple):
    """What is in it, the room it wants around it, and where a page may end."""

    height: float
    pieces: tuple[Piece, ...] = ()
    rectangles: tuple[Rectangle, ...] = ()
    photographs: tuple[Photograph, ...] = ()
    before: float = 0.0
    after: float = 0.0
    holds: bool = False  # no page ends after this strip
    heading: tuple[int, str] | None = None  # the level and words of the heading that begins here
    repeated: tuple["Strip", ...] = ()  # what comes above it where it begins a page: a table's headings
    drawings: tuple[Drawing, ...] = ()

    def lowered(self, by: float) -> "Strip":
        """The same with so much more room at the top, inside."""
        pieces = tuple(piece._replace(drop=piece.drop + by) for piece in self.pieces)
        return self._replace(height=self.height + by, pieces=pieces)

    def closer(self) -> "Strip":
        """The same with a little less room around it, and between its lines; pictures keep theirs."""
        if self.photographs or self.drawings:
            return self._replace(before=self.before * CLOSER, after=self.after * CLOSER)
        lost = self.height * (1 - CLOSER)
        return self._replace(
            height=self.height - lost,
            pieces=tuple([piece._replace(drop=piece.drop - lost / 2) for piece in self.pieces]),
            rectangles=tuple([rectangle.closer() for rectangle in self.rectangles]),
            before=self.before * CLOSER,
            after=self.after * CLOSER,
            repeated=tuple([strip.closer() for strip in self.repeated]),
        )

    def as_artifact(self) -> "Strip":
        """The same ink with nothing for a screen reader to read a second time."""
        return self._replace(pieces=tuple(piece._replace(owner=Artifact.PAGE) for piece in self.pieces))


def beside(cells: Sequence[Sequence[Strip]]) -> list[Strip]:
    """Cells side by side: the first strip of each as one, then the second of each, to the end of the longest."""
    return [_across([strip for strip in across if strip]) for across in zip_longest(*cells)]


def _across(strips: Sequence[Strip]) -> Strip:
    return Strip(
        height=max(strip.height for strip in strips),
        pieces=tuple(piece for strip in strips for piece in strip.pieces),
        holds=any(strip.holds for strip in strips),
    )
