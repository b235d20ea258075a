"""Who lives there, how old they are, who signs for the loan, and whose income and debt count because of it."""

from datetime import date
from typing import Any

import pytest
from eligibility_cases import DAY, FAIL, GRANT, MANGLER, OK, RATES, RULES, STARTLAN, found, judged, kr, line
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.facts import APPLICANT_AGE, FACTS, INCOME, MEMBERS, OTHER_EXPENSES
from hjemmebesok.eligibility.household_lines import age_on
from hjemmebesok.eligibility.members import Member, Sex
from hjemmebesok.eligibility.remedies import remedies

# The two facts without a field of their own: a form is about people, and their ages stand in the household's lines.
WITHOUT_FIELD = {"legal_person", "applicant_age"}

AYSE = Member(age=34, name="Ayşe Yılmaz", borrower=True)
MEHMET = Member(age=41, name="Mehmet Yılmaz", borrower=False)
PAY = (line("lonn_fast", 22_000, who="Ayşe"), line("lonn_fast", 20_000, who="Mehmet"))


def test_every_fact_of_the_rules_can_be_given_at_the_table() -> None:
    assert set(FACTS) - {field.fact for field in FIELDS.values()} == WITHOUT_FIELD


@pytest.mark.parametrize(
    ("told", "day", "age"),
    [
        (36, date(2026, 11, 22), (36, None)),
        ("1990-11-22", date(2026, 11, 21), (35, None)),
        ("1990-11-22", date(2026, 11, 22), (36, None)),
        ("2026-05-23", date(2026, 11, 22), (0, 5)),
        ("2026-05-22", date(2026, 11, 22), (0, 6)),
        ("2024-02-29", date(2025, 2, 28), (0, 11)),
        ("2024-02-29", date(2025, 3, 1), (1, None)),
        ("2026-11-23", date(2026, 11, 22), (None, None)),
        ("1900-01-01", date(2026, 11, 22), (None, None)),
        (None, date(2026, 11, 22), (None, None)),
    ],
)
def test_an_age_is_that_of_the_day(told: Any, day: date, age: tuple[int | None, int | None]) -> None:
    assert age_on(told, day) == age


@given(st.dates(date(1910, 1, 1), date(2026, 11, 22)), st.dates(date(2026, 11, 22), date(2028, 1, 1)))
def test_nobody_gets_younger(born: date, later: date) -> None:
    before, after = age_on(born.isoformat(), DAY), age_on(born.isoformat(), later)
    assert before[0] is not None and after[0] is not None
    assert before[0] <= after[0]


def test_the_lines_of_the_form_become_members_and_the_youngest_who_signs() -> None:
    facts = facts_from_answers(
        {
            "household.members/1": {"who": "Ayşe", "age": "1992-11-23", "loan": "applicant", "sex": "f"},
            "household.members/2": {"who": "Mehmet", "age": 41, "loan": "co", "special": "student"},
            "household.members/3": {"who": "Can", "age": 5, "loan": "no", "special": "travels"},
            "household.members/4": {"who": "Barn 2"},
        },
        DAY,
    )
    ayse, mehmet, can, unknown = facts.get(MEMBERS) or ()
    assert (ayse.age, ayse.borrower, mehmet.borrower, can.borrower) == (33, True, True, False)
    assert (mehmet.student, can.travels, unknown.age, unknown.borrower) == (True, True, None, None)
    assert facts.get(APPLICANT_AGE) == 33


def test_the_age_of_who_signs_is_unknown_while_one_of_them_has_not_been_asked() -> None:
    two = {"household.members/1": {"age": 34, "loan": "applicant"}, "household.members/2": {"loan": "co"}}
    assert facts_from_answers(two, DAY).get(APPLICANT_AGE) is None
    assert facts_from_answers({"household.members/1": {"age": 34}}, DAY).get(APPLICANT_AGE) is None


def test_who_does_not_sign_brings_neither_income_nor_debt() -> None:
    both = (AYSE, Member(age=41, name="Mehmet Yılmaz", borrower=True, debt=kr(3_000)))
    alone = (AYSE, Member(age=41, name="Mehmet Yılmaz", borrower=False, debt=kr(3_000)))
    together, apart = (judged(income=PAY, members=who).figures.capacity for who in (both, alone))
    assert together and apart
    assert (together.income.total, together.other_expenses) == (kr(42_000), kr(3_900))
    assert (apart.income.total, apart.other_expenses) == (kr(22_000), kr(900))
    (gone,) = apart.income.left_out
    assert str(gone.reason) == "Mehmet skal ikke låne. Inntekten regnes ikke med."


