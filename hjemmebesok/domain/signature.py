"""A signature drawn on the screen: the lines of it, who drew them, and which text they were drawn under.

It shows that somebody has seen the note of a visit, and no more. It is not a qualified electronic signature (eIDAS,
regulation (EU) no 910/2014 art. 3), and nothing may depend on it: nobody has to sign. Only the shape is kept. How fast
and how hard the pen went would be biometric data (personvernforordningen art. 4 no. 14), and is never noted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.domain.record import Record

WIDTH, HEIGHT = 1000, 300  # of the field it is drawn in; a stroke's points are whole numbers within it
MOST_POINTS = 2000
LEAST_LENGTH = 60  # of all lines together: less than that is a slip of the hand

Point = tuple[int, int]  # from the upper left corner
Strokes = tuple[tuple[Point, ...], ...]

WHAT_IT_IS = N_(
    "Underskriften viser at du har sett det som er skrevet ned. Den er ikke en kvalifisert elektronisk signatur."
)


class Signer(StrEnum):
    """On whose behalf somebody signs."""

    HOME = "home"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Record):
    """One signature under one text. It is never changed, only taken away: who signs anew makes another."""

    kind: ClassVar[str] = "signature"

    visit: str
    signer: Signer
    name: str
    signed_at: datetime  # UTC
    text_sha256: str  # of what was signed
    strokes: Strokes


def check_strokes(strokes: Strokes) -> None:
    """Raises Refused for what is no signature: nothing drawn, too much, or a point outside the field."""
    points = [point for stroke in strokes for point in stroke]
    if _length(strokes) < LEAST_LENGTH:
        raise Refused(Phrase("Skriv navnet i feltet først."))
    if len(points) > MOST_POINTS:
        raise Refused(Phrase("Underskriften har for mange streker. Tøm feltet og prøv igjen."))
    if any(not (0 <= x <= WIDTH and 0 <= y <= HEIGHT) for x, y in points) or not all(strokes):
        raise Refused(Phrase("Underskriften går utenfor feltet. Tøm feltet og prøv igjen."))


def _length(strokes: Strokes) -> int:
    """How far the pen went, along and across."""
    return sum(abs(x - left) + abs(y - top) for stroke in strokes for (left, top), (x, y) in pairwise(stroke))
