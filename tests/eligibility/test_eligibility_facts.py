"""Facts: what can be said about a household, in Python, in JSON and through the form; and what is refused."""

import json
from typing import Any

import pytest
from eligibility_cases import DAY, HOUSEHOLD, RATES, judged, kr, line
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import LARGEST_AMOUNT as LARGEST_IN_FORM
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Field, Number
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.facts import FACTS, INCOME, LIVSOPPHOLD_REASON, PRICE, Facts
from hjemmebesok.eligibility.kinds import LARGEST_AMOUNT
from hjemmebesok.eligibility.plain import facts_from_json, facts_to_json, verdict_to_json
from hjemmebesok.eligibility.rulesets import VERSIONS
from hjemmebesok.language import language

FORM_FACTS = [field for field in FIELDS.values() if field.fact]

EXAMPLE: dict[str, Any] = {
    "municipal_tenant": True,
    "bank_answer": "too_little",
    "income": [
        {"type": "lonn_fast", "amount": "22 400,50", "who": "Mehmet", "documented": True},
        {"type": "dagpenger", "amount": 7576.25, "until": "2027-04-30"},
    ],
    "price": 2_000_000,
    "term_years": 40,
    "grant_reason": None,
}


def test_facts_are_read_from_json() -> None:
    facts = facts_from_json(EXAMPLE)
    assert facts.get(PRICE) == kr(2_000_000)
    income = facts.get(INCOME)
    assert income
    assert [cell.amount for cell in income] == [kr("22 400,50"), kr("7576,25")]
    assert str(income[1].until) == "2027-04-30"
    assert "grant_reason" not in {fact.name for fact in facts.known}, "null is not known"


