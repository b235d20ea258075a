"""The annuity at monthly terms, exact: fractions inside, rounded only where the name says so."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

from hjemmebesok.domain.money import ZERO, Money

_THOUSAND_KRONER = 100_000  # øre


@cache
def annuity_factor(rate: Decimal, years: int) -> Fraction:
    """How many kroner of loan one krone a month pays back: (1 − (1 + i)^−n) / i, with i = rate / 12 and n = 12 · years.

    `rate` is per cent a year. Without interest the factor is n.
    """
    months, monthly_rate = 12 * years, Fraction(rate) / 1200
    if not monthly_rate:
        return Fraction(months)
    growth = (1 + monthly_rate) ** months
    return (growth - 1) / (growth * monthly_rate)


def largest_loan(monthly: Money, rate: Decimal, years: int) -> Money:
    """The loan that this amount a month pays back, rounded down to whole thousand kroner. 0 for nothing or less."""
    numerator, denominator = _in_thousands(rate, years)
    return Money(max(monthly.ore, 0) * numerator // denominator * _THOUSAND_KRONER)


def monthly_payment(loan: Money, rate: Decimal, years: int) -> Money:
    """What the loan costs a month, to the nearest øre."""
    if loan <= ZERO:
        return ZERO
    factor = annuity_factor(rate, years)
    return Money((2 * loan.ore * factor.denominator + factor.numerator) // (2 * factor.numerator))


@cache
def _in_thousands(rate: Decimal, years: int) -> tuple[int, int]:
    """The factor over a thousand kroner. Whole numbers, since reducing such long fractions takes most of a check."""
    factor = annuity_factor(rate, years)
    return factor.numerator, factor.denominator * _THOUSAND_KRONER


def balance_after(loan: Money, rate: Decimal, years: int, months_paid: int) -> Money:
    """What is left of the loan when this many of its monthly terms have been paid, to the nearest øre."""
    left = max(12 * years - months_paid, 0)
    monthly_rate = Fraction(rate) / 1200
    share = Fraction(left, 12 * years)
    if monthly_rate:
        share = (1 - (1 + monthly_rate) ** -left) / (1 - (1 + monthly_rate) ** (-12 * years))
    return Money(round(loan.ore * share))
