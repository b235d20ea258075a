"""A letter text of the municipality's own, in versions, and how far each wording has come towards approval."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record

TEXTS_CASE = "letter-texts"  # the file in which a municipality keeps its texts; no household's


class TextStatus(StrEnum):
    """How far a wording has come."""

    DRAFT = "draft"
    DISCUSSED = "discussed"
    APPROVED = "approved"


STATUS_WORDS = {
    TextStatus.DRAFT: N_("Utkast"),
    TextStatus.DISCUSSED: N_("Drøftet i styringsgruppen"),
    TextStatus.APPROVED: N_("Godkjent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion(Record):
    """One saved version of one file, whole. Immutable: a change is a new version, so that nothing is ever lost.

    What no version follows is in force; two people who have not seen each other's leave two, and the next follows both.
    """

    kind: ClassVar[str] = "letter_text"

    letter: str  # the letter kind's permanent code
    language: str
    body: str  # the whole file; "" where the municipality went back to the text that comes with the program
    over: str  # the program's own file at the time, whole: what an update is held against
    follows: tuple[str, ...] = ()  # ids of the versions that its author saw
    saved_at: datetime  # UTC
    saved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextApproval(Record):
    """One step of one wording towards approval, or back. Immutable; the newest step counts."""

    kind: ClassVar[str] = "text_approval"

    letter: str
    language: str
    version: str  # of the wording: it changes with the text and with the Norwegian one that it translates
    status: TextStatus
    by: str  # who discussed or approved it
    on: date
    noted_at: datetime  # UTC
    noted_by: str
