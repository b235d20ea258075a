"""A server that was restored from an older copy, and a laptop that is enrolled anew: what was taken goes up again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import httpx2
import pytest
from municipality import Municipality
from sqlalchemy import select

from hjemmebesok.casework import syncing
from hjemmebesok.casework.conflicts import choose_value, conflicts_of, lay_aside, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household, save_household
from hjemmebesok.casework.syncing import FilesProgress, SyncProgress, enrol, sync_now, sync_status
from hjemmebesok.casework.visits import close_visit, open_visit, plan_visit, start_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.protection import Protection
from hjemmebesok.server import admin
from hjemmebesok.server.tables import device
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.round import run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble
from hjemmebesok.wire.messages import RECORDS_A_RESPONSE

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")


def put(desk: Desk, household: Household) -> None:
    with desk.work() as work:
        work.put(household)


def share_home(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    """A household that both hold."""
    put(kari, HOME)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)


def send_thrice(desk: Desk) -> None:
    """Three changes of one household, each in a round of its own."""
    for adults in (1, 2, 3):
        put(desk, replace(HOME, adults=adults))
        sync_now(desk)


def held(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


def copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def note_restored(municipality: Municipality) -> None:
    """As `server restore` does."""
    with municipality.database.write(municipality.place) as connection:
        connection.exec_driver_sql("UPDATE municipality SET epoch = 'restored'")


def have_one_refused(desk: Desk) -> None:
    """Write to a visit that is closed."""
    visit_id = plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit_id)
    close_visit(desk, visit_id)
    sync_now(desk)
    with desk.work() as work:
        work.put(replace(open_visit(desk, visit_id).visit, minutes=5))
    assert sync_now(desk).set_aside == 1


@pytest.fixture
def age(municipality: Municipality) -> Callable[[], Callable[[], None]]:
    """Takes a copy of the server's database; what comes back puts the server back to it."""
    live, kept = municipality.folder / "server.db", municipality.folder / "kept.db"

    def keep() -> Callable[[], None]:
        copy_database(live, kept)
        return lambda: copy_database(kept, live)

    return keep


