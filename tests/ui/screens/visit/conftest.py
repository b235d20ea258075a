"""One family, one started visit, and the visit in its window."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from visit_shown import Shown

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.visits import plan_visit, save_answer, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.visit.screen import VisitScreen
from hjemmebesok.ui.window import MainWindow

NOW = datetime(2026, 10, 12, 10, 42, tzinfo=timezone(timedelta(hours=2)))
SCREENS = (  # only one of them has a line in the navigation
    Screen("settings", "settings", N_("Innstillinger"), "hjemmebesok.ui.screens.settings.screen:SettingsScreen"),
    Screen("letter", "file-text", N_("Brev"), "hjemmebesok.ui.screens.letter.screen:LetterScreen", under="settings"),
    Screen("family", "users", N_("Vis til familien"), "hjemmebesok.ui.screens.family.screen:FamilyScreen", "settings"),
    Screen("in_step", "house", N_("I takt"), "hjemmebesok.ui.screens.in_step.screen:InStepScreen", under="settings"),
    Screen("today", "calendar", N_("I dag"), "hjemmebesok.ui.screens.today.screen:TodayScreen", under="settings"),
    Screen("visit", "house", N_("Hjemmebesøk"), "hjemmebesok.ui.screens.visit.screen:VisitScreen", under="settings"),
)
# Two adults, two children and a flat at two million; the bank has not answered.
COUPLE: dict[str, Any] = {
    "dwelling.rent": 1_260_000,
    "dwelling.power": 90_000,
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000, "documented": True},
    "economy.income/2": {"type": "lonn_deltid", "who": "Ayşe", "amount": 757_600},
    "economy.income/3": {"type": "barnetrygd", "who": "Ayşe", "amount": 402_400},
    "economy.income/4": {"type": "sosialstonad", "who": "Mehmet", "amount": 320_000},
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "wishes.own": True,
    "wishes.price": 200_000_000,
    "wishes.term": 40,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    yield opened
    opened.close()


@pytest.fixture
def planned(desk: Desk) -> str:
    """The id of a visit to a family of four that has not been started."""
    with desk.work() as work:
        work.put(
            Household(
                id="h1",
                case="h1",
                name="Ayşe og Mehmet Yılmaz",
                language="tr",
                adults=2,
                children=2,
                safety_note="Hund i gangen. Ring på først.",
            )
        )
        work.put(Person(id="p1", case="h1", name="Mehmet Yılmaz"))
        work.put(Person(id="p2", case="h1", name="Ayşe Yılmaz", role=Role.PARTNER))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", unit="H0302"))
        lease = Tenancy(id="t1", case="h1", dwelling="d1", rent=Money(1_260_000), ends=date(2027, 4, 30))
        work.put(lease)
    return plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30)).made


@pytest.fixture
def visit(desk: Desk, planned: str) -> str:
    start_visit(desk, planned)
    return planned


@pytest.fixture
def couple(desk: Desk, visit: str) -> str:
    """The visit with every amount known."""
    for key, answer in COUPLE.items():
        save_answer(desk, visit, key, answer)
    return visit


@pytest.fixture
def show(desk: Desk, tmp_path: Path, qtbot: QtBot, settle: Callable[[], None]) -> Callable[[str], Shown]:
    """`show(visit)`: a window with this visit in it."""

    def shown(visit_id: str) -> Shown:
        window = MainWindow(tmp_path / "screen", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        window.resize(1366, 768)
        window.show()
        window.open(desk)
        screen = window.go("visit", visit_id)
        assert isinstance(screen, VisitScreen)
        window.activateWindow()
        settle()
        return Shown(desk, window, screen)

    return shown
