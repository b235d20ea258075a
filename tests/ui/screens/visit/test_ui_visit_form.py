"""The form: every field of every section has an editor, and what is typed there reaches the store."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from visit_shown import Shown, choose, leave, settle, type_in

from hjemmebesok.casework.visits import save_answer
from hjemmebesok.domain.kartlegging import FIELDS, SECTIONS
from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Lines, Number, Text, YesNo
from hjemmebesok.ui.screens.visit.line_layouts import layout_of

QUESTIONS = [field for field in FIELDS.values() if not isinstance(field, Lines)]
LISTS = [field for field in FIELDS.values() if isinstance(field, Lines)]


def answer_to(field: Field) -> tuple[str, Any]:
    """What is typed or chosen, and the answer it is."""
    if isinstance(field, Amount):
        return "12 000,50", 1_200_050
    if isinstance(field, Number):
        return str(field.largest), field.largest
    if isinstance(field, Day):
        return "7.3.2027", "2027-03-07"
    if isinstance(field, Age):
        return "36 år", 36
    if isinstance(field, Choice):
        return "", field.options[-1][0]
    if isinstance(field, YesNo):
        return "", True
    assert isinstance(field, Text)
    return "ğ ı İ ş ç ö ü æ ø å", "ğ ı İ ş ç ö ü æ ø å"


def fill(control: Any, field: Field) -> Any:
    typed, answer = answer_to(field)
    if typed:
        type_in(control, typed)
    else:
        choose(control, answer)
    return answer


@pytest.fixture
def ready(show: Callable[[str], Shown], visit: str) -> Iterator[Shown]:
    shown = show(visit)
    yield shown
    assert not shown.stored.drafts, "something was left as a draft"


def make_it_matter(ready: Shown, field: Field) -> None:
    """Give the answer that this question follows from, in whichever part of the form that is asked."""
    given = field.only_if
    if given is None:
        return
    other = FIELDS[given.field]
    make_it_matter(ready, other)
    if given.column:
        save_answer(ready.desk, ready.screen.model.id, f"{other.id}/00", {given.column: given.values[0]})
    else:
        answer = given.values[0] if given.values else answer_to(other)[1]
        save_answer(ready.desk, ready.screen.model.id, other.id, answer)
    ready.screen.refresh(None)
    settle()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.id)
def test_every_question_is_asked_and_its_answer_reaches_the_store(ready: Shown, section: Any) -> None:
    form = ready.form(section.id)
    form.now.further.click()
    for field in section.fields:
        if isinstance(field, Lines):
            continue
        make_it_matter(ready, field)
        control = form.asked[field.id].control
        assert control.isVisible(), f"{field.id} is not asked"
        answer = fill(control, field)
        leave(control)
        assert ready.answers.get(field.id) == answer, field.id


@pytest.mark.parametrize("field", LISTS, ids=lambda field: field.id)
def test_every_cell_of_every_list_reaches_the_store(ready: Shown, field: Lines) -> None:
    section = field.id.partition(".")[0]
    make_it_matter(ready, field)
    rows = ready.form(section).lists[field.id]
    before = set(rows.rows)
    rows.add.click()
    ((line_id, row),) = ((each, row) for each, row in rows.rows.items() if each not in before)
    line = {}
    for column in field.columns:
        if column.id in row.under and not row.under[column.id].isVisible():
            continue
        line[column.id] = fill(row.cells[column.id], column)
        leave(row.cells[column.id])
    assert ready.answers[f"{field.id}/{line_id}"] == line


def test_a_temporary_income_is_asked_for_its_end_and_a_lasting_one_is_not(ready: Shown) -> None:
    rows = ready.form("economy").lists["economy.income"]
    rows.add.click()
    (row,) = rows.rows.values()
    assert not row.cells["until"].isVisible()
    choose(row.cells["type"], "dagpenger")
    assert row.cells["until"].isVisible()
    choose(row.cells["type"], "lonn_fast")
    assert not row.cells["until"].isVisible()
    leave(row.cells["type"])


def test_an_agreed_step_asks_only_for_the_places_in_its_phrase(ready: Shown) -> None:
    rows = ready.form("summary").lists["summary.steps"]
    rows.add.click()
    ((line_id, row),) = rows.rows.items()
    choose(row.cells["step"], "save_monthly")
    assert (row.cells["amount"].isVisible(), row.cells["months"].isVisible()) == (True, False)
    type_in(row.cells["amount"], "500")
    choose(row.cells["step"], "lease")
    assert not row.cells["amount"].isVisible()
    leave(row.cells["step"])
    assert ready.answers[f"summary.steps/{line_id}"] == {"step": "lease"}
    assert "{" not in row.cells["step"].itemText(3)


def test_what_follows_from_another_answer_is_asked_when_it_follows(ready: Shown) -> None:
    form = ready.form("health")
    assert not form.asked["health.needs"].isVisible()
    choose(form.asked["health.matters"].control, True)
    assert form.asked["health.needs"].isVisible()
    choose(form.asked["health.matters"].control, False)
    assert not form.asked["health.needs"].isVisible()
    leave(form.asked["health.matters"].control)


def test_every_list_says_what_to_add() -> None:
    assert len({layout_of(field).add for field in LISTS}) == len(LISTS)
