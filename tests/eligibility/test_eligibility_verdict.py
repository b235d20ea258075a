"""The verdict for the whole, what to ask next, and the settings a ruleset is judged by."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from eligibility_cases import DAY, FAIL, HOUSEHOLD, IKKE_AKTUELT, MANGLER, OK, RATES, RULES, SKJONN, found, judged, kr

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Outcome
from hjemmebesok.eligibility.rulesets import RULESETS, ruleset
from hjemmebesok.eligibility.settings import GrantBase
from hjemmebesok.eligibility.verdict import for_the_whole


@pytest.mark.parametrize(
    ("outcomes", "whole"),
    [
        ((OK, SKJONN, MANGLER, FAIL), FAIL),
        ((OK, SKJONN, MANGLER), MANGLER),
        ((OK, SKJONN), SKJONN),
        ((OK, IKKE_AKTUELT), OK),
        ((IKKE_AKTUELT,), IKKE_AKTUELT),
        ((), IKKE_AKTUELT),
    ],
)
def test_fail_comes_before_mangler_before_skjonn_before_ok(outcomes: tuple[Outcome, ...], whole: Outcome) -> None:
    assert for_the_whole(outcomes) == for_the_whole(outcomes[::-1]) == whole


def test_a_verdict_says_which_rules_of_which_day_it_was_made_by() -> None:
    verdict = judged(on=date(2026, 3, 1))
    assert (verdict.ruleset.id, verdict.ruleset.version) == ("leie-til-eie-2011", "1")
    assert verdict.day == date(2026, 3, 1)


def test_what_to_ask_next_comes_in_the_order_of_the_conditions_and_each_once() -> None:
    verdict = judged(price=None, bank_answer=None, power_today=None, income=None)
    assert [fact.name for fact in verdict.ask] == ["bank_answer", "income", "price", "power_today"]
    assert verdict.ask[0].ask == "Hva har banken svart?"


def test_the_headline_counts_the_conditions_that_lack_an_answer() -> None:
    assert str(judged().headline) == "Kan passe"
    assert str(judged(bank_answer=None).headline) == "Mangler ett svar"
    assert str(judged(bank_answer=None, wishes_to_own=None).headline) == "Mangler 2 svar"
    assert str(judged(bank_answer="offered").headline) == "Passer ikke"


def test_the_figures_go_as_far_as_the_facts() -> None:
    figures = judged(price=None, rent_today=None).figures
    assert figures.capacity
    assert figures.capacity.largest_loan == kr(1_845_000)
    assert figures.loan is None
    assert figures.today is None
    assert judged(livsopphold=None).figures.capacity is None


def test_the_arithmetic_adds_up_line_by_line() -> None:
    steps = {str(step.words): step.value for step in judged(equity=kr(100_000)).figures.steps}
    assert steps["Egne penger til kjøpet"] == kr(-100_000)
    assert steps["Det trengs"] == kr(1_901_090)
    assert steps["Faktor ved rente 5 %, 40 år"] == Decimal("207.3843")
    assert steps["Boutgifter i dag hver måned"] == kr(13_500)


def test_every_outcome_has_its_word() -> None:
    assert set(OUTCOME_WORDS) == set(Outcome)


def test_an_unknown_ruleset_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(Refused, match=r"«leie-til-eie-1899» finnes ikke\. Velg mellom leie-til-eie-2011"):
        ruleset("leie-til-eie-1899")


@pytest.mark.parametrize("id_", RULESETS)
def test_a_ruleset_has_a_date_a_source_and_a_title(id_: str) -> None:
    rules = ruleset(id_)
    assert rules.gjelder_fra <= DAY
    assert rules.source
    assert rules.title
    codes = [code for code, _ in rules.conditions]
    assert len(set(codes)) == len(codes)


def under(settings: dict[str, Any], **changes: Any) -> Any:
    """The verdict under changed settings."""
    rules = replace(RULES, settings=replace(RULES.settings, **settings))
    return check(rules, HOUSEHOLD.but(**changes), rates=RATES, on=DAY)


def test_a_wider_target_group_turns_the_no_into_skjonn() -> None:
    verdict = under({"wider_target_group": True}, municipal_tenant=False)
    assert found(verdict, "A1").outcome == SKJONN


def test_the_grant_limit_is_a_setting() -> None:
    assert found(under({"grant_percent": Decimal("7.8")}), "A7").outcome == SKJONN
    assert found(under({"grant_percent": Decimal("7.81")}), "A7").outcome == OK


def test_the_base_of_the_grant_is_a_setting() -> None:
    percent = {"grant_percent": Decimal("7.801")}  # 156 020 kr of the price, 156 105,03 kr of price and costs
    assert found(under(percent), "A7").outcome == SKJONN
    assert found(under({**percent, "grant_base": GrantBase.TOTALPRIS}), "A7").outcome == OK
    assert found(under({**percent, "grant_base": GrantBase.TOTALPRIS}, bank_answer=None), "A3").outcome == MANGLER


def test_the_kalkulasjonsrente_is_a_setting() -> None:
    figures = under({"kalkulasjonsrente": Decimal("4.785")}).figures
    assert figures.capacity
    assert figures.capacity.largest_loan == kr(1_901_000)  # 8 900 × 213.6548
