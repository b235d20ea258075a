"""What if the criteria were others: a proposal, who moves from what to what, and the way to each of them."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from disagreeing import disagree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.demo.programme import ANSWERS
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import N_
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.what_if.movers import AT_A_TIME
from hjemmebesok.ui.screens.what_if.screen import WhatIfScreen
from hjemmebesok.ui.unsettled import UnsettledLine
from hjemmebesok.ui.widgets.card_button import CardButton
from hjemmebesok.ui.window import MainWindow

_HERE = "hjemmebesok.ui.screens"
SCREENS = (
    Screen("households", "users", N_("Husstander"), f"{_HERE}.households.screen:HouseholdsScreen"),
    Screen("household", "users", N_("Husstand"), f"{_HERE}.households.household:HouseholdScreen", "households"),
    Screen("in_step", "house", N_("I takt"), f"{_HERE}.in_step.screen:InStepScreen", "households"),
    Screen("what_if", "scale", N_("Hva hvis"), f"{_HERE}.what_if.screen:WhatIfScreen"),
)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
MUNICIPAL = {"dwelling.municipal": True, "economy.bank": "refused", "economy.livsopphold_reason": "Kontoutskrift."}
HOMES = AT_A_TIME + 2


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """With some households that all need 7.8 per cent of the price as a grant, and one that has no form."""
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    with opened.work() as work:
        for n in range(HOMES):
            work.put(Household(id=f"h{n}", case=f"h{n}", name=f"Familien {n}"))
            work.put(Kartlegging(id=f"k{n}", case=f"h{n}", visit=f"v{n}", answers=ANSWERS | MUNICIPAL))
        work.put(Household(id="none", case="none", name="Uten skjema"))
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    return window


@pytest.fixture
def page(window: MainWindow) -> WhatIfScreen:
    page = window.go("what_if")
    assert isinstance(page, WhatIfScreen)
    return page


@pytest.fixture
def propose(page: WhatIfScreen, qtbot: QtBot) -> Callable[..., str]:
    """Type some settings, press and wait; what then stands on the page."""

    def typed(**settings: str) -> str:
        for name, text in settings.items():
            control = page.choosing.fields[name].control
            control.setFocus()
            control.selectAll()
            QTest.keyClicks(control, text)
        QTest.mouseClick(page.compare, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.ready)
        return texts(page)

    return typed


def listed(page: WhatIfScreen) -> list[CardButton]:
    assert page.found and page.found.movers
    QTest.qWait(1)
    return [each for each in page.found.movers.findChildren(CardButton) if each.isVisibleTo(page)]


def test_a_smaller_grant_is_told_as_who_moves_from_what_to_what(propose: Callable[..., str]) -> None:
    said = propose(grant_percent="7").split("\n")
    assert f"{HOMES} av {HOMES} husstander får et annet svar" in said
    assert "Vanlig tilskudd, høyst: 20 prosent → 7 prosent" in said
    assert any(f"{HOMES} husstander" in each and ("→" in each or "Fortsatt" in each) for each in said)
    assert any(each.startswith("Med forslaget: ") for each in said)
    assert any(each.startswith("Resten er 156") for each in said)


def test_it_says_that_an_answer_it_counts_has_two_values(
    page: WhatIfScreen, propose: Callable[..., str], desk: Desk, window: MainWindow
) -> None:
    disagree(desk, "k1", "kartlegging", "economy.livsopphold", 1_900_000, 2_100_000, case="h1")
    assert "To har skrevet ulikt i «Livsopphold»" in propose(grant_percent="7")
    (line,) = page.findChildren(UnsettledLine)
    line.button.click()
    assert window.house
    assert isinstance(window.house.pages.currentWidget(), InStepScreen)


def test_a_press_on_a_household_opens_its_page(
    page: WhatIfScreen, propose: Callable[..., str], window: MainWindow
) -> None:
    propose(grant_percent="7")
    QTest.keyClick(listed(page)[3], Qt.Key.Key_Space)
    assert window.house
    assert "Familien 3" in texts(window)


def test_a_long_list_comes_a_little_at_a_time(page: WhatIfScreen, propose: Callable[..., str]) -> None:
    propose(grant_percent="7")
    assert len(listed(page)) == AT_A_TIME
    assert page.found and page.found.movers
    page.found.movers.show_more()
    assert len(listed(page)) == HOMES
    assert not page.found.movers.more.isVisibleTo(page)


def test_the_list_can_be_of_those_alone_who_move_one_way(page: WhatIfScreen, propose: Callable[..., str]) -> None:
    propose(grant_percent="7")
    assert page.found
    (way,) = {mover.whole for mover in page.found._found.comparison.changed}
    page.found.show_way(way)
    assert len(listed(page)) == AT_A_TIME


def test_the_same_settings_change_nothing_for_anybody(propose: Callable[..., str]) -> None:
    said = propose()
    assert f"Ingen av {HOMES} husstander får et annet svar" in said
    assert "Forslaget er likt reglene som gjelder." in said


def test_what_was_found_is_gone_as_soon_as_the_proposal_changes(
    page: WhatIfScreen, propose: Callable[..., str]
) -> None:
    propose(grant_percent="7")
    assert page.found
    QTest.keyClicks(page.choosing.fields["grant_percent"].control, "5")
    assert page.found is None


@pytest.mark.parametrize("typed", ["300", "mye", "-5", "1e9"])
def test_a_setting_that_cannot_be_is_told_at_its_field_and_nothing_is_compared(
    page: WhatIfScreen, propose: Callable[..., str], typed: str
) -> None:
    propose(grant_percent=typed)
    assert page.found is None
    assert page.choosing.fields["grant_percent"].problem_shown()


def test_the_other_rules_can_be_changed_too(page: WhatIfScreen, propose: Callable[..., str]) -> None:
    page.choosing._choose("startlan-2025")
    said = propose(kalkulasjonsrente="7,5", langvarig_years="3")
    assert "Kalkulasjonsrente: Husbankens rente → 7,5 prosent" in said
    assert "Så lenge er et problem langvarig: 5 år → 3 år" in said


def test_a_comparison_can_be_stopped_and_made_again(
    page: WhatIfScreen, propose: Callable[..., str], qtbot: QtBot
) -> None:
    page.choosing.fields["grant_percent"].control.set_value(Decimal(7))  # type: ignore[attr-defined]
    page.compare.click()
    assert not page.ready
    assert page.stop.isVisibleTo(page)
    page.stop.click()
    qtbot.waitUntil(lambda: page.ready)
    assert page.compare.isVisibleTo(page)
    propose()
    assert page.found


def test_locking_up_meanwhile_waits_for_nobody(page: WhatIfScreen, window: MainWindow) -> None:
    page.compare.click()
    window.lock()
    assert window.house is None


def test_the_page_is_for_everyone_in_every_language_and_size(
    page: WhatIfScreen, propose: Callable[..., str], check_screen: Callable[..., None], marked: None
) -> None:
    propose(grant_percent="7")
    check_screen(page.window())


def test_the_choosing_is_for_everyone_too(page: WhatIfScreen, check_screen: Callable[..., None], marked: None) -> None:
    page.choosing._choose("startlan-2025")
    check_screen(page.window())
