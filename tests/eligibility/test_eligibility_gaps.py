"""What a verdict says where a rate is not known, and where there is no need for what is weighed."""

from dataclasses import replace
from typing import Any

import pytest
from eligibility_cases import DAY, HOUSEHOLDS, RATES

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rulesets import VERSIONS, ruleset

STARTLAN, TILSKUDD = ruleset("startlan-2025"), ruleset("tilskudd")


def without(*codes: str) -> Rates:
    return Rates((rate for rate in RATES if rate.code not in codes), RATES.budgets)


def with_facts(name: str, **facts: Any) -> Facts:
    return Facts(**{fact.name: value for fact, value in HOUSEHOLDS[name].known.items()} | facts)


def test_a_rate_that_is_not_known_is_no_answer_to_ask_for_and_is_named_where_it_is_lacking() -> None:
    verdict = check(STARTLAN, HOUSEHOLDS["startlan-2025"], rates=without("styringsrente"), on=DAY)
    gaps = [finding.id for finding in verdict.findings if finding.gap]
    assert gaps == [finding.id for finding in verdict.findings if finding.outcome is Outcome.MANGLER] != []
    assert verdict.outcome is Outcome.MANGLER
    assert str(verdict.headline) == "Mangler en sats"
    assert all("Styringsrenten" in str(finding.reason) for finding in verdict.findings if finding.gap)
    assert verdict.ask == ()


def test_answers_and_rates_that_are_missing_are_counted_apart() -> None:
    facts = with_facts("startlan-2025", bank_answer=None)
    verdict = check(STARTLAN, facts, rates=without("styringsrente"), on=DAY)
    answers = sum(finding.outcome is Outcome.MANGLER and not finding.gap for finding in verdict.findings)
    assert str(verdict.headline) == f"Mangler {'ett' if answers == 1 else answers} svar"


@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_nothing_is_a_gap_where_all_rates_are_known(rules: Any) -> None:
    verdict = check(rules, Facts(), rates=RATES, on=DAY)
    assert [finding.gap for finding in verdict.findings if finding.gap] == []


def test_where_the_loan_covers_the_purchase_no_grant_is_needed_whatever_is_not_known() -> None:
    facts = with_facts("tilskudd", price=Money.kroner(300_000), had_grant=None, lasting_low_income=None)
    verdict = check(TILSKUDD, facts, rates=RATES, on=DAY)
    by_code = {finding.id: finding.outcome for finding in verdict.findings}
    assert by_code["C2"] is Outcome.IKKE_AKTUELT and by_code["C7"] is Outcome.MANGLER
    assert verdict.outcome is Outcome.IKKE_AKTUELT
    assert str(verdict.headline) == "Ikke nødvendig"
    assert verdict.ask == ()


def test_where_it_does_not_the_grant_is_weighed_as_ever() -> None:
    verdict = check(TILSKUDD, HOUSEHOLDS["tilskudd"], rates=RATES, on=DAY)
    alone = check(replace(TILSKUDD, need=""), HOUSEHOLDS["tilskudd"], rates=RATES, on=DAY)
    assert verdict.outcome is alone.outcome is not Outcome.IKKE_AKTUELT
