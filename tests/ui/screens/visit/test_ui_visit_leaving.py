"""A case leaves this computer while its visit is open: what is being typed goes first, and the page with the case."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from visit_shown import Shown, type_in

from hjemmebesok.store import replica

NOTE = "summary.note"


@pytest.fixture
def writing(show: Callable[[str], Shown], visit: str) -> Shown:
    """In the middle of a note."""
    shown = show(visit)
    type_in(shown.form("summary").asked[NOTE].control, "Broren kan stille som kausj")
    assert NOTE in shown.stored.drafts
    return shown


def leave_the_laptop(shown: Shown) -> None:
    """In a round."""
    shown.window.rounds.began.emit()
    with shown.desk.store.writing_connection() as connection:
        replica.drop_cases(connection, ["h1"])


def test_what_is_being_typed_is_saved_before_a_round_begins(writing: Shown) -> None:
    writing.window.rounds.began.emit()
    assert writing.answers[NOTE] == "Broren kan stille som kausj"
    assert writing.stored.drafts == {}


def test_the_page_goes_with_the_case_and_she_is_told(writing: Shown, qtbot: QtBot) -> None:
    leave_the_laptop(writing)
    writing.window.changed.emit(None)
    qtbot.waitUntil(lambda: not writing.screen.isVisible())
    assert writing.said() == "Besøket er ikke lenger på denne PC-en."
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not writing.screen._soon.isActive(), "there is nothing left to weigh"


def test_a_visit_that_left_while_another_page_was_open_is_no_hindrance_to_the_next(
    writing: Shown, qtbot: QtBot
) -> None:
    writing.window.go("settings")
    leave_the_laptop(writing)
    writing.window.changed.emit(None)
    writing.window.go("visit", writing.screen.model.id)
    qtbot.waitUntil(lambda: not writing.screen.isVisible())
    assert writing.said() == "Besøket er ikke lenger på denne PC-en."


def test_of_a_visit_that_is_gone_she_is_told_where_she_is_sent_and_not_over_another_familys(
    writing: Shown, qtbot: QtBot
) -> None:
    writing.window.go("visit", "gone")
    assert writing.screen.frame._form is not writing.screen.pages
    qtbot.waitUntil(lambda: not writing.screen.isVisible())
    assert "Det finnes ikke noe" in writing.said()
    assert writing.answers[NOTE] == "Broren kan stille som kausj", "what she was typing is saved"
