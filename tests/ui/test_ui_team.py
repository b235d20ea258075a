"""A team leader's page: she is told what happens, confirms, and cases go from one colleague to another."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import household_names
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.server import admin, teams
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.settings.screen import SettingsScreen
from hjemmebesok.ui.screens.team.screen import TeamScreen
from hjemmebesok.ui.window import MainWindow

SCREENS = (
    Screen("settings", "settings", N_("Innstillinger"), "hjemmebesok.ui.screens.settings.screen:SettingsScreen"),
    Screen("team", "users", N_("Saker i teamet"), "hjemmebesok.ui.screens.team.screen:TeamScreen", "settings"),
)
SERVE = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=0)"
PLACE = "3301"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Database]]:
    """A real one, with a municipality on it."""
    url = f"sqlite:///{tmp_path / 'server.db'}"
    with closing(Database.open(url)) as database:
        admin.create_municipality(database, PLACE, "Eksempel kommune")
        process = subprocess.Popen([sys.executable, "-c", SERVE, url], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        yield process.stdout.readline().strip(), database
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def laptop(server: tuple[str, Database], tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes enrolled laptops of users who are in one team."""
    address, database = server
    team = teams.create_team(database, PLACE, "Vest")
    opened = []

    def make(name: str, role: Role = Role.CASEWORKER) -> Desk:
        now = datetime.now(UTC)
        user = admin.create_user(database, PLACE, name, role, now)
        teams.join(database, PLACE, team, user, now)
        start = datetime(2026, 10, 12, 8, 0, tzinfo=timezone(timedelta(hours=2)))
        ticks = iter(range(1_000_000))
        clock = lambda: start + timedelta(seconds=next(ticks))  # noqa: E731 - a clock that moves
        desk = create_desk(tmp_path / name, "fjell om høsten", name, "Eksempel", cost=LOWEST_COST, clock=clock)
        opened.append(enrol(desk, address, admin.make_code(database, PLACE, user, now)))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def kari(laptop: Callable[..., Desk]) -> Desk:
    """She holds three households and a meeting, one of them unheard of by the leader's laptop."""
    desk = laptop("Kari Nordmann")
    with desk.work() as work:
        for id_, name in (("h1", "Ayşe og Mehmet Yılmaz"), ("h2", "Åse Berg"), ("h3", "Zeynep Kaya")):
            work.put(Household(id=id_, case=id_, name=name))
        work.put(Meeting(id="m1", case="m1", number=4, starts=datetime(2026, 10, 19, 17), language="tr"))
    sync_now(desk)
    return desk


@pytest.fixture
def ola(laptop: Callable[..., Desk]) -> Desk:
    return laptop("Ola Nordmann")


@pytest.fixture
def lene(laptop: Callable[..., Desk], kari: Desk, ola: Desk) -> Desk:
    """The leader."""
    desk = laptop("Lene Leder", Role.TEAM_LEADER)
    sync_now(desk)
    with kari.work() as work:
        work.put(Household(id="h4", case="h4", name="Ny familie"))
    sync_now(kari)
    return desk


@pytest.fixture
def show(tmp_path: Path, qtbot: QtBot) -> Callable[[Desk], MainWindow]:
    def make(desk: Desk) -> MainWindow:
        window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        window.resize(1366, 768)
        window.show()
        window.open(desk)
        return window

    return make


@pytest.fixture
def page(lene: Desk, show: Callable[[Desk], MainWindow], qtbot: QtBot) -> TeamScreen:
    """The page, once the server has answered."""
    page = show(lene).go("team")
    assert isinstance(page, TeamScreen)
    qtbot.waitUntil(lambda: page.ready)
    return page


def pick(box: QWidget, beginning: str) -> None:
    """With the arrow keys."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):  # type: ignore[attr-defined]  # a ChoiceBox
        if box.currentText().startswith(beginning):  # type: ignore[attr-defined]
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"«{beginning}» is not in the list")


def press(button: QWidget) -> None:
    """As with the space bar."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def choose(page: TeamScreen, *, some: bool = False, keeps: bool = False) -> None:
    """From Kari to Ola."""
    pick(page.choosing.giver, "Kari")
    pick(page.choosing.taker, "Ola")
    page.choosing.which.edited.emit(some)
    page.choosing.how.edited.emit(keeps)


def confirm(page: TeamScreen, qtbot: QtBot) -> str:
    """Press both buttons; what she is told when it is done."""
    press(page.giving.button)
    press(page.giving.yes)
    house = page._window.house
    assert house is not None
    qtbot.waitUntil(lambda: page.ready and not page._window.rounds.running)
    return house.notice.text()


def test_a_whole_caseload_goes_from_one_to_another_and_she_is_told_first_what_happens(
    page: TeamScreen, kari: Desk, ola: Desk, qtbot: QtBot
) -> None:
    assert not page.giving.button.isEnabled()
    pick(page.choosing.giver, "Kari")
    assert page.choosing.giver.currentText() == "Kari Nordmann · 5 saker"
    assert [page.choosing.taker.itemText(at) for at in range(1, page.choosing.taker.count())] == [
        "Lene Leder (deg)",
        "Ola Nordmann",
    ]
    choose(page)
    told = texts(page.giving)
    assert "5 saker går fra Kari Nordmann til Ola Nordmann." in told
    assert "Det Kari Nordmann har skrevet og ikke sendt, sendes først og blir med." in told
    assert "1 av dem kan ikke vises her, men går med." in texts(page.choosing)
    assert page.giving.button.text() == "Overfør 5 saker …"
    assert confirm(page, qtbot) == "5 saker er gått til Ola Nordmann."
    assert len(sync_now(kari).left) == 5
    sync_now(ola)
    assert set(household_names(ola)) == {"h1", "h2", "h3", "h4"}
    qtbot.waitUntil(lambda: page.choosing.giver.count() == 2)
    assert page.choosing.giver.itemText(1) == "Ola Nordmann · 5 saker"


