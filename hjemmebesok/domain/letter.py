"""An issued letter: what was made for whom, when, in which language. Immutable."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hjemmebesok.domain.record import Record


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
