"""The summary of a home visit: what was noted, what guidance was given, and what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from hjemmebesok.domain.followup import OWNER_WORDS, Owner
from hjemmebesok.domain.interpreter import ATTENDS_WORDS, Interpreter
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.guidance import Guidance
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.signature import DrawnSignature

Value = Words | Money | date | int | FreeText  # of something noted; what somebody wrote keeps its language

_NO_DATE = N_("Ikke avtalt")


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing noted at the visit."""

    about: Words
    value: Value


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """One thing that somebody will do."""

    what: Words
    owner: Owner
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary(Letter):
    """To the household that was visited."""

    code: ClassVar[str] = "visit_summary"

    visited_at: datetime  # local time
    present: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    interpreter: Interpreter | None = None
    noted: tuple[Noted, ...] = ()
    guidance: Guidance | None = None
    steps: tuple[AgreedStep, ...] = ()
    note: FreeText | None = None
    photos: tuple[Photo, ...] = ()
    signed: tuple[DrawnSignature, ...] = ()  # on the screen, under the note as it is
    signed_home: bool = False  # one of them is of those who were visited, who need no lines to sign on then
    changed_since: date | None = None  # when somebody signed a note that is another one now

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/visit_summary."""
        return {
            **self.sender.fields(),
            "dato": self.visited_at.date(),
            "klokka": self.visited_at.time(),
            "tilstede": self.present,
            "fra_kommunen": self.staff,
            "tolk": _interpreter(self.interpreter) if self.interpreter else None,
            "notert": tuple((noted.about, noted.value) for noted in self.noted),
            "veiledning": self.guidance.fields() if self.guidance else None,
            "antall_steg": len(self.steps) or None,
            "steg": tuple((step.what, OWNER_WORDS[step.owner], step.due or _NO_DATE) for step in self.steps),
            "notat": self.note if self.note and self.note.text.strip() else None,
            "bilder": self.photos,
            "underskrifter": (*self.signed, *(() if self.signed_home else (self.recipient.name,))),
            "signert": bool(self.signed),
            "endret_etter": self.changed_since,
        }


def _interpreter(interpreter: Interpreter) -> Mapping[str, Any]:
    return {
        "navn": interpreter.name,
        "sprak": interpreter.language,
        "deltok": ATTENDS_WORDS[interpreter.attends],
    }
