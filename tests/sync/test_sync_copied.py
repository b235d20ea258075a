"""A laptop that was put back from a copy of its own folder: what it writes on from there is not lost."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hjemmebesok.casework.conflicts import set_aside_changes
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.domain.household import Household

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")
PASSPHRASE = "fjell om høsten"


def put(desk: Desk, household: Household) -> None:
    with desk.work() as work:
        work.put(household)


def held(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


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
