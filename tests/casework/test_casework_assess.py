"""What may fit: from the answers of a visit to a verdict."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from hjemmebesok.casework.assess import assess, assess_answers, counted_income
from hjemmebesok.casework.checklist import is_done, still_open
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.visits import (
    PRESENCE,
    close_visit,
    keep_draft,
    new_line_id,
    open_visit,
    plan_visit,
    save_answer,
    save_presence,
    start_visit,
)
from hjemmebesok.domain.kartlegging import FIELDS, SECTIONS
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import FACTS

DAY = date(2026, 10, 12)

# A couple with two children, a flat at two million, and every amount known.
COUPLE: dict[str, Any] = {
    "dwelling.municipal": True,
    "dwelling.rent": 1_260_000,
    "dwelling.power": 90_000,
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000, "documented": True},
    "economy.income/2": {"type": "lonn_deltid", "who": "Ayşe", "amount": 757_600},
    "economy.income/3": {"type": "barnetrygd", "who": "Ayşe", "amount": 402_400},
    "economy.income/4": {"type": "sosialstonad", "who": "Mehmet", "amount": 320_000},
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "wishes.own": True,
    "wishes.price": 200_000_000,
    "wishes.term": 40,
}


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    visit_id = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit_id)
    return visit_id


def outcomes(answers: dict[str, Any]) -> dict[str, Outcome]:
    return {finding.id: finding.outcome for finding in assess_answers(answers, DAY).findings}


def test_the_answers_of_a_visit_give_the_worked_example_to_the_krone(desk: Desk, visit: str) -> None:
    for key, value in COUPLE.items():
        save_answer(desk, visit, key, value)
    figures = assess(desk, visit).figures
    assert figures.loan is not None and figures.today == Money.kroner(13_500)
    assert figures.loan.capacity.available == Money.kroner(8_900)
    assert (figures.loan.amount, figures.loan.gap) == (Money.kroner(1_845_000), Money.kroner(156_090))
    assert figures.loan.gap_percent == Decimal("7.8")


def test_every_field_with_a_fact_names_one_that_there_is() -> None:
    assert {field.fact for field in FIELDS.values() if field.fact} <= set(FACTS)


def test_what_is_typed_counts_as_soon_as_it_can_be_read(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "wishes.own", False)
    keep_draft(desk, visit, "economy.livsopphold", "19 00x")
    verdict = {finding.id: finding.outcome for finding in assess(desk, visit).findings}
    assert (verdict["A2"], verdict["A5"]) == (Outcome.IKKE_AKTUELT, Outcome.MANGLER)


def test_an_unreadable_draft_leaves_the_saved_answer_and_an_emptied_field_takes_it_away() -> None:
    saved = {"economy.livsopphold": 1_900_000}
    assert known_answers(saved, {"economy.livsopphold": "19 00x"}) == saved
    assert known_answers(saved, {"economy.livsopphold": None}) == {}
    assert known_answers(saved, {PRESENCE: {"present": []}, "no.such": 1}) == saved


def test_a_half_typed_cell_leaves_the_rest_of_its_line() -> None:
    known = known_answers({}, {"economy.income/1": {"type": "lonn_fast", "amount": "22 4x0", "who": None}})
    assert known == {"economy.income/1": {"type": "lonn_fast"}}
    assert outcomes(known)["A4"] is Outcome.MANGLER


def test_an_answer_from_a_newer_version_is_not_known_here() -> None:
    assert known_answers({"economy.bank": "maybe", "economy.income/1": {"type": "lotto", "amount": 100}}, {}) == {
        "economy.income/1": {"amount": 100}
    }


def test_nothing_answered_is_missing_and_never_a_no() -> None:
    assert Outcome.FAIL not in outcomes({}).values()


def test_income_lines_are_counted_while_they_are_filled_in() -> None:
    unfinished = COUPLE | {"economy.income/5": {"who": "Ayşe"}, "economy.income/6": {"amount": 100}}
    counted = counted_income(unfinished, DAY)
    assert counted.total == Money.kroner(34_001)
    assert {line: str(why) for line, why in counted.left_out.items()} == {"4": "Sosialstønad regnes ikke med."}


def test_a_locked_note_is_assessed_for_the_day_it_was_closed(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    assert assess(desk, visit).day == DAY
    assert assess(desk, visit, date(2027, 1, 1)).day == date(2027, 1, 1)


def test_a_section_is_done_when_nothing_expected_is_open() -> None:
    health = next(section for section in SECTIONS if section.id == "health")
    assert not is_done(health, {})
    assert is_done(health, {"health.matters": False})


def test_the_list_before_locking_says_what_is_open_and_blocks_only_for_the_unreadable(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "economy.livsopphold", "mye")
    keep_draft(desk, visit, PRESENCE, {"present": ["Ayşe"]})
    save_answer(desk, visit, f"summary.steps/{new_line_id()}", {"owner": "family"})
    opened = open_visit(desk, visit)
    assert opened.form is not None
    found = still_open(opened.visit, opened.card, opened.form.answers, opened.drafts)
    assert [str(each.words) for each in found if each.blocks] == [
        "«Livsopphold» kan ikke leses.",
        "Hvem som er med, er ikke fylt ut riktig.",
        "Et avtalt steg mangler hva som skal gjøres.",
    ]
    assert [str(each.words) for each in found if not each.blocks] == [
        "Hvem som var hjemme, er ikke ført opp.",
        "Tolken er ikke ført opp.",
        "Alderen til 4 i husstanden mangler.",
        "Samtykke: 3 spørsmål er åpne",
        "Husstand: 2 spørsmål er åpne",
        "Dagens bolig: 2 spørsmål er åpne",
        "Økonomi: 7 spørsmål er åpne",
        "Helse og hverdag: ett spørsmål er åpent",
        "Ønsker og mål: 3 spørsmål er åpne",
        "Lån og tilskudd: ett spørsmål er åpent",
        "Oppsummering: ett spørsmål er åpent",
    ]


def test_who_was_there_is_kept_while_it_is_typed_and_must_be_right_before_locking(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, PRESENCE, {"present": ["Ayşe Yılmaz"]})
    with pytest.raises(Refused, match="Hvem er med"):
        close_visit(desk, visit)
    save_presence(desk, visit, ("Kari Nordmann",), ("Ayşe Yılmaz",), None)
    assert open_visit(desk, visit).drafts == {}
    close_visit(desk, visit)
    assert open_visit(desk, visit).locked
