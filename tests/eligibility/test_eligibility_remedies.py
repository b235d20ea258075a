"""Remedies do what they say; and the income of later stands beside that of today."""

from datetime import date
from typing import Any

import pytest
from eligibility_cases import DAY, FAIL, HOUSEHOLD, OK, RATES, RULES, SKJONN, STARTLAN, found, judged, kr, line
from hypothesis import given, settings
from test_eligibility_laws import households

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome, Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.income_drop import income_drop
from hjemmebesok.eligibility.levers import HUNDRED, THOUSAND
from hjemmebesok.eligibility.remedies import Remedy, remedies

SHORT: dict[str, Any] = {"price": kr(2_400_000)}


def words(remedies_found: tuple[Remedy, ...]) -> list[str]:
    return [f"{', '.join(remedy.turns)}: {remedy.words}" for remedy in remedies_found]


def test_a_gap_is_turned_by_price_equity_debt_income_or_term() -> None:
    assert words(remedies(judged(STARTLAN, **SHORT), RATES))[:5] == [
        "B8: En bolig som koster 115000 kr mindre.",
        "B8: 115000 kr mer i egne penger.",
        "B8: Gjeld betalt ned, så de faste utgiftene blir 600 kr lavere.",
        "B8: 600 kr mer i inntekt hver måned, eller en medlåner som har så mye igjen etter eget livsopphold.",
        "B8: Betale ned over 34 år, ikke 30.",
    ]


def test_a_term_that_is_too_long_is_turned_by_a_shorter_one() -> None:
    assert words(remedies(judged(STARTLAN, term_years=40), RATES)) == ["B11: Betale ned over 30 år, ikke 40."]


def test_what_no_sum_decides_has_no_remedy() -> None:
    assert remedies(judged(bank_answer="offered"), RATES) == ()
    assert remedies(judged(livsopphold_factor=99), RATES) == ()


@settings(max_examples=40, deadline=None)
@given(households())
def test_a_remedy_applied_does_what_it_says_and_nothing_less_would(case: tuple[Ruleset, Facts]) -> None:
    rules, facts = case
    verdict = check(rules, facts, rates=RATES, on=DAY)
    failed = {finding.id for finding in verdict.findings if finding.outcome is Outcome.FAIL}
    for remedy in remedies(verdict, RATES):
        after = check(rules, remedy.facts, rates=RATES, on=DAY)
        assert all(found(after, code).outcome == OK for code in remedy.turns)
        assert {finding.id for finding in after.findings if finding.outcome is Outcome.FAIL} <= failed
        assert changed(facts, remedy.facts) == {remedy.fact.name}


@pytest.mark.parametrize(("name", "step"), [("price", THOUSAND), ("equity", -THOUSAND), ("other_expenses", HUNDRED)])
def test_one_step_less_would_not_be_enough(name: str, step: Money) -> None:
    (remedy,) = [
        one for one in remedies(judged(STARTLAN, **SHORT), RATES) if one.fact.name == name and "B8" in one.turns
    ]
    almost = remedy.facts.get(remedy.fact) + step
    assert found(judged(STARTLAN, **{**SHORT, name: almost}), "B8").outcome == SKJONN


def changed(before: Facts, after: Facts) -> set[str]:
    return {fact.name for fact in {*before.known, *after.known} if before.get(fact) != after.get(fact)}


def test_when_introduksjonsstonad_becomes_work_both_verdicts_stand_side_by_side() -> None:
    now = (line("introduksjonsstonad", 34_000, until=date(2027, 5, 31)), line("barnetrygd", 4_024))
    facts = HOUSEHOLD.but(income=now, later_income=(line("lonn_fast", 22_000),))
    drop = income_drop(RULES, facts, rates=RATES, on=DAY)
    assert drop
    assert drop.after == date(2027, 5, 31)
    assert (drop.now.outcome, drop.later.outcome) == (OK, SKJONN)
    assert drop.later.figures.income
    assert drop.later.figures.income.total == kr(26_024)


def test_where_nothing_was_said_of_later_only_what_lasts_is_left() -> None:
    facts = HOUSEHOLD.but(income=(line("dagpenger", 30_000), line("barnetrygd", 4_024)))
    drop = income_drop(RULES, facts, rates=RATES, on=DAY)
    assert drop
    assert drop.after is None
    assert drop.later.outcome == FAIL


def test_lasting_income_has_no_later() -> None:
    assert income_drop(RULES, HOUSEHOLD, rates=RATES, on=DAY) is None
