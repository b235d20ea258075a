"""The household's lines of the form: who lives there, how old they are on a day, who borrows, and whose a debt is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hjemmebesok.domain.kartlegging.fields import LARGEST_AMOUNT, OLDEST
from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.eligibility.members import Expecting, Member, Sex, called

_BORROWS = {"applicant": True, "co": True, "no": False}
_EXPECTING = {each.value: each for each in Expecting}


def member(line: Mapping[str, Any], on: date) -> Member:
    """Who this line tells of. An age told in years is taken as it is; a birth date gives it for the day."""
    years, months = age_on(line.get("age"), on)
    sex, special = line.get("sex"), line.get("special")
    return Member(
        age=years,
        months=months,
        sex=Sex(sex) if sex else None,
        expecting=_EXPECTING.get(special or ""),
        student=True if special == "student" else None,
        travels=True if special == "travels" else None,
        name=line.get("who") or "",
        borrower=_BORROWS.get(line.get("loan") or ""),
    )


def age_on(told: int | str | None, day: date) -> tuple[int | None, int | None]:
    """Whole years, and whole months of a child below one year; None where it is not known or cannot be."""
    if told is None or isinstance(told, int):
        return told, None
    born = date.fromisoformat(told)
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if not 0 <= months // 12 <= OLDEST:
        return None, None
    return months // 12, months if months < 12 else None


def youngest_borrower(members: Sequence[Member]) -> int | None:
    """The age of the youngest who signs; None where nobody is known to, or the age of one who does is not known."""
    ages = [member.age for member in members if member.borrower]
    return min((age for age in ages if age is not None), default=None) if None not in ages else None


def with_debts(
    members: Sequence[Member], debts: Sequence[Mapping[str, Any]], on: date
) -> tuple[tuple[Member, ...], Money | None]:
    """The members, each with what their own debts cost a month, and what the debts of nobody by name cost.

    A debt that has ended before the day costs nothing. None where what one costs is not known.
    """
    owners, shared = list(members), ZERO
    for debt in debts:
        if debt.get("until") and date.fromisoformat(debt["until"]) < on:
            continue
        if debt.get("monthly") is None:
            return tuple(members), None
        cost, theirs = Money(debt["monthly"]), called(debt.get("who") or "", owners)
        if len(theirs) == 1:
            place = owners.index(theirs[0])
            owners[place] = replace(theirs[0], debt=min((theirs[0].debt or ZERO) + cost, LARGEST_AMOUNT))
        else:
            shared += cost
    return tuple(owners), shared
