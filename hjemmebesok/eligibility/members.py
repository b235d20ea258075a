"""Members of a household: age, what else the budgets and the floor of livsopphold depend on, and who borrows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.kinds import Amount, Choice, Kind, Text, Whole, YesNo
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
    name: str = ""
    borrower: bool | None = None  # signs for the loan, so that income and debt count
    debt: Money | None = None  # what debts of their own cost a month

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
        "name": Text(200),
        "borrower": YesNo(),
        "debt": Amount(),
    }
    needed = ("age",)


def any_child(members: Sequence[Member] | None) -> bool | None:
    """Whether a child lives there; None where that is not known."""
    if members is None:
        return None
    if any(member.is_child for member in members):
        return True
    return None if any(member.age is None for member in members) else False


def called(who: str, members: Sequence[Member]) -> tuple[Member, ...]:
    """Those whom this name means, whole or given; nobody for no name."""
    name = who.strip().casefold()
    return tuple(member for member in members if name and name in _names(member))


def does_not_borrow(who: str, members: Sequence[Member]) -> bool:
    """Whether this name is that of a member who is known not to sign for the loan.

    False for a name that nobody here has, and for one that a borrower, or somebody not yet asked, has as well.
    """
    if not any(member.borrower is False for member in members):
        return False
    those = called(who, members)
    return bool(those) and all(member.borrower is False for member in those)


def _names(member: Member) -> tuple[str, ...]:
    whole = member.name.strip().casefold()
    return (whole, whole.partition(" ")[0])
