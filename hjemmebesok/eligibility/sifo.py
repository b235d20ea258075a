"""SIFO referansebudsjett (reference budget): what a household of these people spends a month, by the table of a year.

The table carries its own age brackets, because they change between years.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.choices import Car
from hjemmebesok.eligibility.members import Expecting, Member, Sex


@dataclass(frozen=True, slots=True)
class SifoPerson:
    """One row of the table: who it is for, and food, clothes, care and play a month, in kroner."""

    from_months: int
    to_months: int  # inclusive
    amounts: tuple[int, int, int, int]
    sex: Sex | None = None  # None: the same for both
    expecting: Expecting | None = None

    def fits(self, months: int, sex: Sex | None, expecting: Expecting | None) -> bool:
        """Whether the row is this person's."""
        same = self.sex in (None, sex) and self.expecting == expecting
        return same and self.from_months <= months <= self.to_months


@dataclass(frozen=True, slots=True)
class Sifo:
    """One year's table, in kroner a month."""

    gjelder_fra: date
    gjelder_til: date
    source: str
    verified: bool
    persons: tuple[SifoPerson, ...]
    travel: tuple[tuple[str, int], ...]  # child, adult, senior, student
    household: tuple[int, ...]  # by size, from 1
    petrol: tuple[int, ...]
    electric: tuple[int, ...]
    infant: int  # equipment, for each child below one year
    large_family_food: int  # per cent of the food that a couple with more than two children needs
    _found: dict[Any, SifoPerson | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def budget(self, members: Sequence[Member], car: Car) -> Money | None:
        """The whole budget; None where the table has no row for somebody, or no column for so many."""
        rows = [self._row(member) for member in members]
        found = [row for row in rows if row is not None]
        if not members or len(found) < len(rows) or len(members) > len(self.household):
            return None
        food = sum(row.amounts[0] for row in found) * self._food_percent(members)  # in øre: kroner × per cent
        rest = sum(sum(row.amounts[1:]) for row in found) + sum(self._travels(member) for member in members)
        size = len(members) - 1
        cars = {Car.NONE: 0, Car.PETROL: self.petrol[size], Car.ELECTRIC: self.electric[size]}
        infants = self.infant * sum(member.age == 0 for member in members)
        return Money(food) + Money.kroner(rest + self.household[size] + cars[car] + infants)

    def _row(self, member: Member) -> SifoPerson | None:
        if member.age is None or (member.age == 0 and member.months is None):
            return None
        months = member.age * 12 + (member.months or 0 if member.age == 0 else 0)
        who = months, member.sex, member.expecting
        if who not in self._found:
            self._found[who] = next((row for row in self.persons if row.fits(*who)), None)
        return self._found[who]

    def _travels(self, member: Member) -> int:
        """Adults always, children only where the line says so: SIFO's own example counts the adults alone."""
        fares, age = dict(self.travel), member.age or 0
        if age < 20:
            return fares["child"] if age >= 6 and member.travels else 0
        if age >= 67:
            return fares["senior"]
        return fares["student"] if member.student and age < 30 else fares["adult"]

    def _food_percent(self, members: Sequence[Member]) -> int:
        children = sum(member.is_child for member in members)
        return self.large_family_food if children > 2 and len(members) - children == 2 else 100


def parse_sifo(table: Any) -> Sifo:
    """One [[sifo]] table. Raises Refused where it is not whole."""
    try:
        return Sifo(
            gjelder_fra=_day(table["gjelder_fra"]),
            gjelder_til=_day(table["gjelder_til"]),
            source=str(table["source"]),
            verified=table["verified"] is True,
            persons=tuple(_person(row) for row in table["person"]),
            travel=tuple((name, int(table["travel"][name])) for name in ("child", "adult", "senior", "student")),
            household=_kroner(table["household"]),
            petrol=_kroner(table["petrol"]),
            electric=_kroner(table["electric"]),
            infant=int(table["infant"]),
            large_family_food=int(table["large_family_food"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(Phrase("SIFO-tabellen er ikke hel: {error}", error=str(error))) from None


def _kroner(amounts: Any) -> tuple[int, ...]:
    return tuple(int(amount) for amount in amounts)


def _person(row: Any) -> SifoPerson:
    food, clothes, care, play = (int(kroner) for kroner in row["kroner"])
    sex, expecting = row.get("sex"), row.get("expecting")
    return SifoPerson(
        from_months=int(row["from_months"]),
        to_months=int(row["to_months"]),
        amounts=(food, clothes, care, play),
        sex=Sex(sex) if sex else None,
        expecting=Expecting(expecting) if expecting else None,
    )


def _day(value: Any) -> date:
    if type(value) is not date:
        raise ValueError(value)
    return value
