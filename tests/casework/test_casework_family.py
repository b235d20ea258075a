"""What the family is shown at the table."""

from datetime import date, datetime
from typing import Any

import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.family import about, family_view
from hjemmebesok.casework.visits import plan_visit, save_answer, start_visit
from hjemmebesok.domain.money import Money

ANSWERS: dict[str, Any] = {
    "dwelling.power": 90_000,
    "economy.income/1": {"type": "lonn_fast", "amount": 3_400_000},
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "wishes.own": True,
    "wishes.price": 200_000_000,
    "wishes.term": 40,
    "summary.steps/1": {"step": "save_monthly", "amount": 50_000, "due": "2026-10-19"},
    "summary.steps/2": {"owner": "family"},
}


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    visit_id = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit_id)
    return visit_id


def kroner(amount: int) -> Money:
    return Money.kroner(amount)


def test_the_worked_example_is_told_in_whole_hundreds(desk: Desk, visit: str) -> None:
    for key, answer in ANSWERS.items():
        save_answer(desk, visit, key, answer)
    view = family_view(desk, visit)
    assert view.today is not None and view.own is not None
    assert (view.today.main, view.today.other) == (kroner(12_600), kroner(900))
    assert (view.own.cost.main, view.own.cost.other, view.own.cost.total) == (
        kroner(8_900),
        kroner(5_200),
        kroner(14_100),
    )
    assert (view.more, view.own.paid_down, view.left_to_live_on) == (kroner(600), kroner(1_200), kroner(19_000))
    assert view.language == "tr"


def test_what_is_missing_says_who_does_it_and_what_was_agreed_says_when(desk: Desk, visit: str) -> None:
    for key, answer in ANSWERS.items():
        save_answer(desk, visit, key, answer)
    view = family_view(desk, visit)
    assert [(str(what), str(to_do)) for what, to_do in view.missing] == [
        ("Svar fra banken", "Har dere spurt banken om lån? Vis oss svaret."),
        ("Borettslagets regler", "Dette undersøker kommunen."),
    ]
    save_answer(desk, visit, "wishes.ownership", "andel")
    looked_up = [str(what) for what, to_do in family_view(desk, visit).missing if "kommunen" in str(to_do)]
    assert looked_up == ["Borettslagets regler"], "what the municipality looks up is one line, however much it is"
    assert [(str(what), by) for what, by in view.steps] == [("Spare 500 kr i måneden.", date(2026, 10, 19))]


def test_what_is_not_known_is_not_shown_and_each_missing_answer_is_named_once(desk: Desk, visit: str) -> None:
    view = family_view(desk, visit)
    assert (view.today, view.own, view.more, view.left_to_live_on) == (None, None, None, None)
    names = [str(what) for what, _ in view.missing]
    assert len(names) == len(set(names)) > 5


def test_what_would_help_is_told_in_plain_words_and_few_of_them(desk: Desk, visit: str) -> None:
    for key, answer in (ANSWERS | {"wishes.price": 300_000_000}).items():
        save_answer(desk, visit, key, answer)
    helps = [str(words) for words in family_view(desk, visit).helps]
    assert len(helps) == 3 and helps[0].startswith("En bolig som koster ")


def test_a_budget_from_a_table_is_told_with_what_nobody_has_checked(desk: Desk, visit: str) -> None:
    by_sifo = ANSWERS | {
        "economy.livsopphold": None,
        "economy.livsopphold_basis": "sifo",
        "economy.livsopphold_factor": 80,
        "economy.car": "none",
        **{f"household.members/{place:02}": None for place in range(4)},
        "household.members/1": {"who": "Ayşe", "age": 30, "sex": "f"},
        "household.members/2": {"who": "Can", "age": 5},
    }
    for key, answer in by_sifo.items():
        save_answer(desk, visit, key, answer)
    view = family_view(desk, visit)
    assert view.left_to_live_on == kroner(13_900)
    assert "SIFO-budsjettet" in view.doubtful


@pytest.mark.parametrize(("exact", "told"), [(14_097, 14_100), (14_049, 14_000), (14_050, 14_100), (0, 0)])
def test_about_is_the_nearest_hundred(exact: int, told: int) -> None:
    assert about(kroner(exact)) == kroner(told)
