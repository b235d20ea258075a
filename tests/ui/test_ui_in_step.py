"""In step with the server: connecting, a round, two values of a field, and cases that leave."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk, create_desk, introduce
from hjemmebesok.casework.households import household_names, open_household, save_household, save_person
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import N_
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.settings import write_setting
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.widgets.conflict_box import ALL
from hjemmebesok.ui.window import MainWindow

SCREENS = (
    Screen("settings", "settings", N_("Innstillinger"), "hjemmebesok.ui.screens.settings.screen:SettingsScreen"),
    Screen("in_step", "refresh-cw", N_("I takt med serveren"), "hjemmebesok.ui.screens.in_step.screen:InStepScreen"),
    Screen("visit", "house", N_("Hjemmebesøk"), "hjemmebesok.ui.screens.visit.screen:VisitScreen", under="settings"),
)
SERVE = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=0)"
PLACE = "3301"
HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")


@dataclass
class Server:
    """A real one, and what IT can do on it."""

    address: str
    database: Database

    def code(self, name: str, role: Role = Role.CASEWORKER) -> str:
        user = admin.create_user(self.database, PLACE, name, role, datetime.now(UTC))
        return admin.make_code(self.database, PLACE, user, datetime.now(UTC))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'server.db'}"
    with closing(Database.open(url)) as database:
        process = subprocess.Popen([sys.executable, "-c", SERVE, url], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        yield process.stdout.readline().strip(), database
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def server(running: tuple[str, Database], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    """With a municipality of this test's own, so that no test meets another's cases."""
    address, database = running
    place = f"t{abs(hash(request.node.name)) % 10**9}"
    monkeypatch.setattr(sys.modules[__name__], "PLACE", place)
    admin.create_municipality(database, place, "Eksempel kommune")
    return Server(address, database)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Makes laptops whose clocks move."""
    with ExitStack() as opened:

        def make(name: str) -> Desk:
            start = datetime(2026, 10, 12, 8, 0, tzinfo=timezone(timedelta(hours=2)))
            ticks = iter(range(1_000_000))
            folder = tmp_path / name
            clock = lambda: start + timedelta(seconds=next(ticks))  # noqa: E731 - a clock that moves
            desk = create_desk(folder, "fjell om høsten", name, "Eksempel kommune", cost=LOWEST_COST, clock=clock)
            opened.callback(desk.close)
            return desk

        yield make


@pytest.fixture
def show(tmp_path: Path, qtbot: QtBot) -> Callable[[Desk], InStepScreen]:
    """The page in a real window on this desk."""

    def make(desk: Desk) -> InStepScreen:
        window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        window.resize(1366, 768)
        window.show()
        window.open(desk)
        page = window.go("in_step")
        assert isinstance(page, InStepScreen)
        return page

    return make


def put(desk: Desk, household: Household) -> None:
    with desk.work() as work:
        work.put(household)


