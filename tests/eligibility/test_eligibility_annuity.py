"""The annuity against the published factors, and the laws it obeys."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.eligibility.annuity import annuity_factor, largest_loan, monthly_payment

monthly = st.integers(min_value=-(10**7), max_value=10**7).map(Money)
rates = st.decimals(min_value=0, max_value=20, places=3)
years = st.integers(min_value=1, max_value=60)


@pytest.mark.parametrize(
    ("rate", "over_30", "over_40", "over_50"),
    [
        ("5", "186.2816", "207.3843", "220.1970"),
        ("4.785", "190.9275", "213.6548", "227.7525"),
        ("6.5", "158.2108", "170.8068", "177.3940"),
        ("7", "150.3076", "160.9188", "166.1990"),
    ],
)
def test_the_factors_are_those_of_the_rule_book(rate: str, over_30: str, over_40: str, over_50: str) -> None:
    for term, factor in ((30, over_30), (40, over_40), (50, over_50)):
        assert f"{float(annuity_factor(Decimal(rate), term)):.4f}" == factor


def test_without_interest_each_krone_a_month_carries_a_krone_of_loan() -> None:
    assert largest_loan(Money.kroner(1_000), Decimal(0), 30) == Money.kroner(360_000)
    assert monthly_payment(Money.kroner(360_000), Decimal(0), 30) == Money.kroner(1_000)


def test_a_loan_that_just_misses_a_thousand_is_rounded_down() -> None:
    # 23 443 kr over 30 years carries 4 366 999.… kr; in 32-bit floats it comes out as 4 367 000
    assert largest_loan(Money.kroner(23_443), Decimal(5), 30) == Money.kroner(4_366_000)


def test_no_loan_costs_nothing() -> None:
    assert monthly_payment(ZERO, Decimal(5), 30) == ZERO


@given(monthly, monthly, rates, years)
def test_more_a_month_never_carries_less(one: Money, other: Money, rate: Decimal, term: int) -> None:
    less, more = sorted((one, other))
    assert largest_loan(less, rate, term) <= largest_loan(more, rate, term)


@given(monthly, rates, years, years)
def test_a_longer_term_never_carries_less(amount: Money, rate: Decimal, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert largest_loan(amount, rate, shorter) <= largest_loan(amount, rate, longer)


@given(monthly, rates, rates, years)
def test_a_higher_rate_never_carries_more(amount: Money, one: Decimal, other: Decimal, term: int) -> None:
    lower, higher = sorted((one, other))
    assert largest_loan(amount, lower, term) >= largest_loan(amount, higher, term)


@given(monthly, rates, years)
def test_the_largest_loan_can_be_paid_with_what_it_was_worked_out_from(amount: Money, rate: Decimal, term: int) -> None:
    loan = largest_loan(amount, rate, term)
    assert loan.ore % 100_000 == 0
    assert monthly_payment(loan, rate, term) <= max(amount, ZERO)
