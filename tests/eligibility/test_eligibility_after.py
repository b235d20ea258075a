"""After the purchase: what is left of the grant, and room for an extra loan."""

from decimal import Decimal

import pytest
from eligibility_cases import kr
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import balance_after, monthly_payment
from hjemmebesok.eligibility.extra_loan import extra_loan
from hjemmebesok.eligibility.tilskudd import rest_of_grant


@pytest.mark.parametrize(("years", "rest"), [(0, 300_000), (1, 285_000), (7, 195_000), (19, 15_000), (20, 0), (25, 0)])
def test_e18_the_grant_is_written_down_by_a_twentieth_a_year(years: int, rest: int) -> None:
    assert rest_of_grant(kr(300_000), years) == kr(rest)


@given(st.integers(0, 10**9), st.integers(0, 25))
def test_a_grant_never_grows(ore: int, years: int) -> None:
    assert Money(0) <= rest_of_grant(Money(ore), years + 1) <= rest_of_grant(Money(ore), years) <= Money(ore)


def test_the_balance_falls_from_the_loan_to_nothing() -> None:
    loan, rate = kr(1_400_000), Decimal("4.785")
    assert balance_after(loan, rate, 30, 0) == loan
    assert balance_after(loan, rate, 30, 360) == kr(0)
    after_a_month = loan.ore * (1 + rate / 1200) - monthly_payment(loan, rate, 30).ore
    assert abs(balance_after(loan, rate, 30, 1).ore - after_a_month) <= 1
    assert balance_after(loan, Decimal(0), 30, 180) == kr(700_000)


def test_an_extra_loan_is_never_more_than_what_has_been_paid_back() -> None:
    found = extra_loan(kr(1_400_000), Decimal("4.785"), 30, 60, kr(12_000))
    assert found.room == found.repaid
    assert found.balance + found.repaid == kr(1_400_000)
    assert [step.value for step in found.steps][-1] == found.room


def test_an_extra_loan_is_never_more_than_can_be_carried() -> None:
    found = extra_loan(kr(1_400_000), Decimal("4.785"), 30, 60, kr(7_400))
    assert found.room == found.carried - found.balance < found.repaid
    assert extra_loan(kr(1_400_000), Decimal("4.785"), 30, 60, kr(5_000)).room == kr(0)
