"""A home visit: planned, held, closed. A closed visit's note is locked; a correction is a new version."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record


class VisitStatus(StrEnum):
    """Where a visit or a meeting is in its life."""

    PLANNED = "planned"
    STARTED = "started"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Purpose(StrEnum):
    """Why the caseworker comes."""

    KARTLEGGING = "kartlegging"
    FOLLOW_UP = "follow_up"
    AFTER_PURCHASE = "after_purchase"


PURPOSE_WORDS = {
    Purpose.KARTLEGGING: N_("Hjemmebesøk"),
    Purpose.FOLLOW_UP: N_("Oppfølging"),
    Purpose.AFTER_PURCHASE: N_("Etter kjøp"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """One visit to one household (its case). Times are local Norwegian time."""

    kind: ClassVar[str] = "visit"

    starts: datetime
    minutes: int = 90
    purpose: Purpose = Purpose.KARTLEGGING
    status: VisitStatus = VisitStatus.PLANNED
    staff: tuple[str, ...] = ()  # names of those from the municipality
    present: tuple[str, ...] = ()  # names of those who were at home
    interpreter: Interpreter | None = None
    interpreter_booked: bool = False
    two_together: bool = False  # safety: never alone
    kartlegging: str = ""  # id of the form; "" until the visit is started
    closed_at: datetime | None = None  # UTC
    closed_by: str = ""
    rules: tuple[str, ...] = ()  # the rules it was weighed by when it was closed, as 'startlan-2025/1'
    locked_answers: dict[str, str] | None = None  # a fingerprint of each, as they were locked; None: not noted
    version: int = 1
    corrects: str = ""  # id of the visit this version replaces
