"""A home visit, from the calendar to the locked note."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import mark_done, promised
from hjemmebesok.casework.households import open_household, search_households
from hjemmebesok.casework.interpreting import interpreter
from hjemmebesok.casework.today import day_plan
from hjemmebesok.casework.visits import (
    close_visit,
    correct_visit,
    keep_draft,
    open_visit,
    plan_visit,
    save_answer,
    save_plan,
    save_presence,
    start_visit,
)
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Lines, Number, Text, YesNo
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import VisitStatus

AT = datetime(2026, 10, 12, 10, 30)


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    visit_id = plan_visit(desk, family, AT).made
    start_visit(desk, visit_id)
    return visit_id


def answers(desk: Desk, visit_id: str) -> dict[str, Any]:
    form = open_visit(desk, visit_id).form
    assert form is not None
    return form.answers


def test_a_plan_saved_as_it_stands_changes_nothing(desk: Desk, visit: str) -> None:
    save_presence(desk, visit, ("Kari Nordmann",), ("Mehmet Yılmaz",), None)
    assert not save_plan(desk, open_visit(desk, visit).visit), "also not who was there"


def test_a_started_form_opens_with_what_the_register_knows(desk: Desk, visit: str) -> None:
    assert answers(desk, visit) == {
        "household.members/00": {"who": "Mehmet Yılmaz", "loan": "applicant"},
        "household.members/01": {"who": "Voksen 2"},
        "household.members/02": {"who": "Barn 1"},
        "household.members/03": {"who": "Barn 2"},
        "dwelling.municipal": True,
        "dwelling.rent": 1_260_000,
        "dwelling.contract_ends": "2027-04-30",
    }


def test_starting_twice_keeps_the_form(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "wishes.own", True)
    assert not start_visit(desk, visit)
    assert answers(desk, visit)["wishes.own"] is True


def test_a_keystroke_is_kept_at_once_and_is_no_change_until_the_field_is_saved(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "economy.livsopphold", "19 0")
    assert open_visit(desk, visit).drafts == {"economy.livsopphold": "19 0"}
    assert "economy.livsopphold" not in answers(desk, visit)
    save_answer(desk, visit, "economy.livsopphold", 1_900_000)
    assert open_visit(desk, visit).drafts == {}
    assert answers(desk, visit)["economy.livsopphold"] == 1_900_000


def test_an_answer_taken_back_is_unknown_again_and_not_no(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "wishes.own", False)
    save_answer(desk, visit, "wishes.own", None)
    assert "wishes.own" not in answers(desk, visit)


GOOD: dict[type[Field], Any] = {
    YesNo: True, Amount: 100, Number: 35, Text: "ğ ı İ ş ç ö ü æ ø å", Day: "2027-01-31", Age: 7,
}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.id)
def test_every_field_of_the_form_is_stored_and_read_back(desk: Desk, visit: str, field: Field) -> None:
    if isinstance(field, Lines):
        key, value = f"{field.id}/1", {column.id: _good(column) for column in field.columns}
    else:
        key, value = field.id, _good(field)
    save_answer(desk, visit, key, value)
    assert answers(desk, visit)[key] == value


def _good(field: Field) -> Any:
    if isinstance(field, Choice):
        return field.options[-1][0]
    return field.largest if isinstance(field, Number) else GOOD[type(field)]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("economy.livsopphold", -1, "Livsopphold"),
        ("economy.livsopphold", "mye", "Livsopphold"),
        ("wishes.term", 300, "Nedbetalingstid"),
        ("wishes.own", "ja", "eie egen bolig"),
        ("economy.income/1", {"type": "lotto"}, "Type"),
        ("dwelling.contract_ends", "31.02.2027", "Kontrakten"),
        ("no.such", 1, "no.such"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_by_name_and_nothing_is_saved(
    desk: Desk, visit: str, field: str, value: Any, says: str
) -> None:
    before = answers(desk, visit)
    with pytest.raises(Refused, match=says):
        save_answer(desk, visit, field, value)
    assert answers(desk, visit) == before


def test_a_child_never_interprets(desk: Desk) -> None:
    with pytest.raises(Refused, match="Barn skal aldri tolke"):
        interpreter("Defne", "tr", "here", "", "ingen andre", adult=False)


def test_somebody_outside_the_register_needs_a_reason(desk: Desk, visit: str) -> None:
    with pytest.raises(Refused, match="Nasjonalt tolkeregister"):
        interpreter("T-17", "tr", "here", "", " ", adult=True)
    registered = interpreter("T-17", "tr", "here", "B", "", adult=True)
    save_presence(desk, visit, ("Kari Nordmann",), ("Ayşe Yılmaz",), registered)
    assert open_visit(desk, visit).visit.interpreter == registered


def test_closing_locks_the_note_and_dates_the_promises(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "consent.given", True)
    line = {"step": "save_monthly", "amount": 50_000, "owner": "family", "due": "2026-10-19"}
    save_answer(desk, visit, "summary.steps/1", line)
    close_visit(desk, visit)
    closed = open_visit(desk, visit)
    assert (closed.locked, closed.visit.closed_by) == (True, "Kari Nordmann")
    file = open_household(desk, "h1")
    assert file.consent_on == date(2026, 10, 12)
    assert [(str(promised(each)), each.due) for each in file.follow_ups] == [
        ("Spare 500 kr i måneden.", date(2026, 10, 19))
    ]
    for attempt in (
        lambda: save_answer(desk, visit, "wishes.own", True),
        lambda: save_presence(desk, visit, (), (), None),
        lambda: close_visit(desk, visit),
    ):
        with pytest.raises(Refused, match="låst"):
            attempt()


def test_nothing_half_typed_is_lost_by_closing(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "economy.livsopphold", "19 000 k")
    with pytest.raises(Refused, match="Livsopphold"):
        close_visit(desk, visit)
    assert not open_visit(desk, visit).locked
    assert open_visit(desk, visit).drafts == {"economy.livsopphold": "19 000 k"}


def test_a_correction_is_a_new_version_and_the_old_one_stands(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "summary.note", "Vil eie")
    close_visit(desk, visit)
    corrected = correct_visit(desk, visit).made
    save_answer(desk, corrected, "summary.note", "Vil eie på Fjell")
    close_visit(desk, corrected)
    assert answers(desk, visit)["summary.note"] == "Vil eie"
    assert answers(desk, corrected)["summary.note"] == "Vil eie på Fjell"
    newest = open_household(desk, "h1").visits[0]
    assert (newest.version, newest.corrects) == (2, visit)


def test_a_correction_that_is_asked_for_again_is_the_one_that_was_begun(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    corrected = correct_visit(desk, visit).made
    save_answer(desk, corrected, "summary.note", "Vil eie på Fjell")
    assert correct_visit(desk, visit).made == corrected
    assert answers(desk, corrected)["summary.note"] == "Vil eie på Fjell"


def test_a_promise_of_a_corrected_visit_is_one_promise_and_one_taken_out_is_gone(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "summary.steps/1", {"step": "lease", "due": "2026-10-14"})
    save_answer(desk, visit, "summary.steps/2", {"step": "apply"})
    close_visit(desk, visit)
    corrected = correct_visit(desk, visit).made
    save_answer(desk, corrected, "summary.steps/1", {"step": "lease", "due": "2026-10-21"})
    save_answer(desk, corrected, "summary.steps/2", None)
    close_visit(desk, corrected)
    (promise,) = open_household(desk, "h1").follow_ups
    assert (promise.step, promise.due, promise.origin) == ("lease", date(2026, 10, 21), corrected)


def test_the_next_visit_starts_where_the_last_one_ended_but_asks_consent_anew(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "consent.given", True)
    save_answer(desk, visit, "economy.income/1", {"type": "annet", "amount": 100})
    save_answer(desk, visit, "summary.note", "Første besøk")
    close_visit(desk, visit)
    second = plan_visit(desk, "h1", datetime(2026, 11, 2, 9)).made
    start_visit(desk, second)
    known = answers(desk, second)
    assert known["economy.income/1"] == {"type": "annet", "amount": 100}
    assert not {"consent.given", "summary.note"} & set(known)


def test_the_form_starts_from_the_latest_visit_in_whatever_order_they_were_planned(desk: Desk, family: str) -> None:
    for day in (12, 5, 10, 3, 11, 1):
        held = plan_visit(desk, family, datetime(2026, 10, day, 9)).made
        start_visit(desk, held)
        save_answer(desk, held, "wishes.term", day)
    fresh = plan_visit(desk, family, datetime(2026, 11, 2, 9)).made
    start_visit(desk, fresh)
    assert answers(desk, fresh)["wishes.term"] == 12


def test_today_shows_what_is_missing_in_order_of_time(desk: Desk, family: str) -> None:
    plan_visit(desk, family, datetime(2026, 10, 12, 13))
    plan_visit(desk, family, datetime(2026, 10, 12, 9))
    plan_visit(desk, family, datetime(2026, 10, 13, 9))
    plan = day_plan(desk)
    assert [each.starts.hour for each in plan.in_order] == [9, 13]
    assert [str(lack) for lack in plan.visits[0].missing] == ["Tolk er ikke bestilt", "Spør om samtykke"]


def test_a_kept_promise_leaves_the_list(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "summary.steps/1", {"step": "lease", "due": "2026-10-14"})
    close_visit(desk, visit)
    (promise,) = day_plan(desk).promises
    assert promise.household == "Ayşe og Mehmet Yılmaz"
    mark_done(desk, promise.follow_up.id)
    assert day_plan(desk).promises == ()


def test_a_protected_address_is_masked_on_every_card(desk: Desk, family: str) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, family), protection=Protection.FORTROLIG))
    (card,) = search_households(desk, "yilmaz")
    assert "Fjellåsen" not in str(card.address)


def test_a_visit_that_was_never_started_cannot_be_closed(desk: Desk, family: str) -> None:
    planned = plan_visit(desk, family, AT).made
    with pytest.raises(Refused, match="ikke startet"):
        close_visit(desk, planned)
    assert open_visit(desk, planned).visit.status is VisitStatus.PLANNED
