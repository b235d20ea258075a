"""A visit held up against all the rules: what is said at the table is what the terminal says, today and next year."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hjemmebesok.casework.assess import advise, assess_by_all, criteria_for, field_for, wanted
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.guidance import guidance
from hjemmebesok.casework.home import members_known
from hjemmebesok.casework.households import open_household, save_person
from hjemmebesok.casework.noted import noted
from hjemmebesok.casework.rate_tables import shipped_rates
from hjemmebesok.casework.rules_in_use import RULES
from hjemmebesok.casework.visits import (
    close_visit,
    correct_visit,
    open_visit,
    plan_visit,
    save_answer,
    start_visit,
)
from hjemmebesok.cli.check import check
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import has_come_up, is_asked
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import BANK_ANSWER, LEGAL_PERSON, OTHER_EXPENSES, RESIDENCE
from hjemmebesok.eligibility.plain import facts_to_json

DAY = date(2026, 11, 22)
MOTHER: dict[str, Any] = {
    "household.members/1": {"who": "Ayşe", "age": 30, "sex": "f", "loan": "applicant"},
    "household.members/2": {"who": "Can", "age": 5},
    "household.residence": "temporary",
    "dwelling.municipal": True,
    "dwelling.rent": 1_100_000,
    "dwelling.power": 90_000,
    "economy.income/1": {"type": "introduksjonsstonad", "who": "Ayşe", "amount": 2_948_800, "until": "2027-05-31"},
    "economy.income/2": {"type": "barnetrygd", "amount": 201_200},
    "economy.later/1": {"type": "lonn_fast", "who": "Ayşe", "amount": 2_000_000},
    "economy.livsopphold_basis": "sifo",
    "economy.livsopphold_factor": 80,
    "economy.car": "none",
    "economy.other_expenses": 100_000,
    "economy.debts/1": {"creditor": "Lånekassen", "monthly": 20_000},
    "economy.housing_costs": 470_000,
    "economy.bank": "refused",
    "economy.years_without_bank": 6,
    "economy.debt_settlement": "none",
    "economy.consumer_debt": "none",
    "economy.debt_register": True,
    "economy.equity": 6_000_000,
    "wishes.own": True,
    "wishes.price": 200_000_000,
    "wishes.joint_debt": 30_000_000,
    "wishes.costs": 109_000,
    "wishes.repairs": 0,
    "wishes.term": 30,
    "loan.best_interests": "Gutten kan bli i barnehagen sin.",
    "loan.explained_on": "2026-11-02",
    "loan.had_grant": False,
}


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    visit_id = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit_id)
    return visit_id


def test_the_worked_example_of_startlan_is_met_from_the_form_to_the_krone() -> None:
    startlan = assess_by_all(MOTHER, DAY)[1]
    capacity = startlan.figures.capacity
    assert capacity is not None
    assert (capacity.livsopphold.as_kroner, capacity.available.as_kroner) == (13_931, 11_669)
    assert capacity.largest_loan.as_kroner == 2_227_000


@pytest.mark.parametrize("left_out", [None, *MOTHER])
def test_the_table_says_what_the_terminal_says_of_the_same_facts(tmp_path: Path, left_out: str | None) -> None:
    answers = {key: value for key, value in MOTHER.items() if key != left_out}
    for verdict in assess_by_all(answers, DAY):
        file = tmp_path / "facts.json"
        file.write_text(json.dumps(facts_to_json(verdict.facts)), "utf-8")
        ran = CliRunner().invoke(check, [str(file), "--ruleset", verdict.ruleset.id, "--date", f"{DAY}", "--json"])
        said = json.loads(ran.output)
        assert said["outcome"] == verdict.outcome
        assert [(each["id"], each["outcome"]) for each in said["findings"]] == [
            (each.id, each.outcome) for each in verdict.findings
        ]
        assert said["figures"].get("largest_loan") == _kroner(verdict)


def _kroner(verdict: Any) -> Any:
    return verdict.figures.capacity and verdict.figures.capacity.largest_loan.as_kroner


def test_nothing_answered_is_missing_under_all_the_rules_and_never_a_no() -> None:
    for verdict in assess_by_all({}, DAY):
        assert verdict.outcome is Outcome.MANGLER
        assert Outcome.FAIL not in {finding.outcome for finding in verdict.findings}


def test_a_rare_question_comes_up_when_a_rule_wants_it_and_stays_once_it_is_answered() -> None:
    term_reason, low = FIELDS["loan.term_reason"], FIELDS["loan.low_income"]
    longer = MOTHER | {"wishes.term": 40, "wishes.price": 270_000_000}
    assert not has_come_up(low, MOTHER, wanted(assess_by_all(MOTHER, DAY)))
    assert has_come_up(low, longer, wanted(assess_by_all(longer, DAY)))
    assert not has_come_up(term_reason, longer, wanted(assess_by_all(longer, DAY)))
    assert has_come_up(term_reason, MOTHER | {"loan.term_reason": "Fordi."}, frozenset())


def test_every_fact_that_a_rule_wants_is_asked_for_where_it_is_wanted() -> None:
    """Whatever is taken away: the field of the missing fact is one that the form shows."""
    for gone in MOTHER:
        answers = {key: value for key, value in MOTHER.items() if key != gone}
        verdicts = assess_by_all(answers, DAY)
        names = wanted(verdicts)
        for finding in (finding for verdict in verdicts for finding in verdict.findings):
            for fact in finding.missing:
                field = FIELDS[field_for(fact, answers)]
                assert is_asked(field, answers), (gone, finding.id, fact.name)
                assert has_come_up(field, answers, names) or fact.name == "applicant_age"


def test_a_question_that_follows_from_another_is_kept_where_it_has_an_answer() -> None:
    reason = FIELDS["household.residence_reason"]
    assert is_asked(reason, {"household.residence": "temporary"})
    assert not is_asked(reason, {"household.residence": "permanent"})
    assert is_asked(reason, {"household.residence": "permanent", reason.id: "Skrevet før."})
    assert is_asked(FIELDS["economy.later"], MOTHER)
    assert not is_asked(FIELDS["economy.later"], {"economy.income/1": {"type": "lonn_fast"}})


def test_a_fact_leads_to_its_field_and_a_half_told_debt_to_the_debts() -> None:
    assert field_for(BANK_ANSWER, {}) == "economy.bank"
    assert field_for(RESIDENCE, {}) == "household.residence"
    assert field_for(OTHER_EXPENSES, {}) == "economy.other_expenses"
    assert field_for(OTHER_EXPENSES, {"economy.other_expenses": 100}) == "economy.debts"
    assert field_for(LEGAL_PERSON, {}) == ""


def test_advice_shows_what_would_turn_it_and_the_income_of_later() -> None:
    startlan = assess_by_all(MOTHER | {"wishes.price": 240_000_000}, DAY)[1]
    advice = advise(startlan, shipped_rates())
    assert "En bolig som koster 115000 kr mindre." in [str(each.words) for each in advice.remedies]
    assert advice.drop is not None and advice.drop.after == date(2027, 5, 31)
    assert advice.drop.later.figures.income is not None
    assert advice.drop.later.figures.income.total.as_kroner == 22_012


def test_a_closed_visit_keeps_the_versions_it_was_weighed_by_and_its_correction_those_in_use(
    desk: Desk, visit: str
) -> None:
    assert open_visit(desk, visit).visit.rules == ()
    close_visit(desk, visit)
    closed = open_visit(desk, visit).visit
    assert closed.rules[:3] == ("leie-til-eie-2011/1", "startlan-2025/1", "tilskudd/1")
    assert [rules.id for rules in criteria_for(desk, open_visit(desk, visit)).rules] == list(RULES)
    assert open_visit(desk, correct_visit(desk, visit).made).visit.rules == ()


def test_ages_told_at_the_visit_count_the_heads_of_the_household(desk: Desk, visit: str, family: str) -> None:
    for place, age in enumerate((34, "1985-03-07", 17, 5)):
        save_answer(desk, visit, f"household.members/{place:02}", {"who": f"Person {place}", "age": age})
    save_answer(desk, visit, "household.members/04", {"who": "Lillegutt", "age": "2026-10-01"})
    close_visit(desk, visit)
    household = open_household(desk, family).card.household
    assert (household.adults, household.children) == (2, 3)


def test_an_age_not_known_leaves_the_count_of_the_register(desk: Desk, visit: str, family: str) -> None:
    close_visit(desk, visit)
    household = open_household(desk, family).card.household
    assert (household.adults, household.children) == (2, 2)


def test_the_next_form_knows_who_lives_there_and_asks_for_ages_told_in_years_again(desk: Desk, family: str) -> None:
    born = date(1985, 3, 7)
    save_person(desk, Person(id="p1", case=family, name="Mehmet Yılmaz", born=born))
    save_person(desk, Person(id="p3", case=family, name="Elif Yılmaz", role=Role.CHILD))
    last_time = {
        "household.members/00": {"who": "Mehmet", "age": 40, "loan": "applicant"},
        "household.members/01": {"who": "Ayşe Yılmaz", "age": "1992-01-01", "loan": "co"},
        "household.members/02": {"who": "Can", "age": 5},
        "household.members/03": None,
    }
    assert members_known(open_household(desk, family).card, last_time) == {
        "household.members/00": {"who": "Mehmet", "age": "1985-03-07", "loan": "applicant"},
        "household.members/01": {"who": "Ayşe Yılmaz", "age": "1992-01-01", "loan": "co"},
        "household.members/02": {"who": "Can"},
        "household.members/p3": {"who": "Elif Yılmaz"},
    }


def test_the_summary_tells_of_all_the_rules_and_says_nothing_twice() -> None:
    told = guidance(*assess_by_all(MOTHER | {"economy.bank": "offered"}, DAY))
    grant = "Tilskudd: Ikke nødvendig"
    assert str(told.outcome) == f"Leie til eie: Passer ikke, Startlån: Passer ikke, {grant}"
    said = [(str(each.condition).split(": ")[-1], str(each.outcome), str(each.why)) for each in told.reasons]
    assert len(said) == len(set(said))
    assert "Startlån: Opphold i Norge" in [str(each.condition) for each in told.reasons]
    assert any("SIFO-budsjettet" in str(remark) for remark in told.remarks), "what nobody has checked is told"
    alone = guidance(assess_by_all(MOTHER, DAY)[0])
    assert not any(":" in str(each.condition) for each in alone.reasons)


def test_what_is_noted_names_each_question_and_leaves_out_what_only_the_budget_asks() -> None:
    answers = MOTHER | {
        "household.members/1": {"who": "Ayşe", "age": 30, "loan": "applicant", "sex": "f", "special": "pregnant"},
        "household.residence_reason": "Gift, og barnet går på skole her.",
        "health.special_needs": True,
    }
    told = {str(each.about): each.value for each in noted(answers, "nb")}
    assert str(told["Bor her: Ayşe"]) == "30 år. Søker."
    assert str(told["Bor her: Can"]) == "5 år"
    assert "Senere: Lønn, fast, Ayşe" in told
    assert "Hvorfor er oppholdet varig nok for et lån?" in told and "Begrunnelse" not in told
    assert not any("ravid" in f"{about} {value}" or "Særlige" in about for about, value in told.items())
