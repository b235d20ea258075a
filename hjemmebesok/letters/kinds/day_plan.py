"""One day on paper, for the caseworker who is on her way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.kinds.cell import AsWritten, Together
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True)
class Appointment:
    """One visit or meeting: whom, what for, where (or that this is protected), and what to remember."""

    at: time
    whom: Words | AsWritten
    what: Words
    where: Words | AsWritten
    remember: Together


@dataclass(frozen=True, slots=True)
class Due:
    """A promise of the week."""

    day: date | None
    household: str
    what: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlanOnPaper(Letter):
    """For the caseworker alone. `left_out` are the lines that must not be on paper."""

    code: ClassVar[str] = "day_plan"

    day: date
    appointments: tuple[Appointment, ...] = ()
    due: tuple[Due, ...] = ()
    left_out: int = 0

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/day_plan."""
        return {
            "dato": self.day,
            "avtaler": tuple((one.at, one.whom, one.what, one.where, one.remember) for one in self.appointments),
            "frister": tuple((one.day, AsWritten(one.household), one.what) for one in self.due),
            "utelatt": self.left_out or None,
        }
