"""The invitation to a group meeting: when, where, in which language, with whom, and by when to answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from hjemmebesok.domain.meeting import LARGEST, SMALLEST
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingInvitation(Letter):
    """To one household; who else is invited is never in it."""

    code: ClassVar[str] = "meeting_invitation"

    starts: datetime  # local time
    ends: datetime
    place: str
    spoken: str  # the language of the meeting, BCP 47
    reply_by: date
    interpreted: bool = False
    topics: FreeText | None = None
    smallest: int = SMALLEST  # households
    largest: int = LARGEST

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/meeting_invitation."""
        return {
            **self.sender.fields(),
            "dato": self.starts.date(),
            "dag": self.starts.date(),
            "klokka": self.starts.time(),
            "slutt": self.ends.time(),
            "sted": self.place,
            "sprak": self.spoken,
            "tolk": self.interpreted,
            "minst": self.smallest,
            "storst": self.largest,
            "tema": self.topics if self.topics and self.topics.text.strip() else None,
            "frist": self.reply_by,
        }
