"""A record: one flat set of named fields under one id, in one case."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every kind of record has.

    `case` is the household (or the meeting) whose file this belongs to: the unit of access and of sync.
    """

    kind: ClassVar[str]

    id: str
    case: str
