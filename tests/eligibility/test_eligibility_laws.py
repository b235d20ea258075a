"""What must hold for every household: laws, tried on many made-up ones."""

import gc
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from eligibility_cases import DAY, FAIL, HOUSEHOLD, RATES, RULES
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.facts import FACTS, BankAnswer, Facts, LivsoppholdBasis
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.verdict import Verdict


def kroner(most: int) -> st.SearchStrategy[Money]:
    return st.integers(min_value=0, max_value=most * 100).map(Money)


incomes = st.lists(
    st.builds(
        IncomeLine,
        type=st.none() | st.sampled_from(IncomeType),
        amount=st.none() | kroner(40_000),
        until=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        documented=st.none() | st.booleans(),
    ),
    max_size=4,
).map(tuple)
reasons = st.sampled_from(["Tre måneders kontoutskrift.", " "])
values: dict[str, st.SearchStrategy[Any]] = {
    "municipal_tenant": st.booleans(),
    "wishes_to_own": st.booleans(),
    "bank_answer": st.sampled_from(BankAnswer),
    "income": incomes,
    "livsopphold": kroner(30_000),
    "livsopphold_basis": st.sampled_from(LivsoppholdBasis),
    "livsopphold_factor": st.integers(30, 150),
    "livsopphold_reason": reasons,
    "other_expenses": kroner(5_000),
    "housing_costs": kroner(10_000),
    "price": kroner(4_000_000),
    "joint_debt": kroner(500_000),
    "costs": kroner(100_000),
    "repairs": kroner(200_000),
    "equity": kroner(4_000_000),
    "term_years": st.integers(1, 60),
    "fixed_rate": st.booleans(),
    "grant_reason": reasons,
    "rent_today": kroner(20_000),
    "power_today": kroner(3_000),
}
households = st.fixed_dictionaries({}, optional=values).map(lambda known: HOUSEHOLD.but(**known))
partly_known = st.fixed_dictionaries({}, optional=values).map(lambda known: Facts(**known))
names = st.sampled_from(sorted(FACTS))


def verdict_on(facts: Facts, **settings: Any) -> Verdict:
    rules = replace(RULES, settings=replace(RULES.settings, **settings))
    return check(rules, facts, rates=RATES, on=DAY)


def capacity(facts: Facts, **settings: Any) -> Money | None:
    found = verdict_on(facts, **settings).figures.capacity
    return found and found.largest_loan


def test_the_laws_are_tried_with_every_fact_there_is() -> None:
    assert set(values) == set(FACTS)


@given(partly_known, names)
def test_taking_a_fact_away_never_turns_a_condition_into_a_no(facts: Facts, name: str) -> None:
    before, after = verdict_on(facts), verdict_on(facts.but(**{name: None}))
    for known, unknown in zip(before.findings, after.findings, strict=True):
        assert unknown.outcome != FAIL or known.outcome == FAIL


@given(partly_known)
def test_a_missing_fact_is_one_that_is_not_known_or_not_usable(facts: Facts) -> None:
    usable_gaps = {"term_years", "income", "price"}  # a term out of bounds, a line half filled in, a price of 0
    for finding in verdict_on(facts).findings:
        for fact in finding.missing:
            assert facts.get(fact) is None or fact.name in usable_gaps
        for fact in finding.used:
            assert facts.get(fact) is not None


@given(partly_known, names)
def test_a_condition_that_did_not_read_a_fact_does_not_change_with_it(facts: Facts, name: str) -> None:
    before, after = verdict_on(facts), verdict_on(facts.but(**{name: None}))
    for known, unknown in zip(before.findings, after.findings, strict=True):
        if name not in {fact.name for fact in known.used}:
            assert unknown == known


@given(households, kroner(20_000))
def test_more_income_never_lowers_the_capacity(facts: Facts, extra: Money) -> None:
    more = facts.but(income=(*(facts.known[FACTS["income"]]), IncomeLine(type=IncomeType.ANNET, amount=extra)))
    before, after = capacity(facts), capacity(more)
    assert before is None or (after is not None and after >= before)


@given(households, st.integers(30, 50), st.integers(30, 50))
def test_a_longer_term_never_lowers_the_capacity(facts: Facts, one: int, other: int) -> None:
    shorter, longer = (capacity(facts.but(term_years=years)) for years in sorted((one, other)))
    assert (shorter is None) == (longer is None)
    assert shorter is None or longer is None or shorter <= longer


@given(households, st.decimals(0, 15, places=2), st.decimals(0, 15, places=2))
def test_a_higher_rate_never_raises_the_capacity(facts: Facts, one: Decimal, other: Decimal) -> None:
    lower, higher = (capacity(facts, kalkulasjonsrente=rate) for rate in sorted((one, other)))
    assert (lower is None) == (higher is None)
    assert lower is None or higher is None or lower >= higher


@given(st.fixed_dictionaries({}, optional=values), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(known: dict[str, Any], chance: Any) -> None:
    shuffled = list(known.items())
    chance.shuffle(shuffled)
    assert verdict_on(Facts(**dict(shuffled))) == verdict_on(Facts(**known))


@given(households, st.randoms(use_true_random=False))
def test_the_order_of_the_income_lines_does_not_matter(facts: Facts, chance: Any) -> None:
    lines = list(facts.known[FACTS["income"]])
    chance.shuffle(lines)
    one, other = verdict_on(facts), verdict_on(facts.but(income=tuple(lines)))
    assert [finding.outcome for finding in one.findings] == [finding.outcome for finding in other.findings]
    assert capacity(facts) == capacity(facts.but(income=tuple(lines)))


def test_a_check_leaves_nothing_behind_for_the_garbage_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        for name in FACTS:
            verdict_on(HOUSEHOLD.but(**{name: None}))
        assert gc.collect() == 0
    finally:
        gc.enable()


@given(partly_known)
def test_the_sums_hold_together(facts: Facts) -> None:
    loan = verdict_on(facts).figures.loan
    if loan:
        assert loan.amount + loan.gap == loan.need
        assert loan.amount <= loan.capacity.largest_loan
        assert loan.payment <= max(loan.capacity.available, Money(0))