@pytest.mark.parametrize("borrower", [True, None])
def test_nobody_is_left_out_before_it_is_known_that_they_do_not_sign(borrower: bool | None) -> None:
    unsure = Member(age=41, name="Mehmet Yılmaz", borrower=borrower)
    income = judged(income=PAY, members=(AYSE, unsure)).figures.income
    assert income and income.total == kr(42_000)


def test_a_name_that_two_share_leaves_nobody_out() -> None:
    namesakes = (Member(age=41, name="Mehmet Kaya", borrower=True), MEHMET)
    income = judged(income=PAY, members=namesakes).figures.income
    assert income and income.total == kr(42_000)


def test_debts_cost_their_owner_or_all_until_they_end() -> None:
    told = {
        "economy.other_expenses": 90_000,
        "household.members/1": {"who": "Ayşe", "age": 34},
        "economy.debts/1": {"creditor": "Banken", "monthly": 100_000, "balance": 5_000_000},
        "economy.debts/2": {"creditor": "Butikken", "monthly": 20_000, "who": "Ayşe"},
        "economy.debts/3": {"creditor": "Lånekassen", "monthly": 70_000, "until": "2026-11-21"},
    }
    facts = facts_from_answers(told, DAY)
    assert facts.get(OTHER_EXPENSES) == kr(1_900)
    assert [member.debt for member in facts.get(MEMBERS) or ()] == [kr(200)]
    unknown = facts_from_answers(told | {"economy.debts/4": {"balance": 100}}, DAY)
    assert unknown.get(OTHER_EXPENSES) is None, "what a debt costs is not known to be nothing"


def test_an_unknown_income_type_is_refused_by_its_line() -> None:
    lines = {"economy.income/1": {"type": "lonn_fast"}, "economy.income/2": {"type": "lotto", "amount": 100}}
    with pytest.raises(Refused, match="«Inntekter», linje 2: inntektstypen «lotto» finnes ikke"):
        facts_from_answers(lines, DAY)
    with pytest.raises(Refused, match="«Inntekter senere», linje 1"):
        facts_from_answers({"economy.later/9": {"type": "arv"}}, DAY)
    assert facts_from_answers({"economy.income/1": {}}, DAY).get(INCOME) is not None


def test_somebody_at_home_who_would_sign_is_a_remedy_and_so_is_a_debt_paid_off() -> None:
    short = {"income": PAY, "price": kr(3_000_000), "term_years": 30, "livsopphold": kr(13_931)}
    verdict = judged(STARTLAN, **short, members=(AYSE, MEHMET, Member(age=5, name="Can", borrower=False)))
    assert found(verdict, "B8").outcome == FAIL
    changes = {str(each.words): each for each in remedies(verdict, RATES)}
    assert "B8" in changes["Mehmet Yılmaz blir medlåner."].turns
    assert "Can blir medlåner." not in changes
    owing = Member(age=30, sex=Sex.F, name="Ayşe Yılmaz", borrower=True, debt=kr(6_000))
    indebted = judged(STARTLAN, price=kr(2_200_000), members=(owing, Member(age=5)))
    paid = {str(each.words): each.turns for each in remedies(indebted, RATES)}
    assert "B8" in paid["Ayşe Yılmaz får betalt ned gjelden sin."]


def test_no_remedy_leaves_more_of_the_price_without_a_loan() -> None:
    for rules in (RULES, STARTLAN, GRANT):
        verdict = judged(rules, price=kr(3_000_000), term_years=40)
        before = verdict.figures.loan
        for remedy in remedies(verdict, RATES):
            after = judged(rules, **{fact.name: value for fact, value in remedy.facts.known.items()}).figures.loan
            assert before and after and after.gap <= before.gap, str(remedy.words)


def test_a_condition_of_a_long_term_is_asked_for_before_its_exception() -> None:
    long = {"term_years": 40, "price": kr(2_400_000), "predictable_income": None, "lasting_low_income": None}
    finding = found(judged(STARTLAN, **long), "B11")
    assert (finding.outcome, [fact.name for fact in finding.missing]) == (MANGLER, ["lasting_low_income"])
    assert found(judged(STARTLAN, **{**long, "lasting_low_income": True}), "B11").outcome == OK


@pytest.mark.parametrize(
    ("facts", "code", "said"),
    [
        ({"interest_only_years": 1}, "B12", "Ett år uten avdrag, av høyst 8."),
        ({"interest_only_years": 2}, "B12", "2 år uten avdrag, av høyst 8."),
        ({"years_without_bank": 1}, "B3", "De kan få lån i bank om ett år, før det har gått 5 år."),
        ({"applicant_age": 1}, "B1", "Den yngste er ett år."),
    ],
)
def test_one_is_said_as_one(facts: dict[str, Any], code: str, said: str) -> None:
    assert str(found(judged(STARTLAN, **facts), code).reason).startswith(said)
