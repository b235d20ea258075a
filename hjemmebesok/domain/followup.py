"""A follow-up: a promise with a date and somebody who keeps it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record


class Owner(StrEnum):
    """Who does it."""

    FAMILY = "family"
    MUNICIPALITY = "municipality"


OWNER_WORDS = {Owner.FAMILY: N_("Familien"), Owner.MUNICIPALITY: N_("Kommunen")}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """One agreed step of one household, from the phrase list (domain/steps.py)."""

    kind: ClassVar[str] = "follow_up"

    step: str
    values: dict[str, Any] = field(default_factory=dict)  # the typed places of the step
    owner: Owner = Owner.FAMILY
    due: date | None = None
    done_on: date | None = None
    origin: str = ""  # id of the visit or the meeting where it was agreed
