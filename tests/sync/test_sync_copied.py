"""A laptop that was put back from a copy of its own folder: what it writes on from there is not lost."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import set_aside_changes
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.visits import close_visit, open_visit, plan_visit, start_visit
from hjemmebesok.domain.household import Household

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")
PASSPHRASE = "fjell om høsten"


def put(desk: Desk, household: Household) -> None:
    with desk.work() as work:
        work.put(household)


def held(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


def copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


@pytest.fixture
def put_back(kari: Desk, tmp_path: Path) -> Callable[[], Desk]:
    """Copies Kari's folder as it is after she has made a household; what comes back puts it back after a round."""
    put(kari, HOME)
    kari.store.wipe_log()
    folder, kept = kari.store.folder, tmp_path / "kept"
    shutil.copytree(folder, kept)

    def back() -> Desk:
        sync_now(kari)
        kari.close()
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        return open_desk(folder, PASSPHRASE)

    return back


def test_what_it_sends_again_unchanged_is_answered_as_before(put_back: Callable[[], Desk]) -> None:
    desk = put_back()
    assert sync_now(desk).set_aside == 0
    put(desk, replace(HOME, adults=2))
    sync_now(desk)
    assert (held(desk).adults, sync_status(desk).need_you) == (2, 0)
    desk.close()


def test_what_was_added_to_a_change_it_forgot_it_had_sent_is_set_aside(put_back: Callable[[], Desk]) -> None:
    desk = put_back()
    put(desk, replace(HOME, name="Familien Yılmaz", adults=2))
    assert sync_now(desk).set_aside == 1
    [aside] = set_aside_changes(desk)
    assert aside.change.set["name"] == "Familien Yılmaz"
    assert held(desk) == HOME, "what the server has is shown"
    put(desk, replace(HOME, name="Familien Yılmaz", adults=2))
    sync_now(desk)
    assert (held(desk).name, held(desk).adults) == ("Familien Yılmaz", 2)
    desk.close()


def test_what_it_has_sent_since_is_not_lost_to_a_restored_server(
    put_back: Callable[[], Desk], kari: Desk, municipality: Municipality
) -> None:
    """Though the server once counted as far with what the laptop has forgotten."""
    for adults in (2, 3, 4):
        sync_now(kari)
        put(kari, replace(HOME, adults=adults))
    desk = put_back()
    live, older = municipality.folder / "server.db", municipality.folder / "older.db"
    copy_database(live, older)
    for new in ("h2", "h3"):
        put(desk, replace(HOME, id=new, case=new))
    sync_now(desk)
    copy_database(older, live)
    assert sync_now(desk).left == ()
    with desk.read() as reading:
        assert {home.id for home in reading.all(Household)} == {"h1", "h2", "h3"}
    assert held(desk).adults == 4
    desk.close()


def test_it_hears_what_a_restored_server_has_answered_otherwise_since_the_copy(
    kari: Desk, ola: Desk, municipality: Municipality, tmp_path: Path
) -> None:
    put(kari, HOME)
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    live, older = municipality.folder / "server.db", municipality.folder / "older.db"
    copy_database(live, older)

    with kari.work() as work:
        work.put(replace(open_visit(kari, visit).visit, minutes=75))
    put(kari, replace(HOME, adults=2))  # the newest that is answered is another
    sync_now(kari)
    kari.store.wipe_log()
    folder = kari.store.folder
    shutil.copytree(folder, tmp_path / "kept")

    copy_database(older, live)
    with municipality.database.write(municipality.place) as connection:
        connection.exec_driver_sql("UPDATE municipality SET epoch = 'restored'")  # as `server restore` does
    close_visit(ola, visit)
    sync_now(ola)
    assert sync_now(kari).set_aside == 1
    kari.close()

    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "kept", folder)
    desk = open_desk(folder, PASSPHRASE)
    assert sync_now(desk).set_aside == 1
    assert [aside.change.set["minutes"] for aside in set_aside_changes(desk)] == [75]
    assert held(desk).adults == 2
    desk.close()
