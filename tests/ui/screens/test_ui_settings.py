"""Settings: every choice holds at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.preferences import Preferences, read_preferences
from hjemmebesok.ui.screens.settings.screen import SettingsScreen
from hjemmebesok.ui.theme import look
from hjemmebesok.ui.widgets.segment import Segment
from hjemmebesok.ui.window import MainWindow


@pytest.fixture
def window(tmp_path: Path) -> MainWindow:
    made = MainWindow(tmp_path, Preferences(language="nb", text_size=125, colours="light", lock_after=5))
    made.setCentralWidget(SettingsScreen(made))
    made.show()
    return made


def segment(window: MainWindow, text: str) -> Segment:
    return next(each for each in window.findChildren(Segment) if each.text() == text)


def test_what_holds_now_is_shown(window: MainWindow) -> None:
    chosen = [each.text() for each in window.findChildren(Segment) if each.isChecked()]
    assert (chosen[0], chosen[1], len(chosen)) == ("Bokmål", "125 %", 4)


def test_a_choice_holds_at_once_and_is_kept(window: MainWindow, tmp_path: Path) -> None:
    for text in ("200 %", "Türkçe"):
        QTest.mouseClick(segment(window, text), Qt.MouseButton.LeftButton)
    assert (look.text_size, speech.language.code) == (200, "tr")
    assert read_preferences(tmp_path, "nb") == Preferences("tr", "light", 200, 5)


def test_a_setting_cannot_be_left_without_a_choice(window: MainWindow) -> None:
    QTest.mouseClick(segment(window, "125 %"), Qt.MouseButton.LeftButton)
    assert segment(window, "125 %").isChecked()


def test_the_screen_passes_the_gate(window: MainWindow, check_screen: Callable[[QWidget], None]) -> None:
    check_screen(window)
