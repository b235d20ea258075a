"""An issued letter: what was made for whom, when, in which language, with what added. Immutable."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar

from hjemmebesok.domain.meeting import Offer
from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True)
class Slot:
    """A talk that is offered, at the office or at home, in local time; without `at` the time is still to be agreed."""

    where: Offer
    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the caseworker adds to a letter. Everything has a sensible value where she adds nothing."""

    slots: tuple[Slot, ...] = ()  # of a follow-up offer; else those already agreed
    reply_by: date | None = None  # else a week, or the day before if that is sooner
    board: str = ""  # whom a proposal to the board is to, by name
    rules: str = ""  # by which the outcome of a check is told; else those of leie til eie


NOTHING_ADDED = Details()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLetter(Record):
    """The log line of a letter. The PDF itself is kept or exported by whoever asked for it."""

    kind: ClassVar[str] = "letter"

    letter: str  # the letter kind's permanent code
    language: str
    made_at: datetime  # UTC
    made_by: str
    text_version: str  # hash of the text it was made from
    sha256: str
    about: str = ""  # id of the visit, the meeting or the mailing, if it is about one
    with_norwegian: bool = False  # the Norwegian text stands first in the same letter
    details: Details | None = None  # what was added, so that it can be made again; None for nothing
    reference: str | None = None  # the case number that stands in it, which the household may get or change later
