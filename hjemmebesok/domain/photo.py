"""A photo from a home visit: what it is of, in words, and the bytes it stands for.

A home is private, so a photo is taken and kept only while the household says yes to it, and can be taken away at any
time, also after the note is locked (personvernforordningen art. 6, 7 no. 3 and 17). It shows the dwelling: where and
when it was taken never follows, and people should not be in it.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from hjemmebesok.domain.record import Record

CONSENT = "consent.photos"  # the question of the form that says yes or no
MOST_A_VISIT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    """What is known about one photo. The picture itself is kept under its hash, and may arrive later than this."""

    kind: ClassVar[str] = "photo"

    visit: str
    sha256: str
    media_type: str
    size: int  # bytes
    taken_on: date
    number: int = 0  # the order in which those of a visit were added
    caption: str = ""  # stands under it
    shows: str = ""  # what it shows, for those who do not see it
    in_summary: bool = False  # whether the summary of the visit shows it
