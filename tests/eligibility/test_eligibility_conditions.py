"""Every condition at its boundaries, and what every condition has in common."""

import re
from datetime import date
from typing import Any

import pytest
from boundary_cases import CASES
from eligibility_cases import FAIL, MANGLER, OK, SKJONN, found, judged, kr, line

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.condition import Condition, Outcome, Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rulesets import RULESETS, VERSIONS

BOUNDARIES = [(id_, code, *case) for id_, table in CASES.items() for code, cases in table.items() for case in cases]
CONDITIONS = [(rules, code, condition) for rules in VERSIONS for code, condition in rules.conditions]


@pytest.mark.parametrize(
    ("id_", "code", "words", "changes", "outcome"),
    BOUNDARIES,
    ids=[f"{code} {words}" for _, code, words, *_ in BOUNDARIES],
)
def test_a_case_at_the_boundary(id_: str, code: str, words: str, changes: dict[str, Any], outcome: Outcome) -> None:
    finding = found(judged(RULESETS[id_], **changes), code)
    assert finding.outcome == outcome
    assert str(finding.reason).endswith((".", "?"))


@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_every_condition_has_its_boundary_cases(rules: Ruleset) -> None:
    assert list(CASES[rules.id]) == [code for code, _ in rules.conditions]


@pytest.mark.parametrize(("rules", "code", "condition"), CONDITIONS, ids=[code for _, code, _ in CONDITIONS])
def test_a_condition_says_where_it_comes_from(rules: Ruleset, code: str, condition: Condition) -> None:
    assert condition.title
    source = str(condition.hjemmel)
    if code.startswith("A"):
        assert source == "Burettslagslova § 4-12" if code == "A11" else "Drammen" in source
        assert "§" not in source or code == "A11", "practice is no statute"
    else:
        assert re.search(r"§ \d|[Vv]eileder|husbanken.no|vilkår", source)


@pytest.mark.parametrize(("rules", "code", "condition"), CONDITIONS, ids=[code for _, code, _ in CONDITIONS])
def test_an_outcome_that_needs_skjonn_says_where_its_reason_is_written(
    rules: Ruleset, code: str, condition: Condition
) -> None:
    for _, changes, outcome in CASES[rules.id][code]:
        if outcome == SKJONN:
            assert found(judged(rules, **changes), code).reason_in


def test_what_is_missing_is_named_all_at_once() -> None:
    finding = found(judged(other_expenses=None, housing_costs=None, price=None), "A6")
    assert [fact.name for fact in finding.missing] == ["other_expenses", "housing_costs", "price"]
    assert str(finding.reason) == ("Hva går til barnehage, SFO, lån og andre faste utgifter i måneden? Og 2 svar til.")
    assert {"income", "livsopphold", "term_years"} <= {fact.name for fact in finding.used}


def test_one_more_answer_is_said_in_the_singular() -> None:
    assert str(found(judged(housing_costs=None, price=None), "A6").reason).endswith("Og ett svar til.")


def test_a_term_out_of_bounds_is_asked_for_again_wherever_it_is_used() -> None:
    verdict = judged(term_years=29)
    for code in ("A6", "A7", "A8"):
        finding = found(verdict, code)
        assert str(finding.reason) == "Nedbetalingstiden må være fra 30 til 50 år, ikke 29."
        assert [fact.name for fact in finding.missing] == ["term_years"]


def test_a_calculation_counts_as_read_by_every_condition_that_uses_it() -> None:
    verdict = judged()
    read = ["income", "livsopphold", "other_expenses", "housing_costs", "term_years", "price", "costs", "repairs"]
    assert [fact.name for fact in found(verdict, "A6").used] == [*read, "equity"]
    assert found(verdict, "A7").used == found(verdict, "A6").used
    assert [fact.name for fact in found(verdict, "A8").used] == ["term_years"]


def test_a_condition_does_not_claim_what_only_another_one_read() -> None:
    assert [fact.name for fact in found(judged(), "A1").used] == ["municipal_tenant"]


def test_what_is_counted_as_zero_without_an_answer_says_so() -> None:
    verdict = judged(repairs=None, equity=None)
    said = {assumption.fact.name: str(assumption.words) for assumption in verdict.assumed}
    assert said == {
        "repairs": "Utbedring er ikke oppgitt og er regnet som 0 kroner.",
        "equity": "Egne penger er ikke oppgitt og er regnet som 0 kroner.",
    }
    assert found(verdict, "A7").assumed == verdict.assumed
    assert found(verdict, "A1").assumed == ()


def test_costs_are_missing_where_no_fee_is_known_for_the_day() -> None:
    verdict = judged(on=date(2024, 12, 31), costs=None)
    for code in ("A6", "A10"):
        assert found(verdict, code).outcome == MANGLER
        assert [fact.name for fact in found(verdict, code).missing] == ["costs"]


def test_repairs_add_to_the_need_and_equity_takes_from_it() -> None:
    loan = judged(repairs=kr(50_000), equity=kr(80_000)).figures.loan
    assert loan
    assert loan.need == kr(1_971_090)


def test_skjonn_keeps_the_written_reason_apart_from_our_words() -> None:
    words = "Bor med mor, og deler på maten."
    finding = found(judged(livsopphold_factor=80, livsopphold_reason=words), "A5")
    assert (finding.outcome, finding.needs_reason, finding.written_reason) == (SKJONN, False, words)
    assert words not in str(finding.reason)


def test_skjonn_without_a_reason_says_where_to_write_it() -> None:
    finding = found(judged(livsopphold_factor=80), "A5")
    assert finding.needs_reason
    assert finding.reason_in
    assert finding.reason_in.name == "livsopphold_reason"


def test_the_title_carries_the_figure_where_there_is_one() -> None:
    titles = {finding.id: str(finding.title) for finding in judged().findings}
    assert titles["A8"] == "Nedbetalingstid 40 år"
    assert titles["A7"] == "Tilskudd inntil 20 %"
    assert found(judged(), "A4").title == Phrase("Inntekt {income}", income=kr(34_000))


def test_no_positive_loan_is_a_no_in_both_conditions_that_need_one() -> None:
    verdict = judged(income=(line("lonn_fast", 10_000),))
    assert (found(verdict, "A6").outcome, found(verdict, "A7").outcome) == (FAIL, FAIL)
    assert str(found(verdict, "A6").reason) == "Utgiftene er 15100 kr høyere enn inntektene hver måned."


def test_a_household_of_which_nothing_is_known_gets_no_no() -> None:
    verdict = judged(**dict.fromkeys((fact.name for fact in judged().facts.known), None))
    assert verdict.facts == Facts()
    assert verdict.outcome == MANGLER
    assert FAIL not in {finding.outcome for finding in verdict.findings}
    assert found(verdict, "A10").outcome == OK
