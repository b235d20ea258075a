"""Guidance: what the rules say about a household, as the household is told it. Never a decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.freetext import FreeText


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