def test_nothing_is_given_by_the_first_press_alone(page: TeamScreen, kari: Desk) -> None:
    choose(page)
    press(page.giving.button)
    assert "Skal 5 saker gå fra Kari Nordmann til Ola Nordmann?" in texts(page.giving)
    press(page.giving.no)
    assert page.giving.button.isVisibleTo(page)
    assert sync_now(kari).left == ()


def test_chosen_cases_go_and_the_others_stay(page: TeamScreen, kari: Desk, ola: Desk, qtbot: QtBot) -> None:
    choose(page, some=True)
    assert [box.text() for box in page.choosing.cases.boxes.values()] == [
        "Ayşe og Mehmet Yılmaz",
        "Zeynep Kaya",
        "Åse Berg",
        "Fellesmøte nr. 4",
    ]
    assert not page.giving.button.isEnabled(), "no case is chosen, and that is not all of them"
    press(page.choosing.cases.boxes["h2"])
    assert page.giving.button.text() == "Overfør 1 sak …"
    assert confirm(page, qtbot) == "1 sak er gått til Ola Nordmann."
    assert sync_now(kari).left == ("h2",)
    sync_now(ola)
    assert set(household_names(ola)) == {"h2"}


def test_a_case_is_shared_and_both_have_it(page: TeamScreen, kari: Desk, ola: Desk, qtbot: QtBot) -> None:
    choose(page, some=True, keeps=True)
    press(page.choosing.cases.boxes["h1"])
    assert "Ingenting forlater noen PC." in texts(page.giving)
    assert confirm(page, qtbot) == "Ola Nordmann deler nå 1 sak."
    assert sync_now(kari).left == ()
    sync_now(ola)
    assert set(household_names(ola)) == {"h1"}


def test_what_she_is_in_the_middle_of_stays_when_a_round_comes(page: TeamScreen, qtbot: QtBot) -> None:
    choose(page, some=True)
    press(page.choosing.cases.boxes["h1"])
    press(page.giving.button)
    page.refresh(None)
    qtbot.waitUntil(lambda: page.ready)
    assert page.giving.yes.isVisibleTo(page)
    assert page.model.chosen == {"h1"}


def test_an_older_answer_about_the_team_does_not_come_between_while_cases_are_given(
    page: TeamScreen, kari: Desk, qtbot: QtBot
) -> None:
    with kari.work() as work:
        work.put(Household(id="h5", case="h5", name="Enda en familie"))
    sync_now(kari)
    choose(page)
    press(page.giving.button)
    page.refresh()
    older = page._task
    press(page.giving.yes)
    assert older is not None
    assert older.abandoned
    qtbot.waitUntil(lambda: page.ready and not page._window.rounds.running)
    assert page._window.house is not None
    assert page._window.house.notice.text() == "6 saker er gått til Ola Nordmann."


def test_without_a_server_in_reach_nothing_is_promised_for_later(
    lene: Desk, page: TeamScreen, kari: Desk, qtbot: QtBot
) -> None:
    choose(page)
    with lene.store.writing_connection() as connection:
        there = read_setting(connection, "server")
        write_setting(connection, "server", there | {"url": "http://127.0.0.1:9"})
    press(page.giving.button)
    press(page.giving.yes)
    qtbot.waitUntil(lambda: page.ready)
    assert "kanskje ikke gitt videre" in texts(page)
    assert not page.giving.isVisible()
    with lene.store.writing_connection() as connection:
        write_setting(connection, "server", there)
    press(page.again)
    qtbot.waitUntil(page.giving.isVisible)
    assert page.giving.button.text() == "Overfør 5 saker …"
    assert sync_now(kari).left == ()


@pytest.mark.usefixtures("lene")
def test_the_page_is_offered_to_leaders_alone(
    lene: Desk, kari: Desk, show: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    for desk, offered in ((lene, True), (kari, False)):
        window = show(desk)
        settings = window.go("settings")
        assert isinstance(settings, SettingsScreen)
        assert settings.data.team.isVisibleTo(settings) is offered
    page = window.go("team")
    assert isinstance(page, TeamScreen)
    qtbot.waitUntil(lambda: page.ready)
    assert "Bare teamledere kan gi saker videre." in texts(page)


def test_the_page_passes_the_gate_in_every_state(page: TeamScreen, check_screen: Callable[..., None]) -> None:
    team = page._team
    assert team

    def choose_anew() -> None:
        page._show_team(team)
        choose(page, some=True)
        page.choosing.cases.boxes["h1"].click()

    check_screen(
        page._window,
        [
            choose_anew,
            page.giving.button.click,
            page.giving.no.click,
            lambda: page._failed(ValueError()),
            lambda: page._show_team(()),
        ],
    )


def test_a_leader_who_gives_her_own_is_not_told_that_they_leave_her(
    page: TeamScreen, lene: Desk, ola: Desk, qtbot: QtBot
) -> None:
    with lene.work() as work:
        work.put(Household(id="h9", case="h9", name="Familien Leder"))
    sync_now(lene)
    page.refresh()
    qtbot.waitUntil(lambda: page.choosing.giver.count() == 3)
    pick(page.choosing.giver, "Lene")
    pick(page.choosing.taker, "Ola")
    told = texts(page.giving)
    assert "Lene Leder er teamleder, og ser fortsatt saker i eget team." in told
    assert "forlater" not in told
    assert confirm(page, qtbot) == "1 sak er gått til Ola Nordmann."
    assert set(household_names(lene)) >= {"h9"}
    sync_now(ola)
    assert set(household_names(ola)) == {"h9"}
