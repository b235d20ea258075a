"""Settings: every choice holds at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk, create_desk, open_desk
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.background import wait_for_all
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.preferences import Preferences, read_preferences
from hjemmebesok.ui.screens import SCREENS
from hjemmebesok.ui.screens.settings.passphrase import PassphraseCard
from hjemmebesok.ui.screens.settings.you import YouCard
from hjemmebesok.ui.theme import look
from hjemmebesok.ui.widgets.segment import Segment
from hjemmebesok.ui.window import MainWindow

SETTINGS = tuple(screen for screen in SCREENS if screen.name == "settings")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST)
    yield made
    made.close()


@pytest.fixture
def window(tmp_path: Path, desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(tmp_path, Preferences(language="nb", text_size=125, colours="light", lock_after=5), SETTINGS)
    qtbot.addWidget(made)
    made.open(desk)
    made.show()
    yield made
    wait_for_all()


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


def test_the_phone_that_letters_give_is_kept(window: MainWindow) -> None:
    card = window.findChild(YouCard)
    card.phone.setFocus()
    QTest.keyClicks(card.phone, "000 00 177")
    card.name.setFocus()
    assert window.desk.user.phone == "000 00 177"


def test_what_was_typed_is_kept_when_the_window_locks(window: MainWindow, desk: Desk) -> None:
    card = window.findChild(YouCard)
    card.phone.setFocus()
    QTest.keyClicks(card.phone, "000 00 178")
    window.lock()
    again = open_desk(desk.store.folder, "fjell om høsten")
    assert again.user.phone == "000 00 178"
    again.close()


def test_a_name_is_never_emptied(window: MainWindow) -> None:
    card = window.findChild(YouCard)
    card.name.setFocus()
    QTest.keySequence(card.name, QKeySequence.StandardKey.SelectAll)
    QTest.keyClick(card.name, Qt.Key.Key_Delete)
    card.phone.setFocus()
    assert window.desk.user.name == "Kari Nordmann"
    assert "Skriv navnet ditt." in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_the_passphrase_is_changed_by_the_old_one_and_the_new_one_twice(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    card = window.findChild(PassphraseCard)
    for control, typed in (
        (card.old, "fjell om høsten"),
        (card.new, "sommer ved elva"),
        (card.again, "sommer ved elv"),
    ):
        control.set_value(typed)
    card.change()
    assert card.button.isEnabled()  # nothing was tried: the two differ
    card.again.set_value("sommer ved elva")
    card.change()
    qtbot.waitUntil(card.button.isEnabled)
    open_desk(desk.store.folder, "sommer ved elva").close()
