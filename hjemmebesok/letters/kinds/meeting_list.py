"""The list of those who take part in a group meeting, for the caseworker at the door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.kinds.cell import AsWritten, Together
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True)
class Attendee:
    """One household: its name, where it lives (or that this is protected), its phone, and what it reads."""

    name: str
    address: Words | AsWritten
    phone: str
    reads: Together


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingList(Letter):
    """For the caseworker alone. `left_out` are the households that must not be on paper; no national id is."""

    code: ClassVar[str] = "meeting_list"

    number: int
    starts: datetime  # local time
    place: str
    spoken: str  # BCP 47
    interpreter: str = ""
    attendees: tuple[Attendee, ...] = ()
    left_out: int = 0

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/meeting_list. The last two columns are for the pen."""
        return {
            "nummer": str(self.number),
            "dato": self.starts.date(),
            "klokka": self.starts.time(),
            "sted": self.place,
            "sprak": self.spoken,
            "tolk": self.interpreter,
            "antall": len(self.attendees) + self.left_out,
            "deltakere": tuple(
                (AsWritten(one.name), one.address, AsWritten(one.phone), one.reads, None, None)
                for one in self.attendees
            ),
            "utelatt": self.left_out or None,
        }