def held(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


@pytest.fixture
def kari(server: Server, laptop: Callable[[str], Desk]) -> Desk:
    return enrol(laptop("Kari"), server.address, server.code("Kari Nordmann"))


@pytest.fixture
def ola(server: Server, laptop: Callable[[str], Desk]) -> Desk:
    return enrol(laptop("Ola"), server.address, server.code("Ola Nordmann"))


@pytest.fixture
def shared(server: Server, kari: Desk, ola: Desk) -> None:
    """A household on both laptops."""
    put(kari, HOME)
    sync_now(kari)
    caseload.grant_case(server.database, PLACE, "h1", ola.user.id, datetime.now(UTC))
    sync_now(ola)


@pytest.fixture
def two_values(shared: None, kari: Desk, ola: Desk) -> None:
    """Both have written the safety note without having seen the other's."""
    save_household(ola, replace(held(ola), safety_note="Ring først"))
    save_household(kari, replace(held(kari), safety_note="Hund i gangen"))
    sync_now(ola)
    sync_now(kari)


def press(qtbot: QtBot, button: QWidget) -> None:
    """As with the space bar."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def run_round(page: InStepScreen, qtbot: QtBot) -> str:
    """Press the button, wait for the answer, and read it."""
    press(qtbot, page.standing.button)
    qtbot.waitUntil(lambda: not page._window.rounds.running)
    return page.standing.told.label.text()


def test_a_new_laptop_connects_with_its_code_and_then_sends_what_was_written_before(
    server: Server, laptop: Callable[[str], Desk], show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    desk = laptop("Kari på ny PC")
    put(desk, HOME)
    page = show(desk)
    window = page._window
    assert not page.standing.button.isVisible()
    QTest.keyClicks(page.connecting.address, server.address)
    QTest.keyClicks(page.connecting.code, server.code("Kari Nordmann"))
    QTest.keyClick(page.connecting.code, Qt.Key.Key_Return)
    assert not page.connecting.button.isEnabled()
    qtbot.waitUntil(lambda: window.desk.user.name == "Kari Nordmann")
    assert window.house is not None
    fresh, notice = window.house.pages.currentWidget(), window.house.notice
    assert isinstance(fresh, InStepScreen)
    assert not fresh.connecting.isVisible()
    assert "Trykk «Bring i takt nå»" in notice.text()
    assert run_round(fresh, qtbot) == "Alt er i takt med serveren. Sendt 1 endring."
    assert "Alt er sendt" in texts(fresh.standing)
    assert notice.text() == "", "she has pressed it"


def test_a_wrong_code_is_told_at_the_field_and_nothing_has_changed(
    server: Server, laptop: Callable[[str], Desk], show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(laptop("Kari"))
    page.connecting.address.set_value(server.address)
    page.connecting.code.set_value("feil-kode")
    press(qtbot, page.connecting.button)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._code.problem_shown() == "Engangskoden er feil, brukt eller for gammel. Be om en ny."
    assert not sync_status(page._window.desk).enrolled


def test_without_a_server_in_reach_the_sentence_says_that_nothing_is_lost(
    laptop: Callable[[str], Desk], show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    desk = laptop("Kari")
    put(desk, HOME)
    with desk.store.writing_connection() as connection:
        write_setting(connection, "server", {"url": "http://127.0.0.1:9", "token": "x", "authority": ""})
    page = show(desk)
    assert run_round(page, qtbot) == "Får ikke kontakt med serveren. Alt er lagret her og sendes senere."
    assert "1 endring ikke sendt" in texts(page.standing)
    assert page.standing.button.isEnabled()


@pytest.mark.usefixtures("shared")
def test_the_keyboard_stays_on_the_button_that_asked_for_a_round(
    kari: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(kari)
    page._window.activateWindow()
    run_round(page, qtbot)
    assert page._window.focusWidget() is page.standing.button, "the next press must not be one on the pause"


@pytest.mark.usefixtures("two_values")
def test_what_she_wrote_is_hers_whatever_she_calls_herself_and_no_namesakes(
    kari: Desk, show: Callable[[Desk], InStepScreen]
) -> None:
    (box,) = show(introduce(kari, "Ola Nordmann", "")).waiting.boxes.values()
    assert texts(box).count("\nDu, ") == 1
    assert "\nOla Nordmann, " in texts(box)


@pytest.mark.usefixtures("two_values")
def test_of_two_values_one_is_chosen_and_she_can_change_her_mind(
    kari: Desk, ola: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(kari)
    ((key, box),) = page.waiting.boxes.items()
    assert {"Hund i gangen", "Ring først", "Sikkerhet", "Ayşe og Mehmet Yılmaz"} <= set(texts(page.waiting).split("\n"))
    assert "\nDu, " in texts(box)
    assert "\nOla Nordmann, " in texts(box)
    mine, hers = (
        next(place for place, version in enumerate(page.model.conflicts[0].versions) if say(version.value) == value)
        for value in ("Hund i gangen", "Ring først")
    )
    press(qtbot, box._rows[hers].button)
    assert held(kari).safety_note == "Ring først"
    assert sync_status(kari).need_you == 0
    assert page.waiting.boxes[key] is box
    press(qtbot, box._rows[mine].button)
    assert held(kari).safety_note == "Hund i gangen"
    assert "Alt er i takt" in run_round(page, qtbot)
    sync_now(ola)
    assert held(ola).safety_note == "Hund i gangen"
    assert conflicts_of(ola) == []
    qtbot.waitUntil(lambda: "Ingenting trenger deg nå." in texts(page.waiting))


@pytest.mark.usefixtures("two_values")
def test_of_two_notes_both_can_be_kept(kari: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot) -> None:
    page = show(kari)
    (box,) = page.waiting.boxes.values()
    box.chosen.emit(ALL)
    assert sorted(held(kari).safety_note.split(" / ")) == ["Hund i gangen", "Ring først"]


@pytest.mark.usefixtures("shared")
def test_with_several_in_the_household_it_is_told_whose_field_has_two_values(
    kari: Desk, ola: Desk, show: Callable[[Desk], InStepScreen]
) -> None:
    with kari.work() as work:
        work.put(Person(id="p1", case="h1", name="Ayşe Yılmaz"))
        work.put(Person(id="p2", case="h1", name="Mehmet Yılmaz"))
    for desk in (kari, ola):
        sync_now(desk)
    for desk, phone in ((ola, "000 00 202"), (kari, "000 00 191")):
        save_person(desk, replace(open_household(desk, "h1").card.persons[1], phone=phone))
    for desk in (ola, kari):
        sync_now(desk)
    whose = open_household(kari, "h1").card.persons[1].name.split(" ")[0]
    assert f"Telefon, {whose}" in texts(show(kari).waiting).split("\n")


@pytest.mark.usefixtures("two_values")
def test_the_page_passes_the_gate_with_two_values_and_the_connection_form_open(
    kari: Desk, show: Callable[[Desk], InStepScreen], check_screen: Callable[..., None], qtbot: QtBot
) -> None:
    page = show(kari)
    run_round(page, qtbot)
    page.standing.again.click()
    check_screen(page._window, (lambda: page.connecting.show_running(False), lambda: wait_for_browser(page)))


def wait_for_browser(page: InStepScreen) -> None:
    page.connecting.show_signing_in()
    page.connecting.account.show_browser("https://login.example/auth", True)


@pytest.mark.usefixtures("shared")
def test_a_case_that_is_no_longer_hers_is_named_when_it_has_left(
    server: Server, ola: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(ola)
    caseload.revoke_case(server.database, PLACE, "h1", ola.user.id, datetime.now(UTC))
    run_round(page, qtbot)
    assert household_names(ola) == {}
    assert "Ayşe og Mehmet Yılmaz" in texts(page.standing)


def test_a_round_comes_of_itself_and_none_while_it_is_paused(
    kari: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(kari)
    rounds = page._window.rounds
    press(qtbot, page.standing.pause)
    assert page.standing.pause.text() == "På pause – fortsett"
    put(kari, HOME)
    rounds.keep_up(kari)
    qtbot.wait(50)
    assert not rounds.running
    press(qtbot, page.standing.pause)
    with qtbot.waitSignal(rounds.done):
        pass
    assert not rounds.asked
    assert sync_status(kari).unsent == 0


def test_a_clock_that_is_wrong_is_told_and_nothing_is_refused(
    kari: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    put(kari, HOME)
    page = show(kari)
    assert "takt" in run_round(page, qtbot)
    assert "Klokken på denne PC-en går for" in texts(page.standing)


@pytest.mark.usefixtures("two_values")
def test_what_was_decided_is_taken_back_with_one_click_also_after_a_round(
    kari: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(kari)
    (conflict,) = conflicts_of(kari)
    page.waiting.chosen.emit(conflict.id, 1)
    run_round(page, qtbot)
    assert conflicts_of(kari) == []
    assert "Avgjort" in texts(page.waiting)
    now = held(kari).safety_note
    (box,) = page.waiting.boxes.values()
    (button,) = [row.button for row in box._rows if row.button.isVisibleTo(box)]
    press(qtbot, button)
    assert held(kari).safety_note != now
    assert {now, held(kari).safety_note} == {"Ring først", "Hund i gangen"}


def test_what_only_a_newer_version_can_read_is_told(kari: Desk, show: Callable[[Desk], InStepScreen]) -> None:
    put(kari, HOME)
    with kari.work() as work:
        work.set_field(HOME, "adults", "to")
    household_names(kari)
    assert "nyere versjon av programmet" in texts(show(kari).standing)
