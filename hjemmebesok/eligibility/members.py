"""Members of a household: age, and what else the budgets and the floor of livsopphold depend on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from hjemmebesok.eligibility.kinds import Choice, Kind, Whole, YesNo
from hjemmebesok.eligibility.lines import LineKind

OF_AGE = 18


class Sex(StrEnum):
    """As the published budgets divide, from eleven years on."""

    F = "f"
    M = "m"


class Expecting(StrEnum):
    """What makes for a food budget of its own."""

    PREGNANT = "pregnant"
    NURSING = "nursing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person. None is not known: an age that is not known leaves the budgets unknown."""

    age: int | None  # whole years
    months: int | None = None  # of a child below one year
    sex: Sex | None = None
    expecting: Expecting | None = None
    student: bool | None = None
    travels: bool | None = None  # a child who needs a bus pass of its own

    @property
    def is_child(self) -> bool:
        """Below 18. False where the age is not known."""
        return self.age is not None and self.age < OF_AGE


class Members(LineKind[Member]):
    """Everyone who lives on the household's money. In JSON: a list of objects."""

    line = Member
    columns: ClassVar[Mapping[str, Kind[Any]]] = {
        "age": Whole(0, 120),
        "months": Whole(0, 11),
        "sex": Choice(Sex),
        "expecting": Choice(Expecting),
        "student": YesNo(),
        "travels": YesNo(),
    }
    needed = ("age",)


def any_child(members: Sequence[Member] | None) -> bool | None:
    """Whether a child lives there; None where that is not known."""
    if members is None:
        return None
    if any(member.is_child for member in members):
        return True
    return None if any(member.age is None for member in members) else False
