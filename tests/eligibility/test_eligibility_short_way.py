"""The short way through a caseload agrees with the engine, household by household and settings by settings."""

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from cases_leie_til_eie import LEIE_TIL_EIE
from eligibility_cases import DAY, HOUSEHOLD, RATES, RULES
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_eligibility_laws import partly_known

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility import short_way
from hjemmebesok.eligibility.annuity import annuity_factor
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.settings import GrantBase, Settings
from hjemmebesok.eligibility.short_way import UNDERSTOOD, compare_rows, fits, row
from hjemmebesok.eligibility.whatif import Comparison, compare_verdicts

OURS = RULES.settings
understood = {
    "kalkulasjonsrente": st.decimals(0, 15, places=3),
    "shortest_term": st.integers(1, 30),
    "longest_term": st.integers(30, 50),
    "grant_percent": st.decimals(0, 100, places=2),
    "grant_base": st.sampled_from(GrantBase),
    "wider_target_group": st.booleans(),
}
proposals = st.fixed_dictionaries({}, optional=understood).map(lambda chosen: replace(OURS, **chosen))


def under(proposal: Settings) -> Ruleset:
    return replace(RULES, settings=proposal)


def the_whole_way(households: Iterable[Facts], a: Settings, b: Settings) -> Comparison:
    verdicts = [[check(under(each), facts, rates=RATES, on=DAY) for each in (a, b)] for facts in households]
    return compare_verdicts((number, a, b) for number, (a, b) in enumerate(verdicts))


def the_short_way(households: Iterable[Facts], a: Settings, b: Settings) -> Comparison:
    return compare_rows([row(n, facts, rates=RATES, on=DAY) for n, facts in enumerate(households)], a, b)


def as_told(comparison: Comparison) -> dict[str, Any]:
    """The comparison with its movers as they are told, whatever else was known of them."""
    told = {field.name: getattr(comparison, field.name) for field in fields(Comparison)}
    return told | {"changed": [(mover.number, mover.whole, mover.conditions) for mover in comparison.changed]}


def assert_they_agree(households: list[Facts], a: Settings, b: Settings) -> None:
    assert as_told(the_short_way(households, a, b)) == as_told(the_whole_way(households, a, b))


def test_every_setting_that_it_understands_is_tried() -> None:
    assert set(understood) == UNDERSTOOD


@settings(max_examples=400)
@given(partly_known, proposals, proposals)
def test_what_is_known_and_what_is_not_stands_the_same_both_ways(facts: Facts, a: Settings, b: Settings) -> None:
    assert_they_agree([facts], a, b)


@given(
    st.lists(st.fixed_dictionaries({}, optional={"price": st.integers(1, 400_000_000).map(Money)}), max_size=6),
    proposals,
    proposals,
)
def test_a_whole_caseload_adds_up_the_same_both_ways(known: list[dict[str, Any]], a: Settings, b: Settings) -> None:
    assert_they_agree([HOUSEHOLD.but(**facts) for facts in known], a, b)


@pytest.mark.parametrize("base", GrantBase)
@pytest.mark.parametrize("percent", ["0", "19.99", "20", "20.01", "25"])
@pytest.mark.parametrize("rate", ["0", "4.785", "5", "7"])
def test_every_boundary_case_of_the_conditions_stands_the_same_both_ways(
    rate: str, percent: str, base: GrantBase
) -> None:
    households = [HOUSEHOLD.but(**changes) for cases in LEIE_TIL_EIE.values() for _, changes, _ in cases]
    proposal = {"kalkulasjonsrente": Decimal(rate), "grant_percent": Decimal(percent), "grant_base": base}
    b = replace(OURS, **proposal, shortest_term=20, wider_target_group=True)
    assert_they_agree(households, OURS, b)


def left_over(monthly: int, years: int, price: int) -> Facts:
    """A household with this much left for a loan each month."""
    nothing, income = Money(0), HOUSEHOLD.known
    lines = next(value for fact, value in income.items() if fact.name == "income")
    earned = (replace(lines[0], amount=Money(monthly)),)
    return HOUSEHOLD.but(
        income=earned, livsopphold=nothing, other_expenses=nothing, housing_costs=nothing, costs=nothing,
        price=Money(price), term_years=years,
    )  # fmt: skip


@settings(max_examples=400)
@given(understood["kalkulasjonsrente"], st.integers(1, 50), st.integers(1, 99_999), st.integers(-1, 0))
@example(Decimal(0), 30, 36, 0)
@example(Decimal(5), 30, 1, -1)
def test_the_loan_is_the_same_to_the_last_ore_at_each_whole_thousand(
    rate: Decimal, years: int, thousands: int, step: int
) -> None:
    """The smallest amount a month that carries this many thousand kroner, and one øre less."""
    smallest = -(-Fraction(thousands * 100_000) // annuity_factor(rate, years))
    monthly = min(int(smallest) + step, 10_000_000_000)
    proposal = replace(OURS, kalkulasjonsrente=rate, shortest_term=1)
    short = the_short_way([left_over(monthly, years, 10_000_000_000)], proposal, proposal)
    whole = the_whole_way([left_over(monthly, years, 10_000_000_000)], proposal, proposal)
    assert short.a == whole.a


@pytest.mark.parametrize("bits", [16, 28, 32, 36])
def test_a_coarse_factor_is_never_taken_for_exact(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    """With 64 bits it is next to never in doubt; with few it often is, and then the loan is still the same."""
    monkeypatch.setattr(short_way, "_BITS", bits)
    monkeypatch.setattr(short_way, "_BEHIND_THE_POINT", (1 << bits) - 1)
    edges = [int(-(-Fraction(n * 100_000) // annuity_factor(Decimal(5), 30))) for n in range(1, 3_000, 37)]
    households = [left_over(edge - less, 30, 10_000_000_000) for edge in edges for less in (0, 1)]
    assert_they_agree(households, OURS, OURS)


@settings(max_examples=300)
@given(st.integers(1, 3_000_000), st.sampled_from([30, 40, 50]), st.decimals(0, 40, places=2), st.integers(-1, 1))
def test_the_grant_is_the_same_to_the_last_ore_at_its_limit(
    monthly: int, years: int, percent: Decimal, step: int
) -> None:
    """The price at which the loan and the largest usual grant just reach, and an øre to each side of it."""
    loan = the_short_way([left_over(monthly, years, 10_000_000_000)], OURS, OURS).a.loans
    price = min(max(int(loan.ore / (1 - Fraction(percent) / 100)) + step, 1), 10_000_000_000)
    assert_they_agree([left_over(monthly, years, price)], OURS, replace(OURS, grant_percent=percent))


def test_criteria_that_differ_only_in_what_it_understands_fit() -> None:
    assert fits(RULES)
    assert fits(under(replace(OURS, kalkulasjonsrente=Decimal("4.785"), grant_percent=Decimal(25))))


def test_other_rules_do_not_fit() -> None:
    assert not fits(replace(RULES, version="2"))
    assert not fits(replace(RULES, conditions=RULES.conditions[:-1]))
