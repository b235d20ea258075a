"""Bostøtte (housing allowance), an estimate: what Husbanken would pay a month, by the formula of its guide.

Forskrift om bostøtte and the guide to its rules (veileder i regelverk for bostøtte). Always an estimate: Husbanken
decides each month, from the income of that month. How the limit depends on the number of children was not found.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import GROSS_INCOME_YEAR, MEMBERS
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.settings import Sone
from hjemmebesok.eligibility.step import Step

_MOST_PERSONS = 5  # the ceiling of the expenses is the same for more


@dataclass(frozen=True, slots=True)
class BostotteRates:
    """The figures of the formula, in kroner a year and in per cent."""

    ceiling: Money
    fixed: Money  # egenandel
    first_limit: Money
    second_limit: Money
    first_percent: Decimal
    second_percent: Decimal  # on top of the first
    cover: Decimal  # per cent
    person: Decimal  # weight of each person beyond the first, per cent
    least: Money  # a month; less is not paid


@dataclass(frozen=True, slots=True)
class Bostotte:
    """An estimate and what it comes from. It is worked out when it is asked for, since few of those who check ask."""

    income: Money  # a year, before tax, of everyone
    persons: int
    expenses: Money  # a year
    rates: BostotteRates

    @property
    def counted_expenses(self) -> Money:
        """The housing expenses a year, no higher than the ceiling."""
        return min(self.expenses, self.rates.ceiling)

    @property
    def weighted_income(self) -> Money:
        """The income a year that the household's own share is reckoned from."""
        return weighted_income(self.income, self.persons, self.rates)

    @property
    def monthly(self) -> Money:
        """What would be paid a month, in whole kroner; 0 below the least amount that is paid."""
        covered = self.counted_expenses.ore - own_share(self.weighted_income, self.rates)
        exact = covered * Fraction(self.rates.cover) / 100 / 12
        return ZERO if exact < self.rates.least.ore else Money.kroner(round(exact / 100))

    @property
    def limit_monthly(self) -> Money:
        """The income a month before tax at which it ends, rounded to whole kroner."""
        return income_limit(self.persons, self.counted_expenses, self.rates)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        share = Money(round(own_share(self.weighted_income, self.rates)))
        return (
            Step(N_("Bostøtte: vektet inntekt i året"), self.weighted_income, counts=False),
            Step(N_("Bostøtte: egenandel i året"), share, counts=False),
            Step(N_("Bostøtte: boutgifter som teller i året"), self.counted_expenses, counts=False),
            Step(N_("Bostøtte, anslag i måneden"), self.monthly, counts=False),
            Step(N_("Bostøtte: inntekt i måneden der den slutter"), self.limit_monthly, counts=False),
        )


def weighted_income(income: Money, persons: int, rates: BostotteRates) -> Money:
    """The income divided by the weight of the household, in whole kroner."""
    return Money.kroner(round(Fraction(income.ore, 100) / _weight(persons, rates)))


def own_share(weighted: Money, rates: BostotteRates) -> Fraction:
    """Egenandel a year, in øre: a fixed amount, and a share of what is above each limit; above the second both add."""
    over_first = max(weighted - rates.first_limit, ZERO).ore * Fraction(rates.first_percent)
    over_second = max(weighted - rates.second_limit, ZERO).ore * Fraction(rates.second_percent)
    return rates.fixed.ore + (over_first + over_second) / 100


def income_limit(persons: int, expenses: Money, rates: BostotteRates) -> Money:
    """The income a month at which just the least amount is paid, in whole kroner; 0 where none is low enough."""
    share = expenses.ore - Fraction(rates.least.ore * 12 * 100) / Fraction(rates.cover)
    rest = share - rates.fixed.ore
    if rest < 0:
        return ZERO
    first, second = Fraction(rates.first_percent) / 100, Fraction(rates.second_percent) / 100
    between = (rates.second_limit - rates.first_limit).ore * first
    if rest <= between:
        weighted = rates.first_limit.ore + rest / first
    else:
        weighted = rates.second_limit.ore + (rest - between) / (first + second)
    return Money.kroner(round(weighted * _weight(persons, rates) / 1200))


def _weight(persons: int, rates: BostotteRates) -> Fraction:
    return 1 + Fraction(rates.person) / 100 * (persons - 1)


def bostotte_rates(case: Case, persons: int) -> BostotteRates:
    """The figures of the day and of the municipality's zone. A gap in them is missing."""
    ceiling, sone = case.kroner(f"bostotte_tak_{min(persons, _MOST_PERSONS)}"), case.settings.bostotte_sone
    if sone is not Sone.RESTEN:
        ceiling += case.kroner(f"bostotte_tillegg_{sone}")
    return BostotteRates(
        ceiling=ceiling,
        fixed=case.kroner("bostotte_fast_egenandel"),
        first_limit=case.kroner("bostotte_forste_grense"),
        second_limit=case.kroner("bostotte_andre_grense"),
        first_percent=case.percent("bostotte_forste_sats"),
        second_percent=case.percent("bostotte_andre_sats"),
        cover=case.percent("bostotte_dekning"),
        person=case.percent("bostotte_person"),
        least=case.kroner("bostotte_minste"),
    )


def bostotte(case: Case) -> Bostotte:
    """The estimate in the new home: its monthly costs and what the loan costs, twelve times."""
    case.require(GROSS_INCOME_YEAR, MEMBERS)
    persons = max(len(case[MEMBERS]), 1)
    expenses = case.work_out(loan).new_housing_cost * 12
    return Bostotte(case[GROSS_INCOME_YEAR], persons, expenses, bostotte_rates(case, persons))


def wealth_addition(net_wealth: Money, free: Money, percent: Decimal) -> Money:
    """Formuestillegg a year: the per cent of the net wealth above what is free that counts as income."""
    return Money(int(max(net_wealth - free, ZERO).ore * percent / 100))
