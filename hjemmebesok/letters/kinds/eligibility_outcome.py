"""The outcome of an eligibility check, as guidance: what went in, which rules, what came out, what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.kinds.cell import Percent
from hjemmebesok.letters.kinds.guidance import Guidance
from hjemmebesok.letters.kinds.visit_summary import Noted
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True)
class UsedRate:
    """A dated figure that the answer rests on. One that nobody has verified is named among the guidance's remarks."""

    label: Words
    amount: Money | Percent
    applies_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityOutcome(Letter):
    """To the household. It is never a decision, and says so first of all."""

    code: ClassVar[str] = "eligibility_outcome"

    guidance: Guidance
    version: str  # of the ruleset
    applies_from: date  # the ruleset
    source: Words
    inputs: tuple[Noted, ...] = ()
    health: bool = False  # was used too; what it is stays off the paper
    missing: tuple[Words, ...] = ()  # the questions that are open
    remedies: tuple[Words, ...] = ()
    rates: tuple[UsedRate, ...] = ()

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/eligibility_outcome."""
        return {
            **self.sender.fields(),
            **self.guidance.fields(),
            "kilde": self.source,
            "versjon": self.version,
            "gjelder_fra": self.applies_from,
            "opplysninger": tuple((noted.about, noted.value) for noted in self.inputs),
            "helse": self.health,
            "mangler": self.missing,
            "endringer": self.remedies,
            "satser": tuple((rate.label, rate.amount, rate.applies_from) for rate in self.rates),
        }
