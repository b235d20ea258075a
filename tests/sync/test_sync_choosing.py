"""What needs somebody's choice, and what does not or can not any more."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import choose_value, conflicts_of, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.visits import close_visit, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.record import Record

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


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


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
