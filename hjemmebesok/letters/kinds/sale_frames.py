"""The proposal to the landlord's board for the frames of all sales: to whom, at which price, and on which terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.letters.kinds.cell import AsWritten
from hjemmebesok.letters.letter import Letter

FEWEST = 5  # households: fewer could be recognised
_FEW = N_("færre enn {n}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleFrames(Letter):
    """To the board. Norwegian alone: it is a case paper between parts of a Norwegian municipality.

    It speaks of dwellings and of how many households, never of one of them.
    """

    code: ClassVar[str] = "sale_frames"
    languages: ClassVar[tuple[str, ...]] = ("nb",)

    dwellings: tuple[tuple[str, int], ...]  # how many are rented out in each borettslag
    visited: int  # households that have been assessed
    wish_to_own: int

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/sale_frames."""
        return {
            **self.sender.fields(),
            "boliger": tuple((AsWritten(name), number) for name, number in self.dwellings),
            "kartlagt": _about(self.visited),
            "onsker": _about(self.wish_to_own),
        }


def _about(households: int) -> Words:
    return Phrase("{n}", n=households) if households >= FEWEST else Phrase(_FEW, n=FEWEST)