def test_facts_come_back_from_json_as_they_went() -> None:
    for facts in (HOUSEHOLD, facts_from_json(EXAMPLE), Facts()):
        assert facts_from_json(json.loads(json.dumps(facts_to_json(facts)))) == facts


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ([], "Opplysningene må være et JSON-objekt."),
        ({"prise": 1}, "Opplysningen «prise» finnes ikke."),
        ({"price": -1}, "«price» må være et beløp fra 0 kr til 100000000 kr, med høyst to desimaler."),
        ({"price": float("nan")}, "«price» må være et beløp"),
        ({"price": float("inf")}, "«price» må være et beløp"),
        ({"price": 10**15}, "«price» må være et beløp"),
        ({"price": 1e15}, "«price» må være et beløp"),
        ({"price": 10**5000}, "«price» må være et beløp"),
        ({"price": 1.005}, "«price» må være et beløp"),
        ({"price": True}, "«price» må være et beløp"),
        ({"price": "mye"}, "«price» må være et beløp"),
        ({"price": [1]}, "«price» må være et beløp"),
        ({"term_years": 300}, "«term_years» må være et helt tall fra 1 til 60."),
        ({"term_years": 40.5}, "«term_years» må være et helt tall"),
        ({"term_years": True}, "«term_years» må være et helt tall"),
        ({"municipal_tenant": 1}, "«municipal_tenant» må være true eller false."),
        (
            {"bank_answer": "kanskje"},
            "«bank_answer» kan ikke være «kanskje». Velg mellom refused, too_little, offered.",
        ),
        ({"bank_answer": 7}, "«bank_answer» kan ikke være «int»."),
        ({"grant_reason": 7}, "«grant_reason» må være tekst på høyst 20000 tegn."),
        ({"grant_reason": "x" * 20_001}, "«grant_reason» må være tekst"),
        ({"": None}, "Opplysningen «» finnes ikke."),
        ({"applicant_age": 121}, "«applicant_age» må være et helt tall fra 0 til 120."),
        ({"applicant_age": -1}, "«applicant_age» må være et helt tall"),
        ({"members": [{"age": 200}]}, "«members[1].age» må være et helt tall fra 0 til 120."),
        ({"members": [{"age": 30, "sex": "x"}]}, "«members[1].sex» kan ikke være «x». Velg mellom f, m."),
        ({"members": {"age": 30}}, "«members» må være en liste."),
        ({"later_income": [{"type": "lotto"}]}, "«later_income[1].type» kan ikke være «lotto»."),
        ({"explained_on": "i går"}, "«explained_on» må være en dato"),
        ({"income": 12_000}, "«income» må være en liste."),
        ({"income": [12_000]}, "«income[1]» må være et objekt med type, amount, "),
        ({"income": [{}, {"type": "lønn"}]}, "«income[2].type» kan ikke være «lønn». Velg mellom lonn_fast, "),
        ({"income": [{"amount": -1}]}, "«income[1].amount» må være et beløp"),
        ({"income": [{"netto": 1}]}, "«income[1]» har ikke feltet «netto»."),
        ({"income": [{"until": "31.12.2026"}]}, "«income[1].until» må være en dato, skrevet som 2026-12-31."),
        ({"income": [{"until": 2026}]}, "«income[1].until» må være en dato"),
        ({"income": [{"documented": "ja"}]}, "«income[1].documented» må være true eller false."),
        ({"income": [{"who": 1}]}, "«income[1].who» må være tekst på høyst 200 tegn."),
    ],
)
def test_what_cannot_be_a_fact_is_refused_in_a_sentence_that_names_it(bad: object, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        facts_from_json(bad)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize(
    "bad",
    [
        {"price": 2_000_000},
        {"price": kr(-1)},
        {"income": [line("lonn_fast", 1)]},
        {"income": (line("lonn_fast", -1),)},
        {"prise": kr(1)},
    ],
)
def test_facts_cannot_be_built_wrong_in_python_either(bad: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        Facts(**bad)


def test_a_reason_of_nothing_but_spaces_is_no_reason() -> None:
    assert Facts(livsopphold_reason=" \n").get(LIVSOPPHOLD_REASON) is None


def test_facts_cannot_be_changed_but_there_can_be_others() -> None:
    with pytest.raises(TypeError):
        HOUSEHOLD.known[PRICE] = kr(1)  # type: ignore[index]  # the point of the test
    assert HOUSEHOLD.but(price=kr(1)).get(PRICE) == kr(1)
    assert HOUSEHOLD.get(PRICE) == kr(2_000_000)
    assert hash(HOUSEHOLD.but(price=kr(1))) != hash(HOUSEHOLD) == hash(HOUSEHOLD.but())


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["lonn_fast", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.sampled_from(["type", "amount"]), inner),
    max_leaves=8,
)
columns = ["type", "amount", "who", "until", "documented", "age", "sex", "months"]
odd_lines = st.lists(st.dictionaries(st.sampled_from(columns), anything | st.integers(0, 90)))
odd_facts = st.dictionaries(st.sampled_from(sorted(FACTS)), anything | odd_lines)


@given(anything | odd_facts)
def test_whatever_the_json_it_is_read_or_refused_and_what_is_read_can_be_judged(plain: object) -> None:
    try:
        facts = facts_from_json(plain)
    except Refused as refused:
        assert len(str(refused)) < 400
        return
    for rules in VERSIONS:
        verdict = check(rules, facts, rates=RATES, on=DAY)
        json.dumps(verdict_to_json(verdict, language("nb").say), allow_nan=False)


def test_every_fact_has_a_label_and_a_question() -> None:
    for fact in FACTS.values():
        assert fact.label
        assert fact.ask.endswith("?")


@pytest.mark.parametrize("field", FORM_FACTS, ids=lambda field: field.id)
def test_a_form_field_names_a_fact_there_is_and_takes_no_answer_that_the_fact_refuses(field: Field) -> None:
    assert field.fact in FACTS
    ends: list[Any] = []
    if isinstance(field, Choice):
        ends = [code for code, _ in field.options]
    elif isinstance(field, Number):
        ends = [field.smallest, field.largest]
    elif isinstance(field, Amount):
        ends = [0, LARGEST_IN_FORM.ore]
    for end in ends:
        assert field.problem(end) is None
        facts_from_answers({field.id: end}, DAY)


def test_no_fact_is_asked_for_in_two_places_of_the_form() -> None:
    asked = [field.fact for field in FORM_FACTS]
    assert len(set(asked)) == len(asked)
    assert LARGEST_AMOUNT == LARGEST_IN_FORM


def test_the_answers_of_a_form_become_facts() -> None:
    facts = facts_from_answers(
        {
            "dwelling.municipal": True,
            "wishes.price": 200_000_000,
            "wishes.term": 40,
            "economy.bank": "refused",
            "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000, "documented": True},
            "economy.income/2": {"type": "dagpenger", "amount": 500_000, "until": "2027-04-30"},
            "economy.income/3": None,
            "wishes.where": "Nær skolen",
            "wishes.own": None,
        },
        DAY,
    )
    assert facts_to_json(facts) == {
        "municipal_tenant": True,
        "income": [
            {"type": "lonn_fast", "amount": 22_400, "who": "Mehmet", "documented": True},
            {"type": "dagpenger", "amount": 5_000, "until": "2027-04-30"},
        ],
        "bank_answer": "refused",
        "price": 2_000_000,
        "term_years": 40,
    }


def test_a_line_that_is_half_filled_in_leaves_the_income_unknown() -> None:
    facts = facts_from_answers({"economy.income/1": {"who": "Mehmet"}}, DAY)
    assert facts == Facts(income=(line(None, None, who="Mehmet"),))
    assert judged(income=facts.get(INCOME)).figures.income is None


def test_an_income_list_without_lines_is_not_known_in_the_form_and_none_at_all_in_json() -> None:
    assert facts_from_answers({"economy.income/1": None}, DAY).get(INCOME) is None
    assert facts_from_json({"income": []}).get(INCOME) == ()


def test_a_verdict_as_json_says_what_it_read_and_what_it_lacked() -> None:
    verdict = judged(bank_answer=None, costs=None, income=(line("lonn_fast", 34_000), line("sosialstonad", 3_200)))
    plain = json.loads(json.dumps(verdict_to_json(verdict, language("nb").say)))
    assert plain["outcome"] == "MANGLER"
    assert plain["guidance"] == "Veiledende – ikke et vedtak"
    assert plain["ask"] == [{"fact": "bank_answer", "question": "Hva har banken svart?"}]
    assert plain["figures"]["largest_loan"] == 1_845_000
    assert plain["figures"]["payment"] == 8_896.53
    assert plain["figures"]["left_out"][0]["type"] == "sosialstonad"
    assert plain["assumed"][0]["amount"] == 1_090
    assert [rate["verified"] for rate in plain["rates"]] == [True, True]
    finding = {finding["id"]: finding for finding in plain["findings"]}["A3"]
    assert (finding["missing"], finding["used"], finding["outcome"]) == (["bank_answer"], [], "MANGLER")
    assert facts_from_json(plain["facts"]) == verdict.facts


def test_every_income_type_of_the_domain_can_be_read() -> None:
    facts = facts_from_json({"income": [{"type": str(kind), "amount": 1} for kind in IncomeType]})
    assert [cell.type for cell in facts.get(INCOME) or ()] == list(IncomeType)


@given(st.sampled_from(sorted(FACTS)), anything | odd_lines)
def test_whatever_is_wrong_with_a_fact_the_sentence_names_it(name: str, value: object) -> None:
    try:
        facts_from_json({name: value})
    except Refused as refused:
        assert f"«{name}" in str(refused)
