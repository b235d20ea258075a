"""The worked examples of the 2011 rules, on today's fees: own examples at 5 %, all of them shares in a borettslag."""

from decimal import Decimal
from typing import Any

import pytest
from eligibility_cases import DAY, FAIL, HOUSEHOLD, OK, RATES, RULES, SKJONN, found, kr, line

from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.verdict import Verdict, for_the_whole

GIVEN_AS_MET = {"A1", "A2", "A3", "A11"}


def example(i: int, l: int, o: int, h: int, *, price: int, years: int) -> Verdict:  # noqa: E741 - I, L, O, H as written
    """An example as it is written: I − L − O − H, the price and the term."""
    facts: dict[str, Any] = {
        "income": (line("lonn_fast", i),),
        "livsopphold": kr(l),
        "other_expenses": kr(o),
        "housing_costs": kr(h),
        "price": kr(price),
        "term_years": years,
        "costs": None,  # 2 × 545 from the dated rates
    }
    return check(RULES, HOUSEHOLD.but(**facts), rates=RATES, on=DAY)


def whole(verdict: Verdict) -> str:
    return for_the_whole(finding.outcome for finding in verdict.findings if finding.id not in GIVEN_AS_MET)


def loan_of(verdict: Verdict) -> Loan:
    assert verdict.figures.loan
    return verdict.figures.loan


def test_e1_a_single_person_whose_loan_covers_everything() -> None:
    verdict = example(19_500, 8_000, 0, 3_800, price=1_350_000, years=30)
    loan = loan_of(verdict)
    assert loan.capacity.available == kr(7_700)
    assert loan.capacity.largest_loan == kr(1_434_000)
    assert loan.need == loan.amount == kr(1_351_090)
    assert loan.gap == kr(0)
    assert loan.payment == kr("7 252,94")
    assert whole(verdict) == OK


def test_e2_a_couple_with_two_children_and_a_grant_of_7_8_per_cent() -> None:
    verdict = example(34_000, 19_000, 900, 5_200, price=2_000_000, years=40)
    loan = loan_of(verdict)
    assert loan.capacity.available == kr(8_900)
    assert loan.capacity.largest_loan == kr(1_845_000)
    assert loan.need == kr(2_001_090)
    assert loan.gap == kr(156_090)
    assert loan.gap_percent == Decimal("7.80")
    assert verdict.figures.today == kr(13_500)
    assert round(loan.new_housing_cost.as_kroner) == 14_097
    assert whole(verdict) == OK


def test_e3_just_within_the_limit_of_20_per_cent() -> None:
    verdict = example(24_000, 11_500, 0, 4_500, price=1_861_000, years=30)
    loan = loan_of(verdict)
    assert loan.capacity.available == kr(8_000)
    assert loan.capacity.largest_loan == kr(1_490_000)
    assert loan.need == kr(1_862_090)
    assert loan.gap == kr(372_090)
    assert whole(verdict) == OK


def test_e4_a_gap_of_nearly_a_third_needs_skjonn() -> None:
    verdict = example(21_000, 11_000, 500, 4_000, price=1_500_000, years=30)
    loan = loan_of(verdict)
    assert loan.capacity.available == kr(5_500)
    assert loan.capacity.largest_loan == kr(1_024_000)
    assert loan.need == kr(1_501_090)
    assert loan.gap == kr(477_090)
    assert loan.gap_percent == Decimal("31.81")
    assert found(verdict, "A7").outcome == SKJONN
    assert found(verdict, "A7").needs_reason
    assert whole(verdict) == SKJONN


def test_e6_more_goes_out_than_comes_in() -> None:
    verdict = example(16_000, 12_500, 1_500, 3_500, price=1_200_000, years=30)
    loan = loan_of(verdict)
    assert loan.capacity.available == kr(-1_500)
    assert loan.capacity.largest_loan == kr(0)
    assert loan.need == kr(1_201_090)
    assert found(verdict, "A7").outcome == FAIL
    assert whole(verdict) == FAIL


def test_e8_sosialstonad_is_left_out_and_listed() -> None:
    lines = (line("lonn_fast", 12_000), line("uforetrygd", 4_000), line("barnetrygd", 1_968))
    social = line("sosialstonad", 4_000)
    verdict = check(RULES, HOUSEHOLD.but(income=(*lines, social)), rates=RATES, on=DAY)
    income = verdict.figures.income
    assert income
    assert income.total == kr(17_968)
    assert income.counted == lines
    assert [(gone.line, str(gone.reason)) for gone in income.left_out] == [(social, "Sosialstønad regnes ikke med.")]
    assert found(verdict, "A4").outcome == OK


@pytest.mark.parametrize("years", [30, 40])
def test_the_costs_of_the_examples_are_two_documents_at_today_s_fee(years: int) -> None:
    verdict = example(19_500, 8_000, 0, 3_800, price=1_350_000, years=years)
    assert loan_of(verdict).costs == kr(2 * 545)
    assert [(one.fact.name, one.amount) for one in verdict.assumed] == [("costs", kr(1_090))]
    assert [rate.amount for rate in verdict.rates] == [kr(545), kr(545)]
