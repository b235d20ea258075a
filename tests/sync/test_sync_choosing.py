"""What needs somebody's choice, and what does not or can not any more."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import choose_value, conflicts_of, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import save_household
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.visits import (
    cancel_visit,
    close_visit,
    open_visit,
    plan_visit,
    save_answer,
    save_plan,
    start_visit,
)
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import Visit, VisitStatus

HOME = Household(id="h1", case="h1", name="Familien Eksempel")
PROMISE = FollowUp(id="f1", case="h1", step="apply", due=date(2026, 11, 1))


@pytest.fixture(autouse=True)
def _both_have_it(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    put(kari, HOME)
    put(kari, PROMISE)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)


def put(desk: Desk, record: Record) -> None:
    with desk.work() as work:
        work.put(record)


def visit(desk: Desk, visit_id: str) -> Visit:
    return open_visit(desk, visit_id).visit


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def test_a_plan_that_was_open_while_a_colleagues_came_takes_nothing_of_it_away(kari: Desk, ola: Desk) -> None:
    planned = plan_visit(kari, "h1", datetime(2026, 10, 15, 10, 30)).made
    meet(kari, ola)
    seen, as_ola_saw = visit(kari, planned), visit(ola, planned)
    start_visit(ola, planned)
    save_plan(ola, replace(visit(ola, planned), starts=datetime(2026, 10, 15, 12, 0)), as_ola_saw)
    meet(ola, kari)
    save_plan(kari, replace(seen, interpreter_booked=True, two_together=True), seen)
    meet(kari, ola)
    for desk in (kari, ola):
        now = visit(desk, planned)
        assert (now.status, now.kartlegging, now.two_together) == (
            VisitStatus.STARTED,
            visit(ola, planned).kartlegging,
            True,
        )
        assert now.kartlegging
        (conflict,) = conflicts_of(desk)
        told = {
            (each.value["starts"][11:16], each.value["interpreter_booked"]) for each in (conflict.shown, conflict.other)
        }
        assert told == {("10:30", True), ("12:00", False)}


def test_a_cancelled_visit_is_planned_by_nobody_who_had_it_open(kari: Desk, ola: Desk) -> None:
    planned = plan_visit(kari, "h1", datetime(2026, 10, 15, 10, 30)).made
    meet(kari, ola)
    seen = visit(kari, planned)
    cancel_visit(ola, planned)
    meet(ola, kari)
    with pytest.raises(Refused, match="avlyst"):
        save_plan(kari, replace(seen, minutes=60), seen)
    assert visit(kari, planned).status is VisitStatus.CANCELLED


def test_a_warning_that_came_while_she_typed_another_stands_beside_hers(kari: Desk, ola: Desk) -> None:
    put(ola, replace(HOME, safety_note="Gå to sammen"))
    meet(ola, kari)
    save_household(kari, replace(HOME, safety_note="Hund i gangen"), HOME)
    meet(kari, ola)
    (conflict,) = conflicts_of(ola)
    assert {conflict.shown.value, conflict.other.value} == {"Gå to sammen", "Hund i gangen"}


def test_who_writes_what_stands_beside_has_chosen(kari: Desk, ola: Desk) -> None:
    put(kari, replace(HOME, name="Familien Fjell"))
    put(ola, replace(HOME, name="Familien Tun"))
    meet(kari, ola)
    (conflict,) = conflicts_of(kari)
    put(kari, replace(HOME, name=conflict.other.value))
    meet(kari, ola)
    assert conflicts_of(kari) == conflicts_of(ola) == []


def test_of_what_is_taken_away_nobody_need_choose_until_it_is_put_back(kari: Desk, ola: Desk) -> None:
    put(kari, replace(PROMISE, due=date(2026, 11, 2)))
    put(ola, replace(PROMISE, due=date(2026, 11, 3)))
    meet(kari, ola)
    with kari.work() as work:
        shown = work.get(FollowUp, "f1")
        work.remove(shown)
    meet(kari, ola)
    for desk in (kari, ola):
        assert conflicts_of(desk) == []
        assert sync_status(desk).need_you == 0
    put(ola, shown)
    meet(ola, kari)
    (conflict,) = conflicts_of(kari)
    assert {each.value["due"] for each in (conflict.shown, conflict.other)} == {"2026-11-02", "2026-11-03"}


@pytest.mark.parametrize("no_first", [True, False])
def test_no_to_a_consent_holds_until_somebody_has_decided(kari: Desk, ola: Desk, no_first: bool) -> None:
    started = start_visit_on_both(kari, ola)
    save_answer(kari, started, "consent.photos", False)
    save_answer(ola, started, "consent.photos", True)
    meet(*((kari, ola) if no_first else (ola, kari)))
    for desk in (kari, ola):
        assert answers(desk, started) == {"consent.photos": False}
        assert [each.other.value for each in conflicts_of(desk)] == [True]


def test_of_a_note_that_was_locked_meanwhile_only_what_is_shown_can_be_chosen(kari: Desk, ola: Desk) -> None:
    started = start_visit_on_both(kari, ola)
    save_answer(ola, started, "wishes.term", 30)
    save_answer(kari, started, "wishes.term", 40)
    sync_now(ola)
    close_visit(kari, started)  # before hearing of his
    meet(kari, ola)
    (conflict,) = conflicts_of(kari)
    with pytest.raises(Refused, match="låst"):
        choose_value(kari, conflict, conflict.other.value)
    choose_value(kari, conflict, conflict.shown.value)
    meet(kari, ola)
    assert conflicts_of(kari) == conflicts_of(ola) == set_aside_changes(kari) == []
    assert answers(kari, started) == answers(ola, started) == {"wishes.term": conflict.shown.value}


def test_what_a_colleague_has_chosen_is_not_asked_again_because_her_own_choice_was_refused(
    kari: Desk, ola: Desk
) -> None:
    started = start_visit_on_both(kari, ola)
    save_answer(ola, started, "wishes.term", 30)
    save_answer(kari, started, "wishes.term", 40)
    meet(ola, kari)
    (conflict,) = conflicts_of(kari)
    choose_value(ola, conflict, conflict.shown.value)
    close_visit(ola, started)
    sync_now(ola)
    choose_value(kari, conflict, conflict.other.value)  # before hearing of it
    for _ in range(2):
        sync_now(kari)
        assert [each.reason for each in set_aside_changes(kari)] == ["closed"]
        assert conflicts_of(kari) == conflicts_of(ola) == []


def start_visit_on_both(kari: Desk, ola: Desk) -> str:
    made = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, made)
    meet(kari, ola)
    return made


def answers(desk: Desk, visit_id: str) -> dict[str, object]:
    form = open_visit(desk, visit_id).form
    return form.answers if form else {}
