"""Bostøtte: the estimate by the formula of the guide, and where it ends."""

import pytest
from eligibility_cases import DAY, RATES, STARTLAN, judged, kr, set_to
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.bostotte import Bostotte, BostotteRates, bostotte_rates, own_share
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.settings import Sone


def rates_in(sone: str, persons: int) -> BostotteRates:
    """The figures of the day in a zone."""
    rules = set_to(STARTLAN, bostotte_sone=Sone(sone))
    return bostotte_rates(Case(Facts(), rules.settings, RATES, DAY), persons)


def test_e14_three_persons_in_drammen() -> None:
    rates = rates_in("resten", 3)
    found = Bostotte(kr(312_000), 3, kr(138_000), rates)
    assert found.weighted_income == kr(247_619)
    assert Money(round(own_share(kr(247_619), rates))) == kr("46 173,75")
    assert found.counted_expenses == kr(125_977)
    assert found.monthly == kr(4_901)


def test_e15_one_person_in_drammen() -> None:
    found = Bostotte(kr(240_000), 1, kr(96_000), rates_in("resten", 1))
    assert Money(round(own_share(found.weighted_income, found.rates))) == kr("43 433,25")
    assert found.monthly == kr(2_997)


@pytest.mark.parametrize(
    ("persons", "limit"), list(enumerate([25_326, 31_154, 36_340, 41_856, 47_703, 51_783, 55_862], 1))
)
def test_the_income_limit_grows_with_the_household(persons: int, limit: int) -> None:
    found = Bostotte(kr(0), persons, kr(1_000_000), rates_in("resten", persons))
    assert abs(found.limit_monthly.ore - kr(limit).ore) <= 100


def test_less_than_the_least_amount_is_not_paid() -> None:
    rates = rates_in("resten", 1)
    just, least = Bostotte(kr(303_000), 1, kr(92_234), rates), kr(63)
    assert just.monthly >= least
    assert Bostotte(just.limit_monthly * 12 + kr(100), 1, kr(92_234), rates).monthly == kr(0)


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(1, 9))
def test_more_income_never_gives_more_bostotte(one: int, other: int, persons: int) -> None:
    less, more = sorted((one, other))
    rates = rates_in("resten", persons)
    paid = [Bostotte(Money(income), persons, kr(150_000), rates).monthly for income in (less, more)]
    assert paid[0] >= paid[1]


def test_the_verdict_shows_the_estimate_and_the_cliff_beside_the_sums_and_never_in_them() -> None:
    with_estimate, without = judged(STARTLAN).figures, judged(STARTLAN, gross_income_year=None).figures
    assert with_estimate.bostotte
    assert with_estimate.bostotte.limit_monthly == kr(31_154)
    assert without.bostotte is None
    assert with_estimate.capacity == without.capacity
    assert all(not step.counts for step in with_estimate.bostotte.steps)
