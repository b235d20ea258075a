"""The short way through a caseload agrees with the engine, household by household and settings by settings."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from boundary_cases import CASES
from eligibility_cases import DAY, FAIL, HOUSEHOLD, HOUSEHOLDS, IKKE_AKTUELT, MANGLER, OK, RATES, RULES, found, kr, line
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_eligibility_laws import households, partly_known

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import annuity_factor, monthly_payment
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rulesets import VERSIONS
from hjemmebesok.eligibility.settings import GrantBase, Settings
from hjemmebesok.eligibility.short_way import SHORT_WAYS, compare_rows, short_way
from hjemmebesok.eligibility.short_way import leie_til_eie as short_leie_til_eie
from hjemmebesok.eligibility.short_way import loans as short_loans
from hjemmebesok.eligibility.short_way.leie_til_eie import LEIE_TIL_EIE
from hjemmebesok.eligibility.short_way.loans import Payments
from hjemmebesok.eligibility.short_way.startlan import STARTLAN
from hjemmebesok.eligibility.short_way.way import Side
from hjemmebesok.eligibility.whatif import Comparison, compare_verdicts

OURS = RULES.settings
RATES_OF_ANY_DAY = Rates([replace(rate, gjelder_fra=date.min, gjelder_til=None) for rate in RATES.in_force(DAY)[0]])
understood: dict[str, st.SearchStrategy[Any]] = {
    "kalkulasjonsrente": st.decimals(0, 15, places=3),
    "rente_binding": st.sampled_from([0, 3, 5, 10, 20]),
    "rente_paslag": st.decimals(0, Decimal("0.25"), places=2),
    "stress_margin": st.decimals(0, 10, places=2),
    "shortest_term": st.integers(1, 30),
    "term_without_reasons": st.integers(1, 30),
    "longest_term": st.integers(30, 50),
    "longest_interest_only": st.integers(0, 8),
    "sosialhjelp_is_floor": st.booleans(),
    "livsopphold_percent": st.decimals(100, 300, places=1),
    "botid_months": st.integers(0, 12),
    "langvarig_years": st.integers(1, 10),
    "income_cap": st.none() | st.integers(0, 1_000_000_00).map(Money),
    "grant_offered": st.booleans(),
    "grant_percent": st.decimals(0, 100, places=2),
    "grant_base": st.sampled_from(GrantBase),
    "grant_once": st.booleans(),
    "wider_target_group": st.booleans(),
}


def proposals(rules: Ruleset) -> st.SearchStrategy[Ruleset]:
    """The ruleset with some other settings of those that its short way understands."""
    names = SHORT_WAYS[rules.id].understood
    chosen = st.fixed_dictionaries({}, optional={name: understood[name] for name in names})
    return chosen.map(lambda other: replace(rules, settings=replace(rules.settings, **other)))


two_proposals = st.sampled_from(VERSIONS).flatmap(lambda rules: st.tuples(proposals(rules), proposals(rules)))
any_two = st.tuples(*[st.sampled_from(VERSIONS).flatmap(proposals)] * 2)


def under(proposal: Settings) -> Ruleset:
    return replace(RULES, settings=proposal)


def the_whole_way(households: Iterable[Facts], a: Ruleset, b: Ruleset) -> Comparison:
    verdicts = [[check(each, facts, rates=RATES, on=DAY) for each in (a, b)] for facts in households]
    return compare_verdicts((number, a, b) for number, (a, b) in enumerate(verdicts))


def side(households: Iterable[Facts], rules: Ruleset) -> Side:
    way = short_way(rules)
    assert way
    rows = [way.row(facts, rates=RATES, on=DAY)[0] for facts in households]
    return Side(way, way.weigh(rows, rules.settings, RATES, DAY))


def the_short_way(households: list[Facts], a: Ruleset, b: Ruleset) -> Comparison:
    return compare_rows(range(len(households)), side(households, a), side(households, b))


def as_told(comparison: Comparison) -> dict[str, Any]:
    """The comparison with its movers as they are told, whatever else was known of them."""
    told = {field.name: getattr(comparison, field.name) for field in fields(Comparison)}
    return told | {"changed": [(mover.number, mover.whole, mover.conditions) for mover in comparison.changed]}


def stands(households: Iterable[Facts], rules: Ruleset) -> list[tuple[Any, dict[str, Any]]]:
    """By the engine: how each household stands as a whole, and on each condition that a setting touches."""
    verdicts = [check(rules, facts, rates=RATES, on=DAY) for facts in households]
    moving = SHORT_WAYS[rules.id].moving
    return [(each.outcome, {code: found(each, code).outcome for code in moving}) for each in verdicts]


def assert_they_agree(households: list[Facts], a: Ruleset, b: Ruleset) -> None:
    for rules in (a, b):
        way, weighed = side(households, rules)
        standings = map(way.standing, weighed.situations)
        assert [(each.whole, dict(each.conditions)) for each in standings] == stands(households, rules)
    assert as_told(the_short_way(households, a, b)) == as_told(the_whole_way(households, a, b))


def test_every_ruleset_has_one_and_every_setting_that_it_understands_is_tried() -> None:
    assert [way.rules for way in SHORT_WAYS.values()] == list(VERSIONS)
    assert {name for way in SHORT_WAYS.values() for name in way.understood} == set(understood)


@settings(max_examples=150)
@given(partly_known, two_proposals)
def test_what_is_known_and_what_is_not_stands_the_same_both_ways(facts: Facts, two: tuple[Ruleset, Ruleset]) -> None:
    assert_they_agree([facts], *two)


@settings(max_examples=200)
@given(st.data(), two_proposals)
def test_a_household_with_most_answers_stands_the_same_both_ways(data: Any, two: tuple[Ruleset, Ruleset]) -> None:
    _rules, facts = data.draw(households(st.just(two[0])))
    assert_they_agree([facts], *two)


@settings(max_examples=30)
@given(st.lists(partly_known, max_size=4), any_two)
def test_two_rulesets_are_compared_alike_both_ways(known: list[Facts], two: tuple[Ruleset, Ruleset]) -> None:
    assert_they_agree([*known, *HOUSEHOLDS.values()], *two)


@given(
    st.lists(st.fixed_dictionaries({}, optional={"price": st.integers(1, 400_000_000).map(Money)}), max_size=6),
    two_proposals,
)
def test_a_whole_caseload_adds_up_the_same_both_ways(known: list[dict[str, Any]], two: tuple[Ruleset, Ruleset]) -> None:
    assert_they_agree([HOUSEHOLDS[two[0].id].but(**facts) for facts in known], *two)


@pytest.mark.parametrize("base", GrantBase)
@pytest.mark.parametrize("percent", ["0", "19.99", "20"])
@pytest.mark.parametrize("rate", ["0", "4.785", "7"])
@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_every_boundary_case_of_the_conditions_stands_the_same_both_ways(
    rules: Ruleset, rate: str, percent: str, base: GrantBase
) -> None:
    known = [HOUSEHOLDS[rules.id].but(**changes) for cases in CASES[rules.id].values() for _, changes, _ in cases]
    proposal = {"kalkulasjonsrente": Decimal(rate), "grant_percent": Decimal(percent), "grant_base": base}
    understood = {name: value for name, value in proposal.items() if name in SHORT_WAYS[rules.id].understood}
    assert_they_agree(known, rules, replace(rules, settings=replace(rules.settings, **understood, shortest_term=20)))


def left_over(monthly: int, years: int, price: int) -> Facts:
    """A household with this much left for a loan each month."""
    nothing, income = Money(0), HOUSEHOLD.known
    lines = next(value for fact, value in income.items() if fact.name == "income")
    earned = (replace(lines[0], amount=Money(monthly)),)
    return HOUSEHOLD.but(
        income=earned, livsopphold=nothing, other_expenses=nothing, housing_costs=nothing, costs=nothing,
        price=Money(price), term_years=years,
    )  # fmt: skip


@settings(max_examples=200)
@given(understood["kalkulasjonsrente"], st.integers(1, 50), st.integers(1, 99_999), st.integers(-1, 0))
@example(Decimal(0), 30, 36, 0)
@example(Decimal(5), 30, 1, -1)
def test_the_loan_is_the_same_to_the_last_ore_at_each_whole_thousand(
    rate: Decimal, years: int, thousands: int, step: int
) -> None:
    """The smallest amount a month that carries this many thousand kroner, and one øre less."""
    smallest = -(-Fraction(thousands * 100_000) // annuity_factor(rate, years))
    monthly = min(int(smallest) + step, 10_000_000_000)
    proposal = under(replace(OURS, kalkulasjonsrente=rate, shortest_term=1))
    short = the_short_way([left_over(monthly, years, 10_000_000_000)], proposal, proposal)
    whole = the_whole_way([left_over(monthly, years, 10_000_000_000)], proposal, proposal)
    assert short.a == whole.a


@settings(max_examples=200)
@given(understood["kalkulasjonsrente"], st.integers(1, 50), st.integers(0, 10_000_000_000), st.integers(-1, 1))
def test_a_payment_is_borne_to_the_last_ore(rate: Decimal, years: int, loan: int, step: int) -> None:
    payment = monthly_payment(Money(loan), rate, years).ore
    assert Payments(rate).within(loan, years, payment + step) == (step >= 0)


@pytest.mark.parametrize("bits", [16, 28, 32, 36])
def test_a_coarse_factor_is_never_taken_for_exact(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    """With 64 bits it is next to never in doubt; with few it often is, and then the loan is still the same."""
    for module in (short_loans, short_leie_til_eie):
        monkeypatch.setattr(module, "BITS", bits)
    edges = [int(-(-Fraction(n * 100_000) // annuity_factor(Decimal(5), 30))) for n in range(1, 3_000, 37)]
    households = [left_over(edge - less, 30, 10_000_000_000) for edge in edges for less in (0, 1)]
    assert_they_agree(households, RULES, RULES)
    five = under_startlan(kalkulasjonsrente=Decimal(5))
    assert_they_agree([rich(each) for each in households], five, five)


def rich(facts: Facts) -> Facts:
    """The household of startlån with the loan of this one."""
    loan = ("income", "livsopphold", "other_expenses", "housing_costs", "costs", "price", "term_years")
    return HOUSEHOLDS["startlan-2025"].but(**{fact.name: facts.get(fact) for fact in facts.known if fact.name in loan})


def under_startlan(**proposal: Any) -> Ruleset:
    rules = SHORT_WAYS["startlan-2025"].rules
    return replace(rules, settings=replace(rules.settings, sosialhjelp_is_floor=False, **proposal))


@settings(max_examples=150)
@given(st.integers(1, 3_000_000), st.sampled_from([30, 40, 50]), st.decimals(0, 40, places=2), st.integers(-1, 1))
def test_the_grant_is_the_same_to_the_last_ore_at_its_limit(
    monthly: int, years: int, percent: Decimal, step: int
) -> None:
    """The price at which the loan and the largest usual grant just reach, and an øre to each side of it."""
    loan = the_short_way([left_over(monthly, years, 10_000_000_000)], RULES, RULES).a.loans
    price = min(max(int(loan.ore / (1 - Fraction(percent) / 100)) + step, 1), 10_000_000_000)
    assert_they_agree([left_over(monthly, years, price)], RULES, under(replace(OURS, grant_percent=percent)))


def test_criteria_that_differ_only_in_what_it_understands_fit() -> None:
    assert short_way(RULES) is LEIE_TIL_EIE
    assert short_way(under(replace(OURS, kalkulasjonsrente=Decimal("4.785"), grant_percent=Decimal(25))))


def test_other_rules_do_not_fit() -> None:
    assert not short_way(replace(RULES, version="2"))
    assert not short_way(replace(RULES, conditions=RULES.conditions[:-1]))
    assert not short_way(under(replace(OURS, kalkulasjonsrente=None)))
    assert not short_way(under(replace(OURS, sosialhjelp_is_floor=True)))


@settings(max_examples=150)
@given(households(), st.integers(0, 400), st.integers(0, 3))
def test_a_row_lasts_as_long_as_it_says(case: tuple[Ruleset, Facts], before: int, short_of_it: int) -> None:
    """From any day to the last one that it names, or a day somewhat before that."""
    rules, facts = case
    way, on = SHORT_WAYS[rules.id], DAY - timedelta(before)
    row, lasts = way.row(facts, rates=RATES_OF_ANY_DAY, on=on)
    later = min(lasts, on + timedelta(500))
    later = max(later - timedelta(short_of_it), on)
    assert way.row(facts, rates=RATES_OF_ANY_DAY, on=later)[0] == row


def test_a_row_with_nothing_that_ends_lasts_for_ever() -> None:
    assert LEIE_TIL_EIE.row(HOUSEHOLD, rates=RATES, on=DAY)[1] == date.max
    ending = HOUSEHOLD.but(income=(line("dagpenger", 20_000, until=DAY + timedelta(9)),))
    assert LEIE_TIL_EIE.row(ending, rates=RATES, on=DAY)[1] == DAY + timedelta(9)
    assert LEIE_TIL_EIE.row(ending, rates=RATES, on=DAY + timedelta(10))[1] == date.max


EXCEPTIONS: list[dict[str, Any]] = [
    {"municipal_tenant": True},
    {"municipal_tenant": False, "needs_stable_home": False},
    {"municipal_tenant": None, "needs_stable_home": False},
]
SAVING: list[dict[str, Any]] = [  # 31 500 in, 13 931 to live on and 1 200 of other expenses
    {"rent_today": None},
    {"rent_today": kr(31_500 - 13_931 - 1_200)},
    {"rent_today": kr(31_500 - 13_931 - 1_200 - 1)},
    {"rent_today": kr(31_500 - 13_931 - 1_200 + 1)},
]


@pytest.mark.parametrize("langvarig_years", [3, 5, 6])
def test_the_problem_the_saving_and_the_exception_stand_the_same_in_every_combination(langvarig_years: int) -> None:
    several = product((None, 3, 5, 6), (None, True, False), EXCEPTIONS, SAVING)
    known = [
        HOUSEHOLDS["startlan-2025"].but(years_without_bank=years, saving_used=used, **exception, **saving)
        for years, used, exception, saving in several
    ]
    a, b = (under_startlan(langvarig_years=years) for years in (5, langvarig_years))
    assert_they_agree(known, a, b)
    outcomes = {
        dict(standing.conditions)["B5"] for standing in map(STARTLAN.standing, side(known, a).weighed.situations)
    }
    assert outcomes == {OK, FAIL, MANGLER, IKKE_AKTUELT}
