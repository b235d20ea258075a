"""A note that is locked on one laptop while a colleague's answers are already with the server: they stand in it, and
whoever locked it is told."""

from dataclasses import replace
from datetime import datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework import syncing
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.unseen import has_read, notes_to_read, unseen_answers, unseen_words
from hjemmebesok.casework.visits import (
    close_visit,
    correct_visit,
    open_visit,
    save_answer,
    save_plan,
)
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.language import language


@pytest.fixture
def visit(visit: str, kari: Desk, ola: Desk) -> str:
    """With one answer that both have."""
    save_answer(kari, visit, "summary.note", "Vil eie på Fjell")
    sync_now(kari)
    sync_now(ola)
    return visit


def lock_over(kari: Desk, ola: Desk, visit: str, **answers: object) -> None:
    """Ola writes and sends; Kari, who has not heard of it, locks the note, and both come into step."""
    for field, value in answers.items():
        save_answer(ola, visit, field.replace("__", "."), value)
    sync_now(ola)
    close_visit(kari, visit)
    for desk in (kari, ola):
        sync_now(desk)


def unseen(desk: Desk, visit: str) -> dict[str, object]:
    opened = open_visit(desk, visit)
    assert opened.form is not None
    return unseen_answers(opened.visit, opened.form.answers)


def to_read(desk: Desk) -> list[str]:
    with desk.read() as reading:
        return [note.visit for note in notes_to_read(reading)]


def test_both_see_in_the_note_what_was_not_seen_when_it_was_locked(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    assert [unseen(desk, visit) for desk in (kari, ola)] == [{"health.needs": "Trenger heis"}] * 2


def test_a_note_that_was_locked_without_a_word_says_what_came(kari: Desk, ola: Desk, visit: str) -> None:
    save_answer(kari, visit, "summary.note", None)
    for desk in (kari, ola):
        sync_now(desk)
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    assert [unseen(desk, visit) for desk in (kari, ola)] == [{"health.needs": "Trenger heis"}] * 2
    assert (to_read(kari), to_read(ola)) == ([visit], [])


def test_it_is_said_in_the_order_of_the_form_by_the_words_of_its_questions(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, wishes__where="Fjell", health__needs="Trenger heis", **{"economy.income/a": {}})
    opened = open_visit(ola, visit)
    assert opened.form is not None
    words = unseen_words(opened.visit, opened.form.answers)
    assert words is not None
    assert language("nb").say(words).startswith("3 svar, blant dem «Inntekt")
    assert "Kari" in language("nb").say(words)


def test_who_locked_it_is_asked_to_read_it_and_nobody_else(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    assert (to_read(kari), to_read(ola)) == ([visit], [])
    assert (sync_status(kari).need_you, sync_status(ola).need_you) == (1, 0)


@pytest.mark.parametrize("planned", [datetime(2026, 10, 20, 10, 30), datetime(2026, 7, 1, 10, 30)])
def test_a_visit_held_before_its_day_or_noted_long_after_it_is_to_be_read_as_well(
    kari: Desk, ola: Desk, visit: str, planned: datetime
) -> None:
    save_plan(kari, replace(open_visit(kari, visit).visit, starts=planned))
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    assert (to_read(kari), to_read(ola)) == ([visit], [])


def test_once_read_it_is_not_asked_again_and_the_note_still_says_it(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    has_read(kari, visit)
    with ola.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe Demir"))
    sync_now(ola)
    assert sync_now(kari).received
    assert (to_read(kari), sync_status(kari).need_you) == ([], 0)
    assert unseen(kari, visit)


def test_what_came_in_a_round_that_was_cut_off_is_to_be_read_after_the_next(
    kari: Desk, ola: Desk, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_answer(ola, visit, "health.needs", "Trenger heis")
    sync_now(ola)
    close_visit(kari, visit)
    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr(syncing, "after_round", _cut_off)
        sync_now(kari)
    assert sync_now(kari).received == 0
    assert to_read(kari) == [visit]


def _cut_off(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_comes_after_she_has_read_is_to_be_read_too(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    has_read(kari, visit)
    with kari.work() as work:  # as where a second part of it comes in a later answer
        form = work.get(Kartlegging, open_visit(kari, visit).visit.kartlegging)
        work.set_field(form, "wishes.where", "Fjell")
    assert to_read(kari) == [visit]


def test_a_correction_is_what_one_does_about_it(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    correction = correct_visit(kari, visit).made
    close_visit(kari, correction)
    sync_now(kari)
    assert (to_read(kari), unseen(kari, correction)) == ([], {})


def test_the_same_answer_given_twice_was_seen(kari: Desk, ola: Desk, visit: str) -> None:
    for desk in (ola, kari):
        save_answer(desk, visit, "health.needs", "Trenger heis")
    lock_over(kari, ola, visit)
    assert (unseen(kari, visit), to_read(kari)) == ({}, [])


def test_an_answer_that_she_saw_and_a_colleague_took_back_is_told_too(kari: Desk, ola: Desk, visit: str) -> None:
    lock_over(kari, ola, visit, summary__note=None)
    assert unseen(kari, visit) == {"summary.note": None}
    assert to_read(kari) == [visit]


def test_a_note_whose_every_word_she_had_seen_asks_for_nothing(kari: Desk, ola: Desk, visit: str) -> None:
    save_answer(ola, visit, "health.needs", "Trenger heis")
    for desk in (ola, kari):
        sync_now(desk)
    lock_over(kari, ola, visit)
    assert (unseen(kari, visit), to_read(kari), sync_status(kari).need_you) == ({}, [], 0)


def test_a_note_of_a_case_that_has_left_asks_for_nothing(
    kari: Desk, ola: Desk, visit: str, municipality: Municipality
) -> None:
    lock_over(kari, ola, visit, health__needs="Trenger heis")
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    assert (to_read(kari), sync_status(kari).need_you) == ([], 0)
