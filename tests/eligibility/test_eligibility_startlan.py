"""The worked examples of startlån, own examples with Husbanken's ten-year rate and the municipality's addition."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from eligibility_cases import DAY, FAIL, MANGLER, OK, SKJONN, STARTLAN, found, judged, kr, line, set_to

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import monthly_payment
from hjemmebesok.eligibility.rente import effective, nominal
from hjemmebesok.eligibility.stresstest import Stresstest
from hjemmebesok.eligibility.verdict import Verdict

E9: dict[str, Any] = {"income": (line("lonn_fast", 31_500),), "price": kr(2_000_000)}


def living(verdict: Verdict) -> Any:
    assert verdict.figures.capacity
    return verdict.figures.capacity.living


def test_e9_a_mother_and_a_boy_of_five() -> None:
    verdict = judged(STARTLAN, **E9)
    loan = verdict.figures.loan
    assert loan
    assert loan.capacity.rate == Decimal("4.785")
    assert living(verdict).table == kr(17_414)
    assert (loan.capacity.livsopphold, living(verdict).floor) == (kr(13_931), kr(12_350))
    assert loan.capacity.available == kr(11_669)
    assert loan.capacity.largest_loan == kr(2_227_000)
    assert loan.need == loan.amount == kr(1_941_090)
    assert loan.payment == kr("10 166,63")
    assert found(verdict, "B8").outcome == found(verdict, "B10").outcome == OK
    assert "2241090 kr" in str(found(verdict, "B10").reason)
    assert "2301090 kr" in str(found(verdict, "B10").reason)


def test_e9_the_rates_of_sosialhjelp_are_the_floor() -> None:
    verdict = judged(STARTLAN, livsopphold_factor=60)
    assert living(verdict).chosen == kr(10_448)
    assert living(verdict).amount == kr(12_350)


def test_the_floor_is_that_of_the_day_and_of_startlan_only() -> None:
    chosen = {"livsopphold": kr(8_000)}
    assert living(judged(STARTLAN, **chosen)).amount == kr(12_350)
    in_2024 = judged(set_to(STARTLAN, kalkulasjonsrente=Decimal(5)), on=date(2024, 6, 1), **chosen)
    assert living(in_2024).amount == kr(7_850 + 3_850)
    assert living(judged(livsopphold=kr(8_000))).amount == kr(8_000)


def test_a_year_whose_floor_was_not_found_stays_a_gap() -> None:
    finding = found(judged(set_to(STARTLAN, kalkulasjonsrente=Decimal(5)), on=date(2025, 6, 1)), "B8")
    assert (finding.outcome, finding.missing) == (MANGLER, ())
    assert str(finding.reason) == "Satsen «Sosialhjelp, enslig» er ikke kjent for 2025-06-01."


def test_a_figure_that_is_not_verified_is_shown_as_such() -> None:
    doubtful = {rate.code for rate in judged(STARTLAN).rates if not rate.verified}
    assert doubtful == {"sifo", "sosialhjelp_enslig", "sosialhjelp_barn_0_5", "styringsrente"}


@pytest.mark.parametrize(
    ("styringsrente", "years", "payment", "stands"),
    [
        ("4.50", 30, "9 314,23", False),
        ("4.50", 40, "8 700,04", False),
        ("4.50", 50, "8 423,64", True),
        ("4.00", 30, "8 848,95", False),
        ("4.00", 40, "8 196,40", True),
    ],
)
def test_e11_the_stress_test(styringsrente: str, years: int, payment: str, stands: bool) -> None:
    test = Stresstest(kr(1_400_000), Decimal(styringsrente) + STARTLAN.settings.stress_margin, years, kr(8_600))
    assert (test.payment, test.stands) == (kr(payment), stands)


def test_e11_what_the_same_loan_costs_at_its_own_rate() -> None:
    assert monthly_payment(kr(1_400_000), Decimal("4.785"), 30) == kr("7 332,63")


def test_e13_what_nobody_has_answered_is_never_a_no() -> None:
    verdict = judged(STARTLAN, bank_answer=None, rent_today=None)
    assert verdict.outcome == MANGLER
    assert [fact.name for fact in verdict.ask] == ["bank_answer", "rent_today"]
    assert FAIL not in {finding.outcome for finding in verdict.findings}


def test_the_rate_follows_what_the_municipality_offers() -> None:
    floating = judged(set_to(STARTLAN, rente_binding=0, rente_paslag=Decimal("0.10"))).figures.capacity
    assert floating
    assert floating.rate == Decimal("4.231")


def test_a_day_before_husbankens_rate_is_known_is_a_gap() -> None:
    verdict = judged(STARTLAN, on=date(2026, 10, 1))
    assert found(verdict, "B13").outcome == found(verdict, "B8").outcome == MANGLER


def test_botid_is_asked_for_only_where_the_municipality_asks_for_it() -> None:
    rules = set_to(STARTLAN, botid_months=12)
    assert found(judged(rules, months_in_municipality=12), "B7").outcome == OK
    assert found(judged(rules, months_in_municipality=11), "B7").outcome == SKJONN
    assert found(judged(rules, months_in_municipality=None), "B7").outcome == MANGLER


def test_nominal_and_effective_rates_are_each_others_inverse() -> None:
    assert effective(Decimal("4.785")) == Decimal("4.891")
    assert nominal(effective(Decimal("4.785"))) == Decimal("4.785")
    assert effective(Decimal(0)) == 0


def test_a_freehold_costs_dokumentavgift_and_two_documents() -> None:
    loan = judged(STARTLAN, costs=None, ownership="selveier").figures.loan
    assert loan
    assert loan.costs == kr(42_500 + 1_090)


def test_the_rates_for_gjeldsordning_are_used_in_the_year_they_are_known_for() -> None:
    by_law = {"livsopphold_basis": "gjeldsordning", "livsopphold_factor": None, "car": None}
    rules = set_to(STARTLAN, kalkulasjonsrente=Decimal(5))
    assert living(judged(rules, on=date(2026, 6, 30), **by_law)).chosen == kr(11_046 + 3_535)
    assert found(judged(rules, on=date(2026, 7, 1), **by_law), "B8").outcome == MANGLER


def test_each_condition_shows_its_own_arithmetic() -> None:
    steps = {finding.id: finding.steps for finding in judged(STARTLAN).findings}
    assert {code for code, lines in steps.items() if lines} == {"B8", "B10", "B14"}
    assert Money(0) not in {step.value for step in steps["B14"]}
    assert DAY not in {step.value for step in steps["B14"]}
