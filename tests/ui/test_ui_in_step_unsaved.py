"""A case leaves this computer while she writes in it: nothing typed is lost, nothing is written into nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading import texts
from test_ui_in_step import Server, kari, laptop, running, server

from hjemmebesok.app import App
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import household_names, open_household
from hjemmebesok.casework.meetings import invite, open_meeting, plan_meeting, start_meeting
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.visits import keep_draft, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.server import caseload
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.screens.meetings.plan import MeetingPlanScreen
from hjemmebesok.ui.screens.today.plan_visit import VisitPlanScreen
from hjemmebesok.ui.screens.visit.screen import VisitScreen

__all__ = ["kari", "laptop", "running", "server"]

TOLD = "Saken du skriver i, er ikke lenger din."


class AtWork:
    """Kari's window, and her leader."""

    def __init__(self, app: App, desk: Desk, server: Server, qtbot: QtBot) -> None:
        self.app, self.window, self.desk, self.server, self.qtbot = app, app.window, desk, server, qtbot

    def lose(self, case: str = "h1") -> None:
        """The case is no longer hers, from the next round on."""
        from test_ui_in_step import PLACE

        caseload.revoke_case(self.server.database, PLACE, case, self.desk.user.id, datetime.now(UTC))

    def round(self) -> None:
        """One that comes of itself."""
        self.window.rounds.start(self.desk, asked=False)
        self.qtbot.waitUntil(lambda: not self.window.rounds.running)
        for _ in range(4):
            QApplication.processEvents()

    @property
    def has_it(self) -> bool:
        return "h1" in household_names(self.desk)

    def said(self) -> str:
        assert self.window.house is not None
        return self.window.house.notice.text()


def type_in(field: QWidget, text: str) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for letter in text:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def visit(kari: Desk) -> str:
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
        work.put(Person(id="p1", case="h1", name="Zeynep Kaya"))
    made = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, made)
    sync_now(kari)
    return made


@pytest.fixture
def at_work(qapp: QApplication, kari: Desk, server: Server, visit: str, qtbot: QtBot) -> Iterator[AtWork]:
    assert visit
    app = App(qapp, kari.store.folder)
    app.window.prefer(language="nb")
    app.window.resize(1366, 768)
    app.window.show()
    app.come_in(kari)
    made = AtWork(app, kari, server, qtbot)
    qtbot.waitUntil(lambda: app.window.rounds.online and not app.window.rounds.running)
    yield made
    app.window.rounds.forget()
    app.window.house = None
    app.window.close()


def test_a_visit_stays_while_she_writes_in_it_and_leaves_once_she_has_gone_on(at_work: AtWork, visit: str) -> None:
    page = at_work.window.go("visit", visit)
    assert isinstance(page, VisitScreen)
    page.go("summary")
    note = page.pages.forms["summary"].asked["summary.note"].control
    at_work.lose()
    for words in ("Broren kan ", "stille som "):
        at_work.window.rounds.start(at_work.desk, asked=False)
        type_in(note, words)  # while the round is under way
        at_work.qtbot.waitUntil(lambda: not at_work.window.rounds.running)
        QApplication.processEvents()
        assert page.isVisible() and at_work.has_it
    QTest.qWait(0)
    assert at_work.said().startswith(TOLD)
    type_in(note, "kausjonist")
    at_work.window.go("today")
    form = open_visit(at_work.desk, visit).form
    assert form is not None and form.answers["summary.note"] == "Broren kan stille som kausjonist"
    at_work.round()
    assert not at_work.has_it
    assert at_work.said().startswith("1 sak er ikke lenger din")


def test_a_row_that_is_open_on_the_household_keeps_the_case_until_it_is_saved(at_work: AtWork) -> None:
    page = at_work.window.go("household", "h1")
    assert isinstance(page, HouseholdScreen)
    page.safety.row.pencil.click()
    assert at_work.window.rounds.held == {"h1"}, "a round may ask at once"
    type_in(page.safety.row.control, "Hund i gangen")
    at_work.lose()
    at_work.window.go("today")  # only to look something up
    at_work.round()
    assert at_work.has_it
    at_work.window.go("household", "h1")
    page.safety.row.save.click()
    assert open_household(at_work.desk, "h1").card.household.safety_note == "Hund i gangen"
    QApplication.processEvents()
    at_work.round()
    assert not at_work.has_it
    assert not page.isVisible()


def test_a_household_that_is_only_looked_at_leaves_at_once(at_work: AtWork) -> None:
    page = at_work.window.go("household", "h1")
    at_work.lose()
    at_work.round()
    assert not at_work.has_it
    assert not page.isVisible()


def test_a_talk_at_a_meeting_goes_on(at_work: AtWork) -> None:
    desk = at_work.desk
    meeting = plan_meeting(desk, Meeting(id="", case="", number=1, starts=datetime(2026, 10, 12, 17, 0))).made
    invite(desk, meeting, "h1")
    start_meeting(desk, meeting)
    at_work.round()
    page = at_work.window.go("meeting", meeting)
    assert isinstance(page, MeetingScreen)
    page.choose(open_meeting(desk, meeting).seats[0].participant.id)
    at_work.lose()
    type_in(page.talk.note, "Vil bo ")
    at_work.round()
    type_in(page.talk.note, "nær skolen")
    assert page.talk.note.toPlainText() == "Vil bo nær skolen"
    at_work.window.go("today")
    assert open_meeting(desk, meeting).seats[0].note == "Vil bo nær skolen"
    at_work.round()
    assert not at_work.has_it


