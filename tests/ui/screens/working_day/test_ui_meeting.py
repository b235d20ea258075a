"""The running meeting: who came, and one household's talk at a time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from monday import put_meeting as meeting_with
from monday import words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hjemmebesok.casework import talks
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.meetings import open_meeting, start_meeting
from hjemmebesok.domain.meeting import Offer, Participant, Talk
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.store import drafts, replica
from hjemmebesok.ui.screens.meeting import note_keeper
from hjemmebesok.ui.screens.meeting.bar import Panel
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.window import MainWindow

NAMES = ("Zeynep Kaya", "Hasan Demir", "Elif Aydın")
Seats = dict[str, str]


@pytest.fixture
def held(desk: Desk) -> tuple[str, Seats]:
    meeting, seats = meeting_with(desk, NAMES)
    start_meeting(desk, meeting)
    return meeting, seats


@pytest.fixture
def page(window: MainWindow, held: tuple[str, Seats]) -> MeetingScreen:
    shown = window.go("meeting", held[0])
    assert isinstance(shown, MeetingScreen)
    return shown


@pytest.fixture
def seats(held: tuple[str, Seats]) -> Seats:
    return held[1]


def saved(desk: Desk, participant: str) -> Participant:
    with desk.read() as reading:
        return reading.get(Participant, participant)


def draft(desk: Desk, participant: str) -> object:
    with desk.store.reading_connection() as connection:
        return drafts.drafts_of(connection, participant).get("note")


def test_seats_and_those_who_came_are_counted(page: MeetingScreen) -> None:
    page.table.rows[0].came._segments[True].click()
    assert "3 av 10 plasser · 1 har kommet" in words_on(page.header)
    assert "7 plasser er ledige." in words_on(page.table)
    assert "Gruppert etter språk" in words_on(page.header)


def test_attendance_is_two_words_and_can_be_taken_back(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    row = page.table.rows[0]
    for answer in (True, False):
        row.came._segments[answer].click()
        assert saved(desk, seats["Zeynep Kaya"]).attended is answer
    assert row.talk.text() == "Ikke her"
    row.came._segments[False].click()
    assert saved(desk, seats["Zeynep Kaya"]).attended is None


def test_a_note_is_a_draft_at_each_keystroke_and_saved_when_the_hands_rest(
    desk: Desk, page: MeetingScreen, seats: Seats
) -> None:
    elif_ = seats["Elif Aydın"]
    page.choose(elif_)
    for typed in ("v", "vi", "vil"):
        QTest.keyClick(page.talk.note, typed[-1])
        assert draft(desk, elif_) == typed
    assert saved(desk, elif_).note == ""
    assert page.talking.keeper._rest.interval() == note_keeper.REST == 2000
    page.talking.keeper._rest.timeout.emit()
    assert saved(desk, elif_).note == "vil"
    assert draft(desk, elif_) is None
    assert saved(desk, elif_).talk is Talk.ONGOING
    assert "Lagret her kl. 09:55" in words_on(page.bar)


def test_no_households_note_is_on_the_screen_while_another_is_chosen(
    desk: Desk, page: MeetingScreen, seats: Seats
) -> None:
    for name in NAMES:
        page.choose(seats[name])
        page.talk.note.insertPlainText(f"hemmelig om {name}")
    for name in NAMES:
        page.choose(seats[name])
        words = words_on(page.window())
        assert f"hemmelig om {name}" in words
        assert not any(f"hemmelig om {other}" in words for other in NAMES if other != name)
        assert saved(desk, seats[name]).note == f"hemmelig om {name}"
    page._to_add()
    assert "hemmelig" not in words_on(page.window())


def test_undo_in_the_note_never_brings_anothers_back(page: MeetingScreen, seats: Seats) -> None:
    page.choose(seats["Zeynep Kaya"])
    page.talk.note.insertPlainText("hemmelig om Zeynep")
    page.choose(seats["Hasan Demir"])
    page.talk.note.undo()
    assert "hemmelig" not in words_on(page.window())


def test_leaving_the_screen_saves_the_note(desk: Desk, page: MeetingScreen, window: MainWindow, seats: Seats) -> None:
    page.choose(seats["Elif Aydın"])
    page.talk.note.insertPlainText("Vil kjøpe")
    window.go("today")
    assert saved(desk, seats["Elif Aydın"]).note == "Vil kjøpe"


def test_locking_the_window_saves_the_note(
    desk: Desk, page: MeetingScreen, window: MainWindow, seats: Seats, tmp_path: Path
) -> None:
    page.choose(seats["Elif Aydın"])
    page.talk.note.insertPlainText("Vil kjøpe")
    window.lock()
    opened = open_desk(tmp_path / "store", "fjell om høsten")
    assert saved(opened, seats["Elif Aydın"]).note == "Vil kjøpe"
    opened.close()


def test_a_draft_that_was_left_lying_is_shown_and_saved(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    talks.keep_note_draft(desk, seats["Elif Aydın"], "Vil kjø")
    page.choose(seats["Elif Aydın"])
    assert page.talk.note.value() == "Vil kjø"
    page.choose(seats["Hasan Demir"])
    assert saved(desk, seats["Elif Aydın"]).note == "Vil kjø"


def test_a_meeting_that_has_left_this_laptop_leaves_the_screen(
    desk: Desk, page: MeetingScreen, window: MainWindow, held: tuple[str, Seats], settle: Callable[[], None]
) -> None:
    with desk.store.writing_connection() as connection:
        replica.drop_cases(connection, [held[0]])
    page.refresh()
    settle()
    assert not page.isVisible()
    assert "ikke lenger på denne PC-en" in words_on(window)


def test_help_offer_and_step_reach_the_store(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    zeynep = seats["Zeynep Kaya"]
    page.choose(zeynep)
    page.talk.forms["income"].click()
    page.talk.offer.answer._segments[Offer.HOME].click()
    assert page.table.rows[0].offer.text() == "Hjemme, uten dag"
    page.talk.offer.day.set_typed("21.10.2026")
    page.talk.offer.day.left.emit()
    page.talk.step.setCurrentIndex(page.talk.step.findData("lease"))
    page.talk.step.activated.emit(page.talk.step.currentIndex())
    kept = saved(desk, zeynep)
    assert (kept.form_help, kept.offer, kept.offer_on) == (("income",), Offer.HOME, date(2026, 10, 21))
    assert (kept.step, kept.talk) == ("lease", Talk.ONGOING)
    assert page.table.rows[0].offer.text() == "Hjemme, 21. okt."
    page.talk.offer.answer._segments[Offer.DECLINED].click()
    assert (saved(desk, zeynep).offer, saved(desk, zeynep).offer_on) == (Offer.DECLINED, None)
    assert not page.talk.offer.day.isVisible()


def test_a_day_being_typed_is_kept_for_its_own_household_alone(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    talks.answer_offer(desk, seats["Hasan Demir"], Offer.HOME, date(2026, 10, 21))
    page.choose(seats["Zeynep Kaya"])
    page.talk.offer.answer._segments[Offer.OFFICE].click()
    page.talk.offer.day.setFocus()
    QTest.keyClicks(page.talk.offer.day, "19.10.2026")
    page.bar.primary.click()
    assert saved(desk, seats["Zeynep Kaya"]).offer_on == date(2026, 10, 19)
    assert page.talking.chosen == seats["Hasan Demir"]
    assert page.talk.offer.day.value() == date(2026, 10, 21)
    page.talk.note.setFocus()
    assert saved(desk, seats["Hasan Demir"]).offer_on == date(2026, 10, 21)


def test_a_finished_talk_leads_to_the_next_who_waits(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    page.table.rows[1].came._segments[False].click()
    page.choose(seats["Zeynep Kaya"])
    assert page.bar.primary.text() == "Ferdig med samtalen"
    page.bar.primary.click()
    assert saved(desk, seats["Zeynep Kaya"]).talk is Talk.DONE
    assert page.talking.chosen == seats["Elif Aydın"]
    page.bar.primary.click()
    assert page.talking.chosen == seats["Elif Aydın"]
    assert "Ingen flere venter" in words_on(page.window())


def test_a_talk_can_be_declined_and_taken_up_again(desk: Desk, page: MeetingScreen, seats: Seats) -> None:
    page.choose(seats["Hasan Demir"])
    page.talk.declined.click()
    assert page.table.rows[1].talk.text() == "Vil ikke"
    page.talk.again.click()
    assert saved(desk, seats["Hasan Demir"]).talk is Talk.ONGOING


def test_somebody_from_the_store_or_nobodys_list_is_added(
    desk: Desk, page: MeetingScreen, held: tuple[str, Seats]
) -> None:
    page.bar.add.click()
    QTest.keyClicks(page.add.finder.field, "hai")
    QTest.keyClick(page.add.finder.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.add.name, "Emre Çelik")
    QTest.keyClick(page.add.name, Qt.Key.Key_Return)
    added = open_meeting(desk, held[0]).seats[-2:]
    assert [seat.card.household.name for seat in added] == ["Mariam Haidari", "Emre Çelik"]
    assert all(seat.participant.attended and not seat.participant.invited for seat in added)
    assert words_on(page.table).count("Kom uten påmelding") >= 2
    assert "Ikke alle leser møtets språk." in words_on(page.header)


def test_an_interpreter_is_noted_and_one_outside_the_register_needs_a_reason(
    desk: Desk, page: MeetingScreen, held: tuple[str, Seats]
) -> None:
    page.header.interpreter.click()
    page.interpreter.there.click()
    page.interpreter.form.name.set_typed("T-17")
    page.interpreter.form.category.set_value("")
    page.bar.primary.click()
    assert "tolk fra Nasjonalt tolkeregister" in words_on(page.window())
    assert open_meeting(desk, held[0]).meeting.interpreter is None
    page.interpreter.form.category.set_value("B")
    page.bar.primary.click()
    assert open_meeting(desk, held[0]).meeting.interpreter is not None
    assert "tolkeregisteret kategori B" in words_on(page.header)


def test_the_meeting_is_summed_up_then_locked(desk: Desk, page: MeetingScreen, held: tuple[str, Seats]) -> None:
    meeting, seats = held
    page.table.rows[0].came._segments[True].click()
    page.choose(seats["Zeynep Kaya"])
    page.talk.note.insertPlainText("Vil kjøpe")
    page.header.end.click()
    words = words_on(page.closing)
    assert "Oppmøte er ikke notert: Hasan Demir og Elif Aydın" in words
    assert "Ikke spurt om oppfølging: Zeynep Kaya" in words
    page.bar.primary.click()
    assert open_meeting(desk, meeting).meeting.status is VisitStatus.CLOSED
    assert saved(desk, seats["Zeynep Kaya"]).note == "Vil kjøpe"
    page.choose(seats["Zeynep Kaya"])
    assert page.talk.note.isReadOnly()
    assert not page.talk.offer.isEnabled()
    assert not page.table.rows[0].came.isEnabled()
    assert not page.bar.primary.isVisible()
    assert not page.bar.add.isVisible()


def test_a_planned_meeting_is_started_first(desk: Desk, window: MainWindow) -> None:
    meeting, _ = meeting_with(desk, NAMES)
    page = window.go("meeting", meeting)
    assert isinstance(page, MeetingScreen)
    assert page.bar.primary.text() == "Start møtet"
    page.bar.primary.click()
    assert open_meeting(desk, meeting).meeting.status is VisitStatus.STARTED
    assert page.bar.primary.text() == "Neste samtale"


def test_where_it_is_narrow_list_and_talk_take_turns(
    page: MeetingScreen, window: MainWindow, seats: Seats, settle: Callable[[], None]
) -> None:
    window.resize(1024, 600)
    settle()
    assert page.table.isVisible()
    assert not page.talk.isVisible()
    page.table.rows[0].name.click()
    settle()
    assert page.talk.isVisible()
    assert not page.table.isVisible()
    page.bar.back.click()
    settle()
    assert page.table.isVisible()


def test_an_offer_accepted_becomes_a_follow_up_when_the_meeting_is_locked(
    desk: Desk, page: MeetingScreen, seats: Seats
) -> None:
    page.choose(seats["Zeynep Kaya"])
    page.talk.offer.answer._segments[Offer.OFFICE].click()
    page.talk.offer.day.set_typed("19.10.2026")
    page.talk.offer.day.left.emit()
    page.header.end.click()
    page.bar.primary.click()
    (promise,) = open_household(desk, "m0").follow_ups
    assert (promise.step, promise.due) == ("office_talk", date(2026, 10, 19))


def test_the_meeting_passes_the_gate(
    page: MeetingScreen, window: MainWindow, seats: Seats, check_screen: Callable[..., None]
) -> None:
    def panel(which: Panel) -> Callable[[], None]:
        return lambda: page._show(which, to_panel=which is not Panel.NOBODY)

    page.choose(seats["Elif Aydın"])
    page.talk.offer.answer._segments[Offer.HOME].click()
    page.interpreter.there.click()
    check_screen(window, [panel(which) for which in Panel])
