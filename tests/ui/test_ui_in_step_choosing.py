"""Choosing between two values, and laying a refusal aside, with the keyboard alone: where it is afterwards, and what
the cards say then."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from disagreeing import disagree
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading import texts
from test_ui_in_step import HOME, SCREENS, put

from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import open_household, save_household
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.widgets import ConflictBox
from hjemmebesok.ui.widgets.conflict_box import ALL, Version
from hjemmebesok.ui.window import MainWindow

KEY = "h1-safety_note"


@pytest.fixture
def kari(tmp_path: Path) -> Iterator[Desk]:
    """With two values of one field."""
    with closing(
        create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    ) as desk:
        put(desk, replace(HOME, safety_note="Ring først"))
        disagree(desk, "h1", "household", "safety_note", "Ring først", "Hund i gangen")
        yield desk


@pytest.fixture
def page(kari: Desk, tmp_path: Path, qtbot: QtBot) -> InStepScreen:
    """In a real window."""
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(kari)
    window.activateWindow()
    shown = window.go("in_step")
    assert isinstance(shown, InStepScreen)
    shown.connecting.closed.emit()  # as where it knows a server
    return shown


def here() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""


def space() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize(("place", "told"), [(0, "Valgt"), (1, "Valgt"), (ALL, "Begge er beholdt")])
def test_the_keyboard_stays_with_what_was_chosen_and_the_next_press_undoes_nothing(
    page: InStepScreen, place: int, told: str
) -> None:
    box = page.waiting.boxes[KEY]
    (box._all if place == ALL else box._rows[place].button).setFocus()
    space()
    assert (here(), page.model.stands(KEY)) == (told, place)
    space()
    assert (here(), page.model.stands(KEY)) == (told, place)


def test_a_choice_that_changes_what_an_older_decision_says_moves_no_card(page: InStepScreen, kari: Desk) -> None:
    page.waiting.boxes[KEY].chosen.emit(1)
    page.model.forget_choices()
    page.model._clashes.clear()
    disagree(kari, "h1", "household", "safety_note", "Hund i gangen", "Bruk bakdøra", known_as="later")
    page.refresh(None)
    page.waiting.boxes["later"]._rows[1].button.setFocus()
    space()
    assert "Nå står det «Bruk bakdøra». Du kan fortsatt velge." in texts(page.waiting)
    assert here() == "Valgt"


def test_a_card_says_that_it_is_decided_as_soon_as_it_is(page: InStepScreen) -> None:
    assert "To ulike svar" in texts(page.waiting)
    page.waiting.boxes[KEY].chosen.emit(1)
    assert "Avgjort" in texts(page.waiting)
    assert "To ulike svar" not in texts(page.waiting)


@pytest.mark.parametrize("place", [0, 1, ALL])
def test_what_was_chosen_is_still_shown_as_chosen_after_a_round(page: InStepScreen, place: int) -> None:
    page.waiting.boxes[KEY].chosen.emit(place)
    page.model.forget_choices()
    page.model._clashes.clear()
    page.model.read()
    assert page.model.stands(KEY) == place


def test_a_third_value_written_since_is_told_where_the_two_stand(page: InStepScreen, kari: Desk) -> None:
    page.waiting.boxes[KEY].chosen.emit(0)
    assert conflicts_of(kari) == []
    save_household(kari, replace(open_household(kari, "h1").card.household, safety_note="Bruk bakdøra"))
    page.model.forget_choices()
    page.model._clashes.clear()
    page.refresh(None)
    assert "Nå står det «Bruk bakdøra». Du kan fortsatt velge." in texts(page.waiting)


def test_a_box_without_the_keyboard_does_not_take_it(page: InStepScreen) -> None:
    page.standing.button.setFocus()
    page.waiting.boxes[KEY].show_choice(1)
    assert here() == "Bring i takt nå"


def test_where_only_one_can_be_kept_nothing_says_that_both_are(page: InStepScreen) -> None:
    box = ConflictBox([Version(plain("1"), plain("Kari")), Version(plain("2"), plain("Ola"))])
    assert "Behold begge" not in texts(box)
    assert "Begge er beholdt" not in texts(box)


def test_until_somebody_chooses_it_is_told_which_value_holds(page: InStepScreen) -> None:
    assert "Den øverste gjelder til noen velger. Valget kan angres." in texts(page.waiting)


def test_a_third_value_that_was_written_here_is_told_as_the_one_that_holds(page: InStepScreen, kari: Desk) -> None:
    household = open_household(kari, "h1").card.household
    save_household(kari, replace(household, safety_note="Porten er låst"))
    page.refresh(None)
    assert "Nå står det «Porten er låst». Du kan fortsatt velge." in texts(page.waiting)
    assert "To ulike svar" in texts(page.waiting)
    assert "Den øverste" not in texts(page.waiting)
