"""What the server has set aside in the team's cases: the leader reads it below her team, and marks it done."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.record import Record
from hjemmebesok.server import admin, teams
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.server.set_aside import CHANGES_A_PAGE
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.in_step.reasons import REASON_WORDS
from hjemmebesok.ui.screens.team.reasons import leader_reason_words
from hjemmebesok.ui.screens.team.screen import TeamScreen
from hjemmebesok.ui.screens.team.set_aside import SetAsideList
from hjemmebesok.ui.screens.team.set_aside_model import Aside
from hjemmebesok.ui.window import MainWindow

SCREENS = (Screen("team", "users", N_("Saker i teamet"), "hjemmebesok.ui.screens.team.screen:TeamScreen"),)
SERVE = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=0)"
PLACE = "3301"


@dataclass
class Town:
    """A server with one team, of which Lene Leder is the leader and Kari may only read any more."""

    kari: Desk
    lene: Desk
    database: Database

    def set_aside(self, *records: Record) -> None:
        """Kari has written this, and the server would not take it."""
        with self.kari.work() as work:
            for record in records:
                work.put(record)
        assert sync_now(self.kari).set_aside

    def open(self) -> int:
        """How many wait on the server."""
        return len(admin.quarantined(self.database, PLACE))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    command = [sys.executable, "-c", SERVE, f"sqlite:///{tmp_path / 'server.db'}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate(timeout=10)


@pytest.fixture
def town(address: str, tmp_path: Path) -> Iterator[Town]:
    with closing(Database.open(f"sqlite:///{tmp_path / 'server.db'}")) as database:
        admin.create_municipality(database, PLACE, "Eksempel kommune")
        now, desks = datetime.now(UTC), []
        team = teams.create_team(database, PLACE, "Vest")
        for name, role in (("Kari Nordmann", Role.CASEWORKER), ("Lene Leder", Role.TEAM_LEADER)):
            user = admin.create_user(database, PLACE, name, role, now)
            teams.join(database, PLACE, team, user, now)
            desk = create_desk(tmp_path / name, "fjell om høsten", name, "Eksempel", cost=LOWEST_COST)
            desks.append(enrol(desk, address, admin.make_code(database, PLACE, user, now)))
        kari, lene = desks
        with kari.work() as work:
            work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
            work.put(Household(id="h2", case="h2", name="Åse Berg", protection=Protection.FORTROLIG))
        sync_now(kari)
        sync_now(lene)
        admin.set_role(database, PLACE, kari.user.id, Role.READER, now)
        yield Town(kari, lene, database)
        for desk in desks:
            desk.close()


@pytest.fixture
def show(town: Town, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[], TeamScreen]]:
    """The page, once the server has told who is in the team."""
    windows: list[MainWindow] = []  # a test may hold no more than the list in it

    def make() -> TeamScreen:
        window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        window.open(town.lene)
        page = window.go("team")
        assert isinstance(page, TeamScreen)
        qtbot.waitUntil(lambda: page.ready)
        return page

    yield make


def follow_up(number: int, case: str = "h1") -> FollowUp:
    return FollowUp(id=f"f{number}", case=case, step="bank", due=date(2026, 12, 1))


def shown(page: TeamScreen, qtbot: QtBot) -> SetAsideList:
    """The list, once it is in sight."""
    qtbot.waitUntil(page.set_aside.isVisible)
    return page.set_aside


def press(button: QWidget) -> None:
    """As with the space bar."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def finish(listed: SetAsideList, place: int = 0) -> None:
    """Both presses."""
    asking = list(listed.asking.values())[place]
    press(asking.button)
    press(asking.yes)


