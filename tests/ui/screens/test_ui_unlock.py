"""The unlock page, with plain callables in place of the store."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.header import Header
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.unlock.forgotten import Forgotten
from hjemmebesok.ui.screens.unlock.screen import UnlockScreen
from hjemmebesok.ui.widgets.segment import Segment

RIGHT = "fjell om kvelden"
USED = Header(municipality="Eksempel kommune", last_in_step="2026-10-09T13:42:00+00:00", unsent=3)


def unlock(passphrase: str) -> str:
    """A store that opens to one passphrase."""
    if passphrase != RIGHT:
        raise Refused(Phrase("Passfrasen stemmer ikke. Se etter store bokstaver og mellomrom."))
    return "desk"


def page(header: Header = USED, opener: Callable[[str], object] = unlock) -> UnlockScreen:
    screen = UnlockScreen(header, opener, speech.choose)
    screen.show()
    screen.activateWindow()
    return screen


def texts(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_the_right_passphrase_opens(qtbot: QtBot) -> None:
    screen = page()
    QTest.keyClicks(screen.passphrase.line, RIGHT)
    with qtbot.waitSignal(screen.opened) as opened:
        QTest.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
    assert opened.args == ["desk"]
    assert screen.passphrase.value() == ""


def test_while_it_opens_nothing_can_be_pressed_twice(qtbot: QtBot) -> None:
    tried: list[str] = []

    def slow(passphrase: str) -> str:
        tried.append(passphrase)
        return unlock(passphrase)

    screen = page(opener=slow)
    screen.passphrase.set_value(RIGHT)
    with qtbot.waitSignal(screen.opened):
        screen.try_it()
        screen.try_it()
        assert not screen.button.isEnabled()
        assert screen.button.text() == "Låser opp …"
    assert tried == [RIGHT]


def test_a_wrong_passphrase_is_one_sentence_and_one_can_try_again(qtbot: QtBot) -> None:
    screen = page()
    screen.passphrase.set_value("feil")
    screen.try_it()
    qtbot.waitUntil(lambda: screen.field.problem_shown() != "")
    assert "stemmer ikke" in screen.field.problem_shown()
    assert screen.button.isEnabled()
    assert screen.passphrase.line.selectedText()
    QTest.keyClick(screen.passphrase.line, Qt.Key.Key_A)
    assert screen.field.problem_shown() == ""


def test_something_unforeseen_is_a_sentence_without_what_was_in_it(qtbot: QtBot) -> None:
    def broken(passphrase: str) -> str:
        raise OSError(f"secret {passphrase}")

    screen = page(opener=broken)
    screen.passphrase.set_value(RIGHT)
    screen.try_it()
    qtbot.waitUntil(lambda: screen.field.problem_shown() != "")
    assert screen.field.problem_shown() == "Det gikk ikke å låse opp (OSError)."


def test_nothing_typed_asks_for_the_passphrase() -> None:
    screen = page()
    screen.try_it()
    assert screen.field.problem_shown() == "Skriv passfrasen."


def test_the_passphrase_of_the_demo_stands_on_the_demo_alone() -> None:
    assert "Passfrase:" not in texts(page())
    assert "«fjell om høsten»" in texts(page(Header(demo_passphrase="fjell om høsten")))


@pytest.mark.parametrize(
    ("header", "standing", "lost"),
    [
        (USED, "3 endringer er lagret her og ikke sendt ennå", "De går tapt."),
        (Header(last_in_step="2026-10-09T13:42:00+00:00"), "Alt er sendt", "så ingenting går tapt."),
        (Header(), "Ikke i takt med serveren ennå", "ikke kommet til noen server"),
        (Header(unsent=1), "1 endring er lagret her", "Den går tapt."),
        (Header(photos=1), "1 bilde er lagret her og ikke sendt ennå", "1 bilde er ikke sendt og finnes bare her."),
        (replace(USED, photos=2), "2 bilder er lagret her", "2 bilder er ikke sendt og finnes bare her."),
    ],
)
def test_how_things_stand_and_what_forgetting_costs_is_told_as_it_is(header: Header, standing: str, lost: str) -> None:
    screen = page(header)
    assert standing in texts(screen)
    assert lost not in texts(screen)
    screen.findChild(Forgotten).button.click()
    assert "kan ikke hentes fram igjen" in texts(screen)
    assert lost in texts(screen)


def test_the_language_can_be_chosen_before_anything_else(marked: None) -> None:
    screen = page()
    english = next(segment for segment in screen.findChildren(Segment) if segment.text() == "English")
    QTest.mouseClick(english, Qt.MouseButton.LeftButton)
    assert screen.button.text() == "en:Lås opp"
    assert screen.passphrase.line.accessibleName() == "en:Passfrase"


def test_the_page_passes_the_gate(check_screen: Callable[[QWidget], None]) -> None:
    screen = page(Header(municipality="Eksempel kommune", demo_passphrase="fjell om høsten", unsent=3))
    screen.findChild(Forgotten).button.click()
    check_screen(screen)