def test_a_laptop_in_step_gives_a_restored_server_back_what_it_lost(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    restore = age()
    put(kari, HOME)
    sync_now(kari)
    save_household(kari, replace(held(kari), adults=2))
    sync_now(kari)
    restore()
    report = sync_now(kari)
    assert (report.left, report.sent) == ((), 2)
    assert held(kari) == replace(HOME, adults=2)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    assert held(ola) == held(kari)


def test_a_restored_server_takes_nothing_back_that_is_shown(
    age: Callable[[], Callable[[], None]], kari: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(kari, HOME)
    sync_now(kari)
    restore = age()
    for adults in (2, 3, 4):
        save_household(kari, replace(held(kari), adults=adults))
        sync_now(kari)
    restore()
    monkeypatch.setattr(syncing, "run_round", partial(run_round, a_request=1))
    save_household(kari, replace(held(kari), safety_note="Hund"))
    assert sync_now(kari).sent == 4
    assert held(kari) == replace(HOME, adults=4, safety_note="Hund")
    assert sync_status(kari).need_you == 0


def test_what_a_restored_server_gets_again_is_not_taken_away_and_fetched_anew(
    age: Callable[[], Callable[[], None]], kari: Desk
) -> None:
    restore = age()  # to before the case was made
    put(kari, HOME)
    put(kari, replace(HOME, id="h2", case="h2"))
    sync_now(kari)
    restore()
    report = sync_now(kari)
    assert (report.sent, report.received, report.healed) == (2, 0, ())
    assert held(kari) == HOME


def test_no_round_ends_before_a_restored_server_has_been_asked_about_all_of_it(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    send_thrice(kari)
    put(ola, replace(HOME, id="h2", case="h2"))
    with ola.work() as work:
        for number in range(RECORDS_A_RESPONSE + 10):
            work.put(FollowUp(id=f"f{number}", case="h2", step="other"))
    sync_now(ola)
    municipality.grant("h2", kari.user.id)
    note_restored(municipality)
    assert sync_now(kari).received == RECORDS_A_RESPONSE + 11
    assert sync_status(kari).unsent == 0


def test_what_a_restored_server_is_asked_about_is_counted_in_how_far_the_round_has_come(
    municipality: Municipality, kari: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_thrice(kari)
    note_restored(municipality)
    put(kari, replace(HOME, adults=4))
    monkeypatch.setattr(syncing, "run_round", partial(run_round, a_request=1))
    told: list[SyncProgress | FilesProgress] = []
    sync_now(kari, told=told.append)
    assert told[:2] == [SyncProgress(1, 4, 0, anew=True), SyncProgress(2, 4, 0, anew=True)]


def test_of_all_that_a_restored_server_is_asked_about_what_is_not_hers_leaves(
    municipality: Municipality, kari: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_thrice(kari)
    note_restored(municipality)
    put(kari, replace(HOME, id="h2", case="h2", protection=Protection.STRENGT_FORTROLIG))
    put(kari, replace(HOME, id="h3", case="h3"))
    monkeypatch.setattr(syncing, "run_round", partial(run_round, a_request=1))
    assert sync_now(kari).left == ("h2",)
    with kari.read() as reading:
        assert {home.id for home in reading.all(Household)} == {"h1", "h3"}


@pytest.fixture
def shared_visit(municipality: Municipality, kari: Desk, ola: Desk) -> str:
    """A visit under way that both hold."""
    put(kari, HOME)
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    return visit


def last_minutes(desk: Desk, visit: str, minutes: int) -> None:
    with desk.work() as work:
        work.put(replace(open_visit(desk, visit).visit, minutes=minutes))


def test_the_last_change_taken_once_and_refused_by_a_restored_server_needs_its_author(
    age: Callable[[], Callable[[], None]], kari: Desk, ola: Desk, shared_visit: str
) -> None:
    restore = age()
    last_minutes(kari, shared_visit, 75)
    sync_now(kari)
    restore()
    close_visit(ola, shared_visit)
    sync_now(ola)
    sync_now(kari)
    (aside,) = set_aside_changes(kari)
    assert aside.change.set["minutes"] == 75
    assert sync_status(kari).need_you == 1


def test_the_last_change_refused_once_and_taken_by_a_restored_server_needs_nobody(
    age: Callable[[], Callable[[], None]], kari: Desk, ola: Desk, shared_visit: str
) -> None:
    restore = age()
    close_visit(ola, shared_visit)
    sync_now(ola)
    last_minutes(kari, shared_visit, 75)
    assert sync_now(kari).set_aside == 1
    restore()
    sync_now(kari)
    assert sync_status(kari).need_you == 0
    assert open_visit(kari, shared_visit).visit.minutes == 75


def test_a_refused_change_is_told_of_once(kari: Desk) -> None:
    put(kari, HOME)
    have_one_refused(kari)
    assert [sync_now(kari).set_aside for _ in range(2)] == [0, 0]
    assert sync_status(kari).need_you == 1


@pytest.mark.parametrize("laid_aside", [False, True])
def test_a_refused_change_does_not_stop_a_laptop_that_is_enrolled_anew(
    municipality: Municipality, kari: Desk, laid_aside: bool
) -> None:
    put(kari, HOME)
    have_one_refused(kari)
    if laid_aside:
        lay_aside(kari, set_aside_changes(kari)[0].change.id)
    kari = enrol(kari, municipality.address, municipality.code(kari.user.id))
    save_household(kari, replace(held(kari), adults=2))
    sync_now(kari)
    assert sync_status(kari).unsent == 0
    assert len(set_aside_changes(kari)) == (0 if laid_aside else 1)


def test_a_case_that_left_does_not_stop_a_laptop_that_is_enrolled_anew(municipality: Municipality, kari: Desk) -> None:
    put(kari, HOME)
    sync_now(kari)
    put(kari, replace(HOME, id="h2", case="h2"))
    sync_now(kari)
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    kari = enrol(kari, municipality.address, municipality.code(kari.user.id))
    put(kari, replace(HOME, id="h3", case="h3"))
    assert sync_now(kari).left == ()
    assert sync_status(kari).unsent == 0


def test_a_colleagues_newer_value_is_shown_although_everything_was_sent_again(
    municipality: Municipality, kari: Desk, ola: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(kari, HOME)
    for adults in (1, 2):
        save_household(kari, replace(held(kari), adults=adults))
        sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    save_household(ola, replace(held(ola), adults=3))
    sync_now(ola)
    kari = enrol(kari, municipality.address, municipality.code(kari.user.id))
    monkeypatch.setattr(syncing, "run_round", partial(run_round, a_request=1))
    save_household(kari, replace(held(kari), safety_note="Hund"))
    sync_now(kari)
    assert held(kari) == replace(HOME, adults=3, safety_note="Hund")


def test_of_a_disagreement_that_a_restored_server_hears_of_anew_no_second_one_stays(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    share_home(municipality, kari, ola)
    restore = age()
    for desk, adults in ((kari, 2), (ola, 3)):
        save_household(desk, replace(held(desk), adults=adults))
    for desk in (kari, ola, kari):
        sync_now(desk)
    restore()
    for desk in (ola, kari, ola):
        sync_now(desk)
    assert held(kari) == held(ola)
    for desk in (kari, ola):
        (conflict,) = conflicts_of(desk)
        assert {value.value["adults"] for value in (conflict.shown, conflict.other)} == {2, 3}


def test_a_disagreement_that_a_restored_server_never_hears_of_again_does_not_stay(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    share_home(municipality, kari, ola)
    restore = age()
    for desk, note in ((kari, "Hund"), (ola, "Katt")):
        save_household(desk, replace(held(desk), safety_note=note))
    for desk in (ola, kari):
        sync_now(desk)
    assert len(conflicts_of(kari)) == 1
    restore()  # and Ola's laptop is lost
    sync_now(kari)
    assert (conflicts_of(kari), held(kari).safety_note) == ([], "Hund")


def test_a_disagreement_goes_too_where_the_restored_server_has_all_that_this_laptop_wrote(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    share_home(municipality, kari, ola)
    save_household(kari, replace(held(kari), safety_note="Hund"))
    sync_now(kari)
    restore = age()
    save_household(ola, replace(held(ola), safety_note="Katt"))
    for desk in (ola, kari):
        sync_now(desk)
    assert len(conflicts_of(kari)) == 1
    restore()  # and Ola's laptop is lost
    sync_now(kari)
    assert (conflicts_of(kari), held(kari).safety_note) == ([], "Hund")


class Breaks(httpx2.HTTPTransport):
    """A net that lets so many requests pass, and then breaks."""

    def __init__(self, passes: int) -> None:
        super().__init__(trust_env=False)
        self._left = passes

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self._left -= 1
        if self._left < 0:
            raise httpx2.ConnectError("broken")
        return super().handle_request(request)


def test_what_she_has_decided_is_not_open_again_because_a_restored_server_has_not_heard_of_it_yet(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    share_home(municipality, kari, ola)
    for desk, note in ((kari, "Hund"), (ola, "Katt")):
        save_household(desk, replace(held(desk), safety_note=note))
    for desk in (ola, kari):
        sync_now(desk)
    restore = age()
    save_household(kari, replace(held(kari), adults=2))
    sync_now(kari)
    (conflict,) = conflicts_of(kari)
    choose_value(kari, conflict, conflict.other.value)
    sync_now(kari)
    restore()
    server = enrolled_server(kari.store)
    assert server
    with Transport(*server, through=Breaks(2)) as transport, pytest.raises(SyncTrouble):
        run_round(kari.store, transport, kari.now, a_request=1)
    assert (sync_status(kari).unsent, conflicts_of(kari)) == (1, [])
    sync_now(kari)
    assert (sync_status(kari).unsent, conflicts_of(kari)) == (0, [])


def test_a_restored_server_gets_back_what_it_would_not_take_too(
    age: Callable[[], Callable[[], None]], municipality: Municipality, kari: Desk
) -> None:
    put(kari, HOME)
    sync_now(kari)
    restore = age()
    have_one_refused(kari)
    save_household(kari, replace(held(kari), adults=2))
    sync_now(kari)
    restore()
    sync_now(kari)
    assert [row.reason for row in admin.quarantined(municipality.database, municipality.place)] == ["closed"]
    assert sync_status(kari).need_you == 1


def test_a_round_with_nothing_to_send_is_not_counted(municipality: Municipality, kari: Desk) -> None:
    put(kari, HOME)
    assert [sync_now(kari).sent for _ in range(3)] == [1, 0, 0]
    with municipality.database.read(municipality.place) as connection:
        assert connection.execute(select(device.c.last_seq)).scalars().all() == [1]
