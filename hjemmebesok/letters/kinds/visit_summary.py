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
from hjemmebesok.letters.letter import Letter

_NO_DATE = N_("Ikke avtalt")


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing noted at the visit. What somebody wrote is FreeText, and keeps the language it was written in."""

    about: Words
    value: Words | Money | date | int | FreeText


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """One thing that somebody will do."""

    what: Words
    owner: Owner
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What the guidance says about one condition."""

    condition: Words
    outcome: Words
    why: Words | FreeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """The result of an eligibility check, as guidance. The costs are a month's; None where not worked out."""

    outcome: Words
    ruleset: Words
    day: date  # of what was known
    largest_loan: Money | None = None
    new_cost: Money | None = None
    cost_today: Money | None = None
    reasons: tuple[Reason, ...] = ()
    remarks: tuple[Words, ...] = ()  # what was assumed, and which figures nobody has verified

    def fields(self) -> Mapping[str, Any]:
        """The fields of the group veiledning."""
        return {
            "svar": self.outcome,
            "regler": self.ruleset,
            "dato": self.day,
            "lan": self.largest_loan,
            "utgift": self.new_cost,
            "utgift_i_dag": self.cost_today,
            "grunner": tuple((reason.condition, reason.outcome, reason.why) for reason in self.reasons),
            "merknader": self.remarks,
        }


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
        }


def _interpreter(interpreter: Interpreter) -> Mapping[str, Any]:
    return {
        "navn": interpreter.name,
        "sprak": interpreter.language,
        "deltok": ATTENDS_WORDS[interpreter.attends],
    }
