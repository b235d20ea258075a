"""The window: pages made when visited, told what changed, folded where it is narrow, and locked with nothing left."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.preferences import Preferences, read_preferences
from hjemmebesok.ui.screens import SCREENS, Screen
from hjemmebesok.ui.theme import look
from hjemmebesok.ui.widgets import Button
from hjemmebesok.ui.window import MainWindow

Settle = Callable[[], None]


class Page(QWidget):
    """A screen that writes down what it is told."""

    made: ClassVar[list[str]] = []

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window_given = window
        self.told: list[Any] = []
        self.opened = ""
        Page.made.append(type(self).__name__)
        QVBoxLayout(self).addWidget(Button(N_("Lagre")))

    def open(self, key: str) -> None:
        self.opened = key

    def refresh(self, changes: Any) -> None:
        self.told.append(changes)


class Wide(Page):
    folds_navigation = True


class Desk:
    """Something that must be closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


HERE = __name__
PAGES = (
    Screen("today", "calendar", N_("I dag"), f"{HERE}:Page"),
    Screen("visit", "house", N_("Hjemmebesøk"), f"{HERE}:Wide", under="today"),
    Screen("settings", "settings", N_("Innstillinger"), f"{HERE}:Page"),
)


@pytest.fixture
def window(tmp_path: Path, settle: Settle) -> MainWindow:
    Page.made.clear()
    made = MainWindow(tmp_path, Preferences(), PAGES)
    made.resize(1366, 768)
    made.show()
    made.open(Desk())  # type: ignore[arg-type]  # all that the window does with a desk is close it
    settle()
    return made


def test_a_page_is_made_when_it_is_first_visited(window: MainWindow) -> None:
    assert Page.made == ["Page"]
    window.go("visit")
    window.go("today")
    window.go("visit")
    assert Page.made == ["Page", "Wide"]


def test_a_page_is_opened_at_what_it_is_asked_for(window: MainWindow) -> None:
    assert window.go("visit", "visit-1").opened == "visit-1"  # type: ignore[attr-defined]  # a Page


def test_the_page_in_sight_is_told_what_changed_and_the_others_once_they_come_back(window: MainWindow) -> None:
    today, visit = window.go("today"), window.go("visit")
    window.changed.emit("first")
    window.changed.emit("second")
    assert (today.told, visit.told) == ([], ["first", "second"])  # type: ignore[attr-defined]  # Pages
    window.go("today")
    window.go("visit")
    window.go("today")
    assert today.told == [None]  # type: ignore[attr-defined]  # a Page


def test_the_navigation_shows_where_one_is_and_leads_by_keys(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    lines = window.house.navigation._lines  # type: ignore[union-attr]  # it is open
    assert list(lines) == ["today", "settings"]
    window.go("visit")
    assert [name for name, line in lines.items() if line.isChecked()] == ["today"]
    window.activateWindow()
    settle()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines["settings"].isChecked() and not lines["today"].isChecked())


def test_the_navigation_folds_where_it_is_narrow_or_the_screen_wants_the_room(
    window: MainWindow, settle: Settle
) -> None:
    navigation = window.house.navigation  # type: ignore[union-attr]  # it is open
    assert not navigation.folded
    window.go("visit")
    assert navigation.folded
    window.go("today")
    assert not navigation.folded
    window.resize(1200, 700)
    settle()
    assert navigation.folded
    assert navigation._lines["today"].accessibleName() == "I dag"
    window.resize(1366, 700)
    look.choose("light", 150)
    settle()
    assert navigation.folded


def test_an_action_tells_the_screens_and_a_refused_one_says_why(window: MainWindow) -> None:
    page = window.go("today")
    assert window.act(lambda: "changes", N_("Lagret."))
    assert page.told == ["changes"]  # type: ignore[attr-defined]  # a Page
    assert window.house.notice.text() == "Lagret."  # type: ignore[union-attr]  # it is open

    def refused() -> None:
        raise Refused(Phrase("«{field}» mangler.", field="Navn"))

    assert not window.act(refused)
    assert window.house.notice.text() == "«Navn» mangler."  # type: ignore[union-attr]  # it is open
    assert page.told == ["changes"]  # type: ignore[attr-defined]  # a Page


def test_locking_closes_the_desk_and_leaves_no_page(window: MainWindow, settle: Settle) -> None:
    desk, page = window.desk, window.go("today")
    locked: list[bool] = []
    window.locked.connect(lambda: locked.append(True))
    window.lock()
    for _ in range(3):
        settle()
        QTest.qWait(0)
    assert (desk.closed, locked, window.house) == (True, [True], None)  # type: ignore[attr-defined]  # a Desk of ours
    assert not isValid(page)
    window.lock()
    assert locked == [True]


def test_locking_closes_what_stands_beside_the_window(window: MainWindow, settle: Settle) -> None:
    dialog = QDialog(window)
    dialog.open()
    settle()
    window.lock()
    assert not dialog.isVisible()


def test_the_window_locks_when_nobody_has_touched_it(window: MainWindow) -> None:
    assert window._idle.timer.isActive()
    assert window._idle.timer.interval() == 10 * 60_000
    window._idle.timer.timeout.emit()
    assert window.house is None
    assert not window._idle.timer.isActive()


def test_a_touch_starts_the_count_anew(window: MainWindow) -> None:
    timer = window._idle.timer
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start(5_000)
    QTest.qWait(60)
    before = timer.remainingTime()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert timer.remainingTime() > before


def test_closing_the_window_closes_the_desk(window: MainWindow) -> None:
    desk = window.desk
    window.close()
    assert desk.closed  # type: ignore[attr-defined]  # a Desk of ours


def test_preferences_hold_at_once_and_the_next_time(window: MainWindow, tmp_path: Path) -> None:
    window.prefer(language="tr", text_size=150, colours="dark", lock_after=2)
    assert (speech.language.code, look.text_size, look.is_dark()) == ("tr", 150, True)
    assert window._idle.timer.interval() == 2 * 60_000
    assert read_preferences(tmp_path, "nb") == Preferences("tr", "dark", 150, 2)


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"text_size": 1000, "language": "xx", "colours": ["dark"]}'])
def test_preferences_that_cannot_be_read_are_the_usual_ones(tmp_path: Path, kept: str) -> None:
    (tmp_path / "screen.json").write_text(kept, "utf-8")
    assert read_preferences(tmp_path, "en") == Preferences(language="en")


def test_preferences_that_cannot_be_kept_still_hold(window: MainWindow, tmp_path: Path) -> None:
    window._folder = tmp_path / "file" / "folder"
    (tmp_path / "file").write_text("in the way", "utf-8")
    window.prefer(text_size=125)
    assert look.text_size == 125


def test_every_screen_of_the_table_has_its_module() -> None:
    for screen in SCREENS:
        module, _, maker = screen.place.partition(":")
        __import__(module)
        assert hasattr(sys.modules[module], maker), screen.place


def test_names_in_the_table_are_unique_and_lead_to_a_line() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(set(names)) == len(names)
    lines = {screen.name for screen in SCREENS if not screen.under}
    assert {screen.under for screen in SCREENS if screen.under} <= lines


def test_the_empty_window_passes_the_gate(window: MainWindow, check_screen: Callable[[QWidget], None]) -> None:
    window.say(N_("Alt er i takt med serveren."), "ok")
    check_screen(window)


def test_a_screen_that_is_not_there_is_an_error(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.go("nowhere")
