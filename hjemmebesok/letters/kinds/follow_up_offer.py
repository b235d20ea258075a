"""The offer of a talk after a meeting or a visit: at the office or at home, when, and by when to answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True)
class OfferedTalk:
    """One talk to choose. The time of day is None where it is still to be agreed."""

    where: Words
    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpOffer(Letter):
    """To one household, with at least one talk to choose."""

    code: ClassVar[str] = "follow_up_offer"

    talks: tuple[OfferedTalk, ...]
    reply_by: date

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/follow_up_offer."""
        return {
            **self.sender.fields(),
            "tider": tuple((talk.where, talk.day, talk.at) for talk in self.talks),
            "frist": self.reply_by,
        }
