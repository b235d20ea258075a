"""Examples that others have published, each with its source. (The one of a fødselsnummer stands with the domain.)"""

from decimal import Decimal

from eligibility_cases import DAY, OK, RATES, SKJONN, STARTLAN, found, judged, kr, set_to
from test_eligibility_bostotte import rates_in

from hjemmebesok.eligibility.bostotte import Bostotte, wealth_addition, weighted_income
from hjemmebesok.eligibility.choices import Car
from hjemmebesok.eligibility.members import Member, Sex


def test_p1_three_persons_with_300_000_weigh_238_095() -> None:
    """husbanken.no, veileder i regelverk for bostøtte, 2.4.1."""
    assert weighted_income(kr(300_000), 3, rates_in("resten", 3)) == kr(238_095)


def test_p2_the_income_limit_of_one_person_in_oslo_is_28_241() -> None:
    """husbanken.no, kan jeg få bostøtte, October 2026."""
    assert Bostotte(kr(0), 1, kr(10_000_000), rates_in("oslo", 1)).limit_monthly == kr(28_241)


def test_p3_the_example_family_of_sifo() -> None:
    """SIFO referansebudsjett 2026: 37 358 kr is published, the transcription in use gives 80 kr more."""
    family = [Member(age=30, sex=Sex.F), Member(age=30, sex=Sex.M), Member(age=5, sex=Sex.M), Member(age=12, sex=Sex.F)]
    table = RATES.sifo_on(DAY)
    assert table
    assert not table.verified
    assert table.budget(family, Car.PETROL) in (kr(37_438), kr(37_358))


def test_p4_wealth_above_what_is_free_counts_as_income() -> None:
    """smartepenger.no (with an older fribeløp), and husbanken.no for one who rents: «ca. 890»."""
    owner = wealth_addition(kr(800_000), kr(611_677), Decimal(65))
    assert round(owner.as_kroner / 12) == 10_201
    tenant = wealth_addition(kr(350_000), kr(333_557), Decimal(65))
    assert int(tenant.as_kroner / 12) == 890


def test_p7_an_income_above_the_limit_is_never_by_itself_a_no() -> None:
    """Husbankens veileder for startlån, «inntektsgrense»."""
    rules = set_to(STARTLAN, income_cap=kr(870_000))
    verdict = judged(rules, gross_income_year=kr(880_000), bank_answer="too_little")
    assert found(verdict, "B17").outcome == SKJONN
    assert found(verdict, "B2").outcome == OK
    assert verdict.outcome == SKJONN
    assert found(judged(rules, gross_income_year=kr(870_000)), "B17").outcome == OK
