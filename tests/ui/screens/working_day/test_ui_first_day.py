"""The first day: nobody is on this computer yet, and the way to the tenant register lies open."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from monday import NOW, put_households, put_meeting, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.register.screen import RegisterScreen
from hjemmebesok.ui.window import MainWindow


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ["today", "households"])
def test_an_empty_store_leads_to_the_register_and_stops_when_there_is_someone(
    desk: Desk, window: MainWindow, name: str
) -> None:
    page: Any = window.go(name)
    assert "Ingen husstander ennå" in words_on(page)
    page.first_day.button.setFocus()
    QTest.keyClick(page.first_day.button, Qt.Key.Key_Space)
    assert isinstance(window.house.pages.currentWidget(), RegisterScreen)  # type: ignore[union-attr]  # it is open
    put_households(desk)
    window.changed.emit(Changes(frozenset({"household"}), frozenset({"h1"})))
    window.go(name)
    assert "Ingen husstander ennå" not in words_on(page)
    assert page.finder.field.isVisible()


@pytest.mark.parametrize("name", ["today", "households"])
def test_an_empty_store_leads_to_the_server_too(window: MainWindow, name: str) -> None:
    page: Any = window.go(name)
    page.first_day.server.click()
    assert isinstance(window.house.pages.currentWidget(), InStepScreen)  # type: ignore[union-attr]  # it is open


def test_the_keyboard_stands_ready_to_read_the_register_in(window: MainWindow) -> None:
    page: Any = window.go("households")
    assert window.focusWidget() is page.first_day.button


def test_a_search_that_finds_nobody_is_no_first_day(desk: Desk, window: MainWindow) -> None:
    put_households(desk)
    page: Any = window.go("households")
    QTest.keyClicks(page.finder.field, "zzz")
    window.changed.emit(None)
    assert "Ingen husstander ennå" not in words_on(page)


def test_a_meeting_without_households_is_the_one_primary_thing(desk: Desk, window: MainWindow) -> None:
    put_meeting(desk, ())
    page: Any = window.go("today")
    page.refresh()
    assert page.card.isVisible()
    assert not page.first_day.isVisible()


@pytest.mark.parametrize("name", ["today", "households"])
def test_the_page_passes_the_gate(window: MainWindow, check_screen: Callable[..., None], name: str) -> None:
    window.go(name)
    check_screen(window)
