"""A colleague's value comes while a field has the keyboard: what she types is written over what the field showed."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import test_ui_in_step
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_ui_in_step import Server, kari, laptop, running, server
from test_ui_in_step_unsaved import AtWork, at_work, type_in, visit

from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import invite, open_meeting, plan_meeting, start_meeting
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.talks import answer_offer, save_note
from hjemmebesok.casework.visits import open_visit, save_answer, save_presence
from hjemmebesok.domain.meeting import Meeting, Offer
from hjemmebesok.server import caseload
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.screens.visit.screen import VisitScreen

__all__ = ["at_work", "kari", "laptop", "running", "server", "visit"]

SAVINGS, LINE, NOTE = "economy.savings", "economy.income/1", "summary.note"


@pytest.fixture
def ola(at_work: AtWork, server: Server, laptop: Callable[[str], Desk]) -> Desk:
    """A colleague who holds the household too."""
    desk = enrol(laptop("Ola"), server.address, server.code("Ola Nordmann"))
    share(at_work, desk, "h1")
    return desk


@pytest.fixture
def page(at_work: AtWork, visit: str) -> VisitScreen:
    shown = at_work.window.go("visit", visit)
    assert isinstance(shown, VisitScreen)
    shown.go("economy")
    return shown


def share(at_work: AtWork, ola: Desk, case: str) -> None:
    at_work.round()
    caseload.grant_case(at_work.server.database, test_ui_in_step.PLACE, case, ola.user.id, datetime.now(UTC))
    sync_now(ola)


def give_the_keyboard(control: Any) -> None:
    control.window().activateWindow()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert control.hasFocus()


def leave(control: Any) -> None:
    QTest.keyClick(control, Qt.Key.Key_Tab)
    QApplication.processEvents()


def his_comes(at_work: AtWork, ola: Desk) -> None:
    sync_now(ola)
    at_work.round()


def two_values(at_work: AtWork, ola: Desk) -> list[Any]:
    """Those of the only field that has two, as both laptops have them."""
    at_work.round()
    sync_now(ola)
    found = [
        {repr(each.shown.value), repr(each.other.value)} for desk in (at_work.desk, ola) for each in conflicts_of(desk)
    ]
    assert len(found) == 2 and found[0] == found[1]
    (conflict,) = conflicts_of(ola)
    return [conflict.shown.value, conflict.other.value]


def test_what_she_begins_to_type_after_his_came_is_written_over_what_the_field_showed(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    control = page.pages.forms["economy"].asked[SAVINGS].control
    give_the_keyboard(control)
    save_answer(ola, visit, SAVINGS, 700_000)
    his_comes(at_work, ola)
    assert control.text() == "", "nothing changes under her hands"
    type_in(control, "12000")
    leave(control)
    assert set(two_values(at_work, ola)) == {700_000, 1_200_000}


def test_what_she_types_while_a_round_is_under_way_stands_beside_his(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    control = page.pages.forms["economy"].asked[SAVINGS].control
    save_answer(ola, visit, SAVINGS, 700_000)
    sync_now(ola)
    at_work.window.rounds.start(at_work.desk, asked=False)
    type_in(control, "12")
    at_work.qtbot.waitUntil(lambda: not at_work.window.rounds.running)
    type_in(control, "000")
    leave(control)
    assert set(two_values(at_work, ola)) == {700_000, 1_200_000}


def test_who_goes_on_from_what_she_saved_herself_disagrees_with_nobody(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    control = page.pages.forms["economy"].asked[SAVINGS].control
    for typed in ("12", "000"):
        type_in(control, typed)
        page.saver.rested()
        at_work.round()
    leave(control)
    at_work.round()
    sync_now(ola)
    form = open_visit(ola, visit).form
    assert form is not None and form.answers[SAVINGS] == 1_200_000
    assert conflicts_of(ola) == conflicts_of(at_work.desk) == []


def test_a_text_that_both_wrote_in_is_gone_on_with_from_what_she_saved(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    at_work.window.changed.emit(save_answer(at_work.desk, visit, NOTE, "Vil eie.\nBor trangt.\nRing"))
    at_work.round()
    sync_now(ola)
    page.go("summary")
    control = page.pages.forms["summary"].asked[NOTE].control
    control.moveCursor(control.textCursor().MoveOperation.End)
    type_in(control, " dem")
    save_answer(ola, visit, NOTE, "Vil eie på Fjell.\nBor trangt.\nRing")
    for _ in range(2):
        his_comes(at_work, ola)
    type_in(control, " snart.")
    page.settle()
    at_work.round()
    sync_now(ola)
    form = open_visit(ola, visit).form
    assert form is not None and form.answers[NOTE] == "Vil eie på Fjell.\nBor trangt.\nRing dem snart."
    assert conflicts_of(ola) == []


@pytest.mark.parametrize("typed", ["", "1"])
def test_a_field_that_she_leaves_as_it_was_shows_his(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str, typed: str
) -> None:
    control = page.pages.forms["economy"].asked[SAVINGS].control
    give_the_keyboard(control)
    save_answer(ola, visit, SAVINGS, 700_000)
    his_comes(at_work, ola)
    if typed:
        type_in(control, typed)
        QTest.keyClick(control, Qt.Key.Key_Backspace)
    leave(control)
    assert control.text() == "7\u00a0000\u00a0kr"


def test_a_line_with_the_keyboard_in_it_is_left_alone_as_a_whole(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    at_work.window.changed.emit(save_answer(at_work.desk, visit, LINE, {"type": "lonn_fast", "amount": 2_000_000}))
    at_work.round()
    sync_now(ola)
    row = page.pages.forms["economy"].lists["economy.income"].rows["1"]
    give_the_keyboard(row.cells["who"])
    save_answer(ola, visit, LINE, {"type": "lonn_fast", "amount": 2_500_000})
    his_comes(at_work, ola)
    assert row.cells["amount"].value().ore == 2_000_000
    type_in(row.cells["who"], "Zeynep")
    leave(row.cells["who"])
    told = [(each.get("who"), each["amount"]) for each in two_values(at_work, ola)]
    assert sorted(told, key=repr) == sorted([(None, 2_500_000), ("Zeynep", 2_000_000)], key=repr)


def test_whom_he_saw_there_comes_in_once_she_has_left_the_card(
    at_work: AtWork, ola: Desk, page: VisitScreen, visit: str
) -> None:
    page.go("consent")
    card = page.pages.presence
    give_the_keyboard(card.others)
    save_presence(ola, visit, ("Ola Nordmann",), ("Zeynep Kaya", "Ali Kaya"), None)
    his_comes(at_work, ola)
    assert (card.others.text(), card.ticks["Zeynep Kaya"].value()) == ("", False)
    type_in(card.others, "Elif Kaya")
    page.pages.focus_on("consent.given")
    at_work.round()
    sync_now(ola)
    there = open_visit(ola, visit).visit
    assert (set(there.present), there.staff) == ({"Zeynep Kaya", "Ali Kaya", "Elif Kaya"}, ("Ola Nordmann",))
    assert card.ticks["Zeynep Kaya"].value() is True


@pytest.fixture
def talk(at_work: AtWork, ola: Desk) -> MeetingScreen:
    """A talk with the household, at a meeting that both hold."""
    desk = at_work.desk
    meeting = plan_meeting(desk, Meeting(id="", case="", number=1, starts=datetime(2026, 10, 12, 17, 0))).made
    save_note(desk, invite(desk, meeting, "h1").made, "Vil eie.")
    start_meeting(desk, meeting)
    share(at_work, ola, meeting)
    page = at_work.window.go("meeting", meeting)
    assert isinstance(page, MeetingScreen)
    page.choose(open_meeting(desk, meeting).seats[0].participant.id)
    return page


def test_a_note_that_comes_while_she_has_the_keyboard_in_hers_stands_beside_it(
    at_work: AtWork, ola: Desk, talk: MeetingScreen
) -> None:
    give_the_keyboard(talk.talk.note)
    save_note(ola, talk.talking.chosen, "Vil eie på Fjell.")
    his_comes(at_work, ola)
    assert talk.talk.note.toPlainText() == "Vil eie."
    talk.talk.note.moveCursor(talk.talk.note.textCursor().MoveOperation.End)
    type_in(talk.talk.note, " Har hund.")
    leave(talk.talk.note)
    at_work.round()
    sync_now(ola)
    for desk in (at_work.desk, ola):
        assert {each.other.value for each in conflicts_of(desk)} == {"Vil eie på Fjell.", "Vil eie. Har hund."}


def test_a_note_that_came_while_she_had_the_keyboard_is_shown_as_she_leaves(
    at_work: AtWork, ola: Desk, talk: MeetingScreen
) -> None:
    give_the_keyboard(talk.talk.note)
    save_note(ola, talk.talking.chosen, "Vil eie på Fjell.")
    his_comes(at_work, ola)
    leave(talk.talk.note)
    assert talk.talk.note.toPlainText() == "Vil eie på Fjell."
    assert conflicts_of(ola) == []


def test_an_offer_that_comes_while_she_has_the_keyboard_in_the_day_is_not_taken_back(
    at_work: AtWork, ola: Desk, talk: MeetingScreen
) -> None:
    seat = talk.talking.chosen
    at_work.window.changed.emit(answer_offer(at_work.desk, seat, Offer.HOME, date(2026, 10, 21)))
    at_work.round()
    sync_now(ola)
    give_the_keyboard(talk.talk.offer.day)
    answer_offer(ola, seat, Offer.OFFICE, date(2026, 10, 22))
    his_comes(at_work, ola)
    leave(talk.talk.offer.day)
    assert talk.talk.offer.answer.value() is Offer.OFFICE
    at_work.round()
    sync_now(ola)
    theirs = open_meeting(ola, talk._id).seats[0].participant
    assert (theirs.offer, theirs.offer_on) == (Offer.OFFICE, date(2026, 10, 22))
    assert conflicts_of(ola) == []
