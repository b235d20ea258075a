"""The proposal to the landlord's board to sell one dwelling to its tenant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Words
from hjemmebesok.letters.kinds.visit_summary import Value
from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardProposal(Letter):
    """To the board. Norwegian alone: it is a case paper between parts of a Norwegian municipality, and no household
    is meant to read it.

    The buyer is a case number and no name, and of the economy only what became of the check: the board sells a
    dwelling and has no need of more (S2). `dwelling` is None where it is protected.
    """

    code: ClassVar[str] = "board_proposal"
    languages: ClassVar[tuple[str, ...]] = ("nb",)

    price: Money
    dwelling: Dwelling | None
    joint_debt: Money | None = None
    checklist: tuple[tuple[Words, Value], ...]  # what to clear before a share is sold, and how it stands
    preemption: Words  # what it comes to
    outcome: Words  # of the check
    ruleset: Words
    day: date  # of what was known

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/board_proposal."""
        return {
            **self.sender.fields(),
            "sak": self.reference,
            "pris": self.price,
            "fellesgjeld": self.joint_debt,
            "bolig": _dwelling(self.dwelling) if self.dwelling else None,
            "sjekkliste": self.checklist,
            "forkjopsrett": self.preemption,
            "svar": self.outcome,
            "regler": self.ruleset,
            "dato": self.day,
        }


def _dwelling(home: Dwelling) -> Mapping[str, Any]:
    return {
        "adresse": home.street_line,
        "borettslag": " ".join(filter(None, (home.estate, home.borettslag_number))),
        "andel": home.share_number,
        "rom": home.rooms,
        "areal": home.area_m2,
    }
