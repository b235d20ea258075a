"""One who may read and not write: the pages say so from the start, show what is there, and lose nothing typed."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.app import App
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.meetings import invite, plan_meeting, start_meeting
from hjemmebesok.casework.talks import keep_note_draft
from hjemmebesok.casework.visits import close_visit, keep_draft, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.photo import CONSENT, Photo
from hjemmebesok.domain.signature import Signature, Signer
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.language import language
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.permission import ONLY_READS
from hjemmebesok.store.settings import WRITES, write_setting
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.screens.today.screen import TodayScreen
from hjemmebesok.ui.screens.visit.screen import VisitScreen
from hjemmebesok.ui.window import MainWindow

NOW = datetime(2026, 10, 12, 8, 0, tzinfo=timezone(timedelta(hours=2)))
AT = datetime(2026, 10, 12, 10, 30)
WHY = language("nb").say(ONLY_READS)


def hears(desk: Desk, *, may_write: bool) -> None:
    """What the server said in the last round."""
    with desk.store.writing_connection() as connection:
        write_setting(connection, WRITES, may_write)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """With a household, a visit to it that is planned, and something promised."""
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Ida Berg", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    with opened.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr"))
        work.put(Person(id="p1", case="h1", name="Mehmet Yılmaz", phone="000 00 101"))
        work.put(FollowUp(id="f1", case="h1", step="lease", due=date(2026, 10, 14)))
    yield opened
    opened.close()


@pytest.fixture
def planned(desk: Desk) -> str:
    return plan_visit(desk, "h1", AT).made


@pytest.fixture
def window(desk: Desk, planned: str, qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole app, come into by a reader."""
    hears(desk, may_write=False)
    app = App(qapp, tmp_path / "screen")
    app.window.resize(1366, 768)
    app.window.show()
    app.come_in(desk)
    yield app.window
    app.window.house = None  # nobody locks the desk of the test


def said(window: MainWindow) -> str:
    assert window.house is not None
    return window.house.notice.text()


def pressable(page: QWidget) -> set[str]:
    """The buttons in sight that can be pressed."""
    found = page.findChildren(QAbstractButton)
    return {each.accessibleName() or each.text() for each in found if each.isVisibleTo(page) and each.isEnabled()}


@pytest.mark.parametrize("name", ["today", "households", "meetings", "in_step", "settings"])
def test_every_page_says_so_in_one_line_as_long_as_it_is_so(desk: Desk, window: MainWindow, name: str) -> None:
    window.go(name)
    assert texts(window).count(WHY) == 1
    hears(desk, may_write=True)
    window.changed.emit(None)
    assert WHY not in texts(window)


def test_the_familys_page_does_not_say_it(window: MainWindow, desk: Desk, planned: str) -> None:
    hears(desk, may_write=True)
    start_visit(desk, planned)
    hears(desk, may_write=False)
    assert window.house is not None
    window.go("family", planned)  # in the family's language
    assert not window.house.reads_only.isVisible()
    window.go("today")
    assert window.house.reads_only.isVisible()


def test_today_offers_nothing_that_would_be_refused(window: MainWindow) -> None:
    page = window.go("today")
    assert isinstance(page, TodayScreen)
    assert {"Nytt besøk", "Endre planen", "Start hjemmebesøk"}.isdisjoint(pressable(page))
    assert {"Åpne besøket", "Husstanden"} <= pressable(page)
    assert not page.promises.lines["f1"].tick.isEnabled()


def test_a_planned_visit_is_looked_at_and_not_started(
    window: MainWindow, desk: Desk, planned: str, check_screen: Callable[..., None]
) -> None:
    page = window.go("today")
    assert isinstance(page, TodayScreen)
    page.card.button.click()
    assert said(window) == ""
    shown = window.house.pages.currentWidget() if window.house else None
    assert isinstance(shown, VisitScreen)
    assert "Besøket er ikke startet." in texts(shown)
    assert "Ayşe og Mehmet Yılmaz" in texts(shown)
    assert open_visit(desk, planned).visit.status is VisitStatus.PLANNED
    check_screen(window)


def test_when_a_colleague_has_started_it_the_page_follows(window: MainWindow, desk: Desk, planned: str) -> None:
    shown = window.go("visit", planned)
    hears(desk, may_write=True)
    start_visit(desk, planned)
    save_answer(desk, planned, "wishes.term", 30)
    hears(desk, may_write=False)
    window.changed.emit(None)
    assert isinstance(shown, VisitScreen)
    assert "Besøket er i gang. Notatet er ikke låst." in texts(shown)
    shown.go("wishes")
    term = shown.pages.forms["wishes"].asked["wishes.term"].control
    assert (term.isReadOnly(), term.value()) == (True, 30)