def test_a_letter_under_way_stays_until_she_leaves_it(at_work: AtWork) -> None:
    page = at_work.window.go("letter", "h1")
    assert isinstance(page, LetterScreen)
    at_work.qtbot.waitUntil(lambda: page.ready)
    at_work.lose()
    at_work.round()
    assert at_work.has_it
    assert at_work.said().startswith(TOLD)
    at_work.window.go("today")
    at_work.round()
    assert not at_work.has_it


@pytest.mark.parametrize("planned", [False, True])
def test_a_visit_that_is_being_planned_keeps_the_case_until_it_is_saved(
    at_work: AtWork, visit: str, planned: bool
) -> None:
    key = f"visit/{plan_visit(at_work.desk, 'h1', datetime(2026, 10, 20, 9, 0)).made}" if planned else "household/h1"
    at_work.round()
    page = at_work.window.go("visit_plan", key)
    assert isinstance(page, VisitPlanScreen)
    assert at_work.window.rounds.held == {"h1"}, "a round may ask at once"
    page.form.when.show_moment(datetime(2026, 10, 21, 13, 0), 60)
    at_work.lose()
    at_work.round()
    assert page.isVisible() and at_work.has_it
    assert at_work.said().startswith(TOLD)
    page.save.click()
    assert datetime(2026, 10, 21, 13, 0) in [each.starts for each in open_household(at_work.desk, "h1").visits]
    at_work.window.go("settings")
    at_work.round()
    assert not at_work.has_it


def test_whom_she_chooses_to_plan_a_visit_to_stays(at_work: AtWork) -> None:
    page = at_work.window.go("visit_plan", "new")
    assert isinstance(page, VisitPlanScreen)
    assert at_work.window.rounds.held == set()
    page.whom.finder.chosen.emit("h1")
    assert at_work.window.rounds.held == {"h1"}
    page.whom.other.click()
    assert at_work.window.rounds.held == set()


def test_a_meeting_whose_plan_is_being_changed_stays_until_she_goes_on(at_work: AtWork) -> None:
    meeting = plan_meeting(at_work.desk, Meeting(id="", case="", number=1, starts=datetime(2026, 10, 12, 17, 0))).made
    at_work.round()
    page = at_work.window.go("meeting_plan", f"meeting/{meeting}")
    assert isinstance(page, MeetingPlanScreen)
    assert at_work.window.rounds.held == {meeting}
    at_work.lose(meeting)
    at_work.round()
    page.form.place.set_value("Samfunnshuset")
    page.save.click()
    assert open_meeting(at_work.desk, meeting).meeting.place == "Samfunnshuset"
    at_work.window.go("meeting_plan", "new")
    assert at_work.window.rounds.held == set()


def test_locking_leaves_nothing_open(at_work: AtWork, visit: str) -> None:
    at_work.window.go("visit", visit)
    assert at_work.window.rounds.held == {"h1"}
    at_work.window.rounds.forget()
    assert at_work.window.rounds.held == set()


def test_the_page_in_step_tells_that_something_is_not_saved(at_work: AtWork, visit: str) -> None:
    at_work.window.go("visit", visit)
    at_work.lose()
    at_work.round()
    page = at_work.window.go("in_step")
    assert isinstance(page, InStepScreen)
    assert "1 sak er ikke lenger din, men noe du har skrevet i den, er ikke lagret ennå." in texts(page)


@pytest.fixture
def half(at_work: AtWork, visit: str) -> InStepScreen:
    """A laptop that was shut in the middle of an amount, in a case that is no longer hers."""
    keep_draft(at_work.desk, visit, "economy.savings", "12 0")
    at_work.lose()
    at_work.round()
    page = at_work.window.go("in_step")
    assert isinstance(page, InStepScreen)
    return page


def test_what_could_not_be_saved_is_shown_with_a_way_to_the_visit_where_it_is_mended(
    at_work: AtWork, half: InStepScreen, visit: str
) -> None:
    assert {"Ikke lagret", "Zeynep Kaya", "12 0"} <= set(texts(half.waiting).split("\n"))
    assert sync_status(at_work.desk).need_you == 1
    half.waiting.visit_opened.emit(visit)
    save_answer(at_work.desk, visit, "economy.savings", 120_000)
    at_work.window.go("today")
    at_work.round()
    assert not at_work.has_it


def test_what_could_not_be_saved_can_be_laid_aside(at_work: AtWork, half: InStepScreen) -> None:
    (aside,) = half.waiting.asides.values()
    aside.button.click()
    aside.yes.click()
    assert sync_status(at_work.desk).need_you == 0
    at_work.round()
    assert not at_work.has_it


def test_where_a_colleague_has_locked_the_note_a_correction_is_what_can_be_made(at_work: AtWork, visit: str) -> None:
    keep_draft(at_work.desk, visit, "economy.savings", "12 0")
    with at_work.desk.work() as work:
        work.put(replace(work.get(Visit, visit), status=VisitStatus.CLOSED))
    at_work.lose()
    at_work.round()
    assert "notatet ble låst før dette var lagret" in texts(at_work.window.go("in_step"))
