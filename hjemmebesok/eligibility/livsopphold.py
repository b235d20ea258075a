"""Livsopphold (subsistence): what the household lives on, as entered or by a published budget, and its floor.

The entered amount is used as it is. Where none is, but the basis and the household are known, the budget is worked out.
Under startlån the guiding rates of sosialhjelp are a floor that no chosen amount goes below.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hjemmebesok.domain.money import ZERO, Money, total
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.choices import LivsoppholdBasis
from hjemmebesok.eligibility.facts import CAR, LIVSOPPHOLD, LIVSOPPHOLD_BASIS, LIVSOPPHOLD_FACTOR, MEMBERS
from hjemmebesok.eligibility.rate_words import SIFO
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.eligibility.step import Step

_TABLES: tuple[LivsoppholdBasis | None, ...] = (LivsoppholdBasis.SIFO, LivsoppholdBasis.GJELDSORDNING)


@dataclass(frozen=True, slots=True)
class Livsopphold:
    """A month: what was chosen, whether it came from a table, the floor, and the amount that is used."""

    chosen: Money
    from_table: bool
    floor: Money | None  # None where the ruleset has none
    table: Money | None = None  # the whole budget, before the part of it that is counted

    @property
    def amount(self) -> Money:
        """What is used: never below the floor."""
        return max(self.chosen, self.floor or ZERO)

    @property
    def steps(self) -> tuple[Step, ...]:
        """How it was found, and the amount as what it takes from the income."""
        table = (Step(N_("Budsjett for husstanden"), self.table, counts=False),) if self.table else ()
        chosen = (Step(N_("Valgt livsopphold"), self.chosen, counts=False),) if self.floor is not None else ()
        floor = (Step(N_("Minst, etter satsene for sosialhjelp"), self.floor, counts=False),) if self.floor else ()
        return (*table, *chosen, *floor, Step(N_("Livsopphold"), -self.amount))


def livsopphold(case: Case) -> Livsopphold:
    """What the case is worked out with."""
    floor = sosialhjelp(case) if case.settings.sosialhjelp_is_floor else None
    entered = case.get(LIVSOPPHOLD)
    if entered is not None:
        return Livsopphold(entered, False, floor)
    if not has_table(case):
        raise Missing(LIVSOPPHOLD)
    if case[LIVSOPPHOLD_BASIS] is LivsoppholdBasis.GJELDSORDNING:
        return Livsopphold(gjeldsordning(case), True, floor)
    case.require(CAR, LIVSOPPHOLD_FACTOR)
    budget = sifo(case)
    part = (budget.as_kroner * case[LIVSOPPHOLD_FACTOR] / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return Livsopphold(Money.kroner(part), True, floor, budget)


def has_table(case: Case) -> bool:
    """Whether livsopphold can come from a table, so that nobody needs to enter it."""
    return case.get(LIVSOPPHOLD_BASIS) in _TABLES and case.get(MEMBERS) is not None


def sifo(case: Case) -> Money:
    """The whole SIFO budget of the household, by the table of the day."""
    table, members = case.sifo(), case[MEMBERS]
    if table is None:
        raise case.gap(SIFO)
    budget = table.budget(members, case[CAR])
    if budget is None:
        raise Missing(MEMBERS, reason=Phrase("SIFO-budsjettet kan ikke regnes ut for denne husstanden."))
    case.note(Rate(SIFO, budget, table.gjelder_fra, table.source, table.verified))
    return budget


def gjeldsordning(case: Case) -> Money:
    """The rates for gjeldsordning, for a single person or a couple and each child."""
    adults, children = _ages(case)
    if adults > 2:
        raise Missing(LIVSOPPHOLD)
    codes = ["gjeldsordning_enslig" if adults == 1 else "gjeldsordning_par"]
    codes += [f"gjeldsordning_barn_{_bracket(age, (5, 10, 14, 17))}" for age in children]
    return total([case.kroner(code) for code in codes])


def sosialhjelp(case: Case) -> Money:
    """The floor: the state's guiding rates for sosialhjelp, in the per cent that the municipality has set.

    Two adults are a couple; each adult beyond that is counted as one who shares a home, which is our choice.
    """
    adults, children = _ages(case)
    codes = ["sosialhjelp_enslig" if adults == 1 else "sosialhjelp_par"]
    codes += ["sosialhjelp_bofellesskap"] * (adults - 2)
    codes += [f"sosialhjelp_barn_{_bracket(age, (5, 10, 17))}" for age in children]
    rates = total([case.kroner(code) for code in codes])
    return Money(int(rates.ore * case.settings.livsopphold_percent / 100))


def _ages(case: Case) -> tuple[int, list[int]]:
    """How many adults, and the age of each child. Nobody's age may be unknown, and somebody is of age."""
    members = case[MEMBERS]
    adults = sum(not member.is_child for member in members)
    if not adults or any(member.age is None for member in members):
        raise Missing(MEMBERS, reason=Phrase("Alderen til hver i husstanden trengs, og minst én voksen."))
    return adults, [member.age for member in members if member.age is not None and member.is_child]


def _bracket(age: int, ends: tuple[int, ...]) -> str:
    starts = (0, *(end + 1 for end in ends))
    return next(f"{start}_{end}" for start, end in zip(starts, ends, strict=False) if age <= end)