def test_what_was_typed_when_she_became_a_reader_stands_in_the_form(
    window: MainWindow, desk: Desk, planned: str
) -> None:
    hears(desk, may_write=True)
    window.changed.emit(None)
    shown = window.go("visit", planned)
    assert isinstance(shown, VisitScreen)
    shown.go("summary")
    note = shown.pages.forms["summary"].asked["summary.note"].control
    assert not note.isReadOnly()
    keep_draft(desk, planned, "summary.note", "Vil eie på Fjell")
    hears(desk, may_write=False)
    window.changed.emit(None)
    note = shown.pages.forms["summary"].asked["summary.note"].control
    assert (note.isReadOnly(), note.value()) == (True, "Vil eie på Fjell")
    window.go("today")
    assert open_visit(desk, planned).drafts == {"summary.note": "Vil eie på Fjell"}


def test_of_a_locked_note_neither_photo_nor_signature_nor_correction_can_be_touched(
    window: MainWindow, desk: Desk, planned: str
) -> None:
    hears(desk, may_write=True)
    start_visit(desk, planned)
    save_answer(desk, planned, CONSENT, True)
    with desk.work() as work:
        work.put(
            Photo(
                id="b1", case="h1", visit=planned, sha256="0" * 64, media_type="image/jpeg", size=1,
                taken_on=AT.date(), number=1, caption="Kjøkken",
            )
        )  # fmt: skip
        signed = Signature(
            id="s1", case="h1", visit=planned, signer=Signer.HOME, name="Mehmet", signed_at=NOW, text_sha256="",
            strokes=(((1, 1), (300, 90)),),
        )  # fmt: skip
        work.put(signed)
    close_visit(desk, planned)
    hears(desk, may_write=False)
    shown = window.go("visit", planned)
    assert isinstance(shown, VisitScreen)
    shown.go("summary")
    offered = pressable(shown.pages)
    assert {"Lag en rettelse", "Oppsummering til familien"}.isdisjoint(offered)
    assert not {each for each in offered if each.startswith(("Fjern", "Signer", "Med i", "Legg til"))}
    assert shown.pages.photos.rows["b1"].caption.isReadOnly()


def test_a_household_is_read_without_a_pencil(window: MainWindow, desk: Desk) -> None:
    page = window.go("household", "h1")
    assert isinstance(page, HouseholdScreen)
    assert "000 00 101" in texts(page)
    offered = pressable(page)
    assert not {each for each in offered if each.startswith("Endre")}
    assert {"Planlegg besøk", "Start hjemmebesøk", "Til arkivet …", "Vil ikke kontaktes"}.isdisjoint(offered)
    assert "Åpne besøket" in offered
    hears(desk, may_write=True)
    window.changed.emit(None)
    assert {"Planlegg besøk", "Start hjemmebesøk", "Vil ikke kontaktes"} <= pressable(page)
    assert page.safety.row.pencil.isVisibleTo(page)


def test_what_was_being_typed_in_a_row_is_refused_and_still_stands_there(window: MainWindow, desk: Desk) -> None:
    hears(desk, may_write=True)
    page = window.go("household", "h1")
    assert isinstance(page, HouseholdScreen)
    for row in (page.safety.row, page.contact.phones["p1"]):
        hears(desk, may_write=True)
        page.refresh()
        row.pencil.click()
        row.control.set_value("000 00 102")
        hears(desk, may_write=False)
        window.changed.emit(None)
        row.save.click()
        assert said(window) == WHY
        assert (row.editing, row.control.value()) == (True, "000 00 102")
    household = open_household(desk, "h1").card
    assert (household.household.safety_note, household.persons[0].phone) == ("", "000 00 101")


def test_a_meeting_is_read_as_a_locked_one(window: MainWindow, desk: Desk) -> None:
    hears(desk, may_write=True)
    meeting = plan_meeting(desk, Meeting(id="", case="", number=12, starts=AT, language="nb")).made
    seat = invite(desk, meeting, "h1").made
    start_meeting(desk, meeting)
    keep_note_draft(desk, seat, "Trenger tolk")
    page = window.go("meeting", meeting)
    assert isinstance(page, MeetingScreen)
    doing = {"Legg til deltaker", "Neste samtale", "Avslutt møtet", "Endre planen", "Tolk"}
    assert doing <= pressable(page)
    hears(desk, may_write=False)
    window.changed.emit(None)
    assert doing.isdisjoint(pressable(page))
    page.choose(seat)
    assert (page.talk.note.isReadOnly(), page.talk.note.value()) == (True, "Trenger tolk")
    page.settle()
    assert said(window) == ""


def test_in_the_place_of_a_letter_stands_why_she_cannot_make_it(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("letter", "h1")
    assert isinstance(page, LetterScreen)
    qtbot.waitUntil(lambda: texts(window).count(WHY) == 2)
    assert {"Skriv ut …", "Lagre PDF …"}.isdisjoint(pressable(page))
