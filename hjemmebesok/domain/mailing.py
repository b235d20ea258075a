"""A mailing: one letter to everyone it concerns who has not had it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing(Record):
    """One run; it is its own case. Its letters are the issued letters that are about it, or about a visit or a meeting.

    Immutable: a run that was stopped is no loose end. The next begins with whoever has not had the letter by then.
    """

    kind: ClassVar[str] = "mailing"

    letter: str  # the letter kind's permanent code
    begun_at: datetime  # UTC
    begun_by: str
