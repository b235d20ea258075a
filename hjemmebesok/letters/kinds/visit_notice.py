"""The notice of a home visit: when, where, who comes and why, and how to say no."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from hjemmebesok.domain.visit import Purpose
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitNotice(Letter):
    """To the household that will be visited. `interpreter` is the language interpreted from, "" where none is booked.

    The place is the recipient's own address, and is left out where that is protected.
    """

    code: ClassVar[str] = "visit_notice"

    starts: datetime  # local time
    minutes: int
    visitors: tuple[str, ...]  # the names that are known
    visitor_count: int = 1
    purpose: Purpose = Purpose.KARTLEGGING
    interpreter: str = ""

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/visit_notice."""
        _, *address = self.recipient.lines
        return {
            **self.sender.fields(),
            "dato": self.starts.date(),
            "dag": self.starts.date(),
            "klokka": self.starts.time(),
            "varighet": self.minutes,
            "sted": ", ".join(address),
            "hvem": self.visitors,
            "antall": max(self.visitor_count, len(self.visitors)),
            "tolk": self.interpreter,
            "kartlegging": self.purpose is Purpose.KARTLEGGING,
            "oppfolging": self.purpose is Purpose.FOLLOW_UP,
            "etter_kjop": self.purpose is Purpose.AFTER_PURCHASE,
        }
