"""The first run, with a plain callable in place of the store."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import SHORTEST_PASSPHRASE
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.first_run.screen import FirstRunScreen, NewStore
from hjemmebesok.ui.screens.first_run.strength import SHORTEST, strength_of
from hjemmebesok.ui.widgets import Field

GOOD = "fjell bok sjø lampe"


def page(create: Callable[[NewStore], object] = lambda new: new) -> FirstRunScreen:
    screen = FirstRunScreen(create, speech.choose)
    screen.show()
    screen.activateWindow()
    return screen


def filled(screen: FirstRunScreen, passphrase: str = GOOD, again: str = GOOD) -> FirstRunScreen:
    screen.user_name.set_value("Kari Nordmann")
    screen.municipality.set_value("Eksempel kommune")
    screen.passphrase.set_value(passphrase)
    screen.again.set_value(again)
    return screen


def said(screen: FirstRunScreen) -> list[str]:
    return [field.problem_shown() for field in screen.findChildren(Field) if field.problem_shown()]


def test_what_was_chosen_is_handed_on(qtbot: QtBot) -> None:
    speech.choose("tr")
    screen = filled(page())
    with qtbot.waitSignal(screen.opened) as opened:
        screen.try_it()
    assert opened.args == [NewStore(GOOD, "Kari Nordmann", "", "Eksempel kommune", "tr")]


def test_the_phone_that_letters_give_is_asked_for_and_handed_on(qtbot: QtBot) -> None:
    screen = filled(page())
    screen.phone.set_value("000 00 100")
    with qtbot.waitSignal(screen.opened) as opened:
        screen.try_it()
    assert opened.args[0].phone == "000 00 100"


def test_what_is_missing_is_said_at_its_field_and_one_is_led_to_the_first() -> None:
    screen = page()
    screen.try_it()
    assert said(screen) == ["Skriv navnet ditt.", "Skriv navnet på kommunen.", "Passfrasen er ikke god nok ennå."]
    screen.user_name.set_value("Kari Nordmann")
    screen.try_it()
    assert said(screen) == ["Skriv navnet på kommunen.", "Passfrasen er ikke god nok ennå."]


def test_two_that_differ_are_not_taken() -> None:
    screen = filled(page(), again=GOOD + "r")
    screen.try_it()
    assert said(screen) == ["De to passfrasene er ikke like."]


def test_a_refusal_is_shown_and_one_can_try_again(qtbot: QtBot) -> None:
    def refuse(new: NewStore) -> object:
        raise Refused(Phrase("Her ligger det allerede et lager."))

    screen = filled(page(refuse))
    screen.try_it()
    qtbot.waitUntil(lambda: said(screen) == ["Her ligger det allerede et lager."])
    assert screen.button.isEnabled()


def test_the_store_and_the_page_agree_on_the_shortest() -> None:
    assert SHORTEST == SHORTEST_PASSPHRASE


@pytest.mark.parametrize(
    ("passphrase", "enough", "words"),
    [
        ("", False, "Minst 12 tegn. 12 igjen."),
        ("fjell om hø", False, "Minst 12 tegn. Ett igjen."),
        ("aaaaaaaaaaaaaa", False, "For få ulike tegn. Bruk flere ord."),
        ("kari nordmann1", False, "For lett å gjette. Bruk ikke navnet ditt eller kommunen."),
        ("fjell om høsten", True, "God nok. Fire ord eller flere er enda bedre."),
        ("kari nordmann liker fjell og sjø", True, "Sterk passfrase."),
        ("fjell bok sjø lampe 7", True, "Sterk passfrase."),
    ],
)
def test_the_strength_of_a_passphrase_is_told_in_words(passphrase: str, enough: bool, words: str) -> None:
    strength = strength_of(passphrase, "Kari Nordmann", "Eksempel kommune", "")
    assert (speech.language.say(strength.words), strength.enough) == (words, enough)


def test_the_words_follow_each_keystroke() -> None:
    screen = page()
    assert not screen.strength.isVisible()
    for typed, words in (("fjell", "Minst 12 tegn. 7 igjen."), (GOOD, "God nok. Fire ord eller flere er enda bedre.")):
        screen.passphrase.set_value(typed)
        screen.passphrase.edited.emit(typed)
        assert screen.strength.label.text() == words


def test_the_page_passes_the_gate(check_screen: Callable[[QWidget], None]) -> None:
    screen = page()
    screen.passphrase.set_value("fjell")
    screen.try_it()
    check_screen(screen)