def test_each_change_tells_whose_it_is_what_it_said_who_wrote_it_and_why_it_was_not_taken(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    town.set_aside(follow_up(1))
    told = texts(shown(show(), qtbot))
    for words in (
        "Zeynep Kaya",
        "Frist",
        "Kari Nordmann, i dag",
        "Den som skrev, kan lese saken, men ikke skrive i den.",
    ):
        assert words in told


def test_an_address_is_covered_where_it_is_protected_and_where_nobody_knows_yet(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    admin.set_role(town.database, PLACE, town.kari.user.id, Role.CASEWORKER, datetime.now(UTC))
    with town.kari.work() as work:
        work.put(Household(id="h3", case="h3", name="Ny familie"))
    sync_now(town.kari)
    admin.set_role(town.database, PLACE, town.kari.user.id, Role.READER, datetime.now(UTC))
    addresses = {"h1": "Fjellåsen 12", "h2": "Fjellåsen 14", "h3": "Fjellåsen 16"}
    town.set_aside(*(Dwelling(id=f"d{case}", case=case, address=address) for case, address in addresses.items()))
    told = texts(shown(show(), qtbot)).split("\n")
    assert [line for line in told if "Fjellåsen" in line] == ["Fjellåsen 12"]
    assert told.count("Fortrolig adresse") == 2


def test_where_nothing_is_set_aside_nothing_is_shown(show: Callable[[], TeamScreen], qtbot: QtBot) -> None:
    page = show()
    asked: list[Aside] = []
    page.set_aside._read("", asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [Aside((), more=False, unseen=0)]
    assert not page.set_aside.isVisible()


def test_what_is_done_leaves_the_page_and_the_keyboard_goes_to_the_next(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    town.set_aside(follow_up(1), follow_up(2), follow_up(3))
    page = show()
    listed = shown(page, qtbot)
    newest, middle, oldest = listed.asking
    press(listed.asking[middle].button)
    assert town.open() == 3, "nothing is done by the first press alone"
    press(listed.asking[middle].yes)
    qtbot.waitUntil(lambda: list(listed.asking) == [newest, oldest])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is listed.asking[oldest].button)
    assert town.open() == 2
    finish(listed)
    qtbot.waitUntil(lambda: list(listed.asking) == [oldest])
    finish(listed)
    qtbot.waitUntil(lambda: not listed.isVisible())
    assert QApplication.focusWidget() is page.choosing.giver


def test_without_a_server_in_reach_it_stays_and_she_is_told(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    town.set_aside(follow_up(1))
    listed = shown(show(), qtbot)
    with town.lene.store.writing_connection() as connection:
        there = read_setting(connection, "server")
        write_setting(connection, "server", there | {"url": "http://127.0.0.1:9"})
    finish(listed)
    qtbot.waitUntil(lambda: "Får ikke kontakt" in texts(listed))
    with town.lene.store.writing_connection() as connection:
        write_setting(connection, "server", there)
    finish(listed)
    qtbot.waitUntil(lambda: town.open() == 0 and not listed.isVisible())


def test_older_ones_come_when_asked_for_and_stay_when_the_page_is_brought_up_to_date(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    town.set_aside(*(follow_up(n) for n in range(CHANGES_A_PAGE + 2)))
    page = show()
    listed = shown(page, qtbot)
    assert len(listed.asking) == CHANGES_A_PAGE
    press(listed.older)
    qtbot.waitUntil(lambda: len(listed.asking) == CHANGES_A_PAGE + 2)
    assert QApplication.focusWidget() is list(listed.asking.values())[CHANGES_A_PAGE].button
    assert not listed.older.isVisible()
    cards = list(listed.cards.values())
    answered: list[Aside] = []
    page.set_aside._read("", lambda aside: (answered.append(aside), page.set_aside._show_newest(aside)))
    qtbot.waitUntil(lambda: bool(answered))
    assert list(listed.cards.values()) == cards


def test_what_nobody_may_see_is_counted(town: Town, show: Callable[[], TeamScreen], qtbot: QtBot) -> None:
    town.set_aside(follow_up(1, case="h9"))
    listed = shown(show(), qtbot)
    assert "1 endring til er satt til side, men kan ikke vises her." in texts(listed)
    assert not listed.asking


@pytest.mark.parametrize("code", REASON_WORDS)
def test_a_leader_is_not_spoken_to_as_if_she_had_written_it(code: str) -> None:
    words = set(say(leader_reason_words(code)).lower().replace(",", "").replace(".", "").split())
    assert not words & {"du", "deg", "din", "ditt", "dine"}


def test_the_page_passes_the_gate_with_what_was_set_aside(
    town: Town, show: Callable[[], TeamScreen], check_screen: Callable[..., None], qtbot: QtBot
) -> None:
    town.set_aside(follow_up(1), follow_up(2, case="h2"), follow_up(3, case="h9"))
    page = show()
    listed = shown(page, qtbot)
    (first, *_) = listed.asking.values()

    def show_all_parts() -> None:
        listed._show_trouble(ValueError())
        listed.older.show()

    check_screen(page._window, [lambda: None, first.button.click, first.no.click, show_all_parts])


def test_what_is_being_noted_on_the_server_offers_no_way_back(
    town: Town, show: Callable[[], TeamScreen], qtbot: QtBot
) -> None:
    town.set_aside(follow_up(1))
    listed = shown(show(), qtbot)
    (asking,) = listed.asking.values()
    press(asking.button)
    assert asking.no.isVisible()
    press(asking.yes)
    assert not asking.no.isVisible()
    qtbot.waitUntil(lambda: not listed.asking)
