"""What the server would not take, on the page: read, followed to the visit it is about, and laid aside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import test_ui_in_step
from pytestqt.qtbot import QtBot
from reading import texts
from test_ui_in_step import HOME, Server, held, kari, laptop, ola, press, put, run_round, running, server, show

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import save_household
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.person import Person
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.rights import Role
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.visit.screen import VisitScreen
from hjemmebesok.ui.widgets.button import Button

__all__ = ["kari", "laptop", "ola", "running", "server", "show"]


def test_a_change_that_came_after_the_note_was_locked_is_listed_with_its_reason(
    server: Server, kari: Desk, ola: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    put(kari, HOME)
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    sync_now(kari)
    caseload.grant_case(server.database, test_ui_in_step.PLACE, "h1", ola.user.id, datetime.now(UTC))
    sync_now(ola)
    save_answer(ola, visit, "summary.note", "Vil eie på Fjell")
    close_visit(kari, visit)
    sync_now(kari)
    page = show(ola)
    assert "Serveren tok ikke imot 1" in run_round(page, qtbot)
    qtbot.waitUntil(lambda: {"Notat fra besøket", "Vil eie på Fjell"} <= set(texts(page.waiting).split("\n")))
    assert "Notatet ble låst før endringen kom fram. Åpne besøket og lag en rettelse." in texts(page.waiting)
    press(qtbot, next(each for each in page.waiting.findChildren(Button) if each.text() == "Åpne besøket"))
    shown = page._window.house.pages.currentWidget() if page._window.house else None
    assert isinstance(shown, VisitScreen) and shown.model.id == visit


@pytest.fixture
def reader(server: Server, kari: Desk, laptop: Callable[[str], Desk]) -> Desk:
    """One who has written of a household, and had not heard yet that she may only read."""
    ida = enrol(laptop("Ida"), server.address, server.code("Ida Berg"))
    put(kari, HOME)
    sync_now(kari)
    caseload.grant_case(server.database, test_ui_in_step.PLACE, "h1", ida.user.id, datetime.now(UTC))
    sync_now(ida)
    becomes_a_reader(server, ida, lambda: save_household(ida, replace(held(ida), safety_note="Hund i gangen")))
    return ida


def becomes_a_reader(server: Server, ida: Desk, writing: Callable[[], object]) -> None:
    """She writes before her laptop hears that she may only read."""
    admin.set_role(server.database, test_ui_in_step.PLACE, ida.user.id, Role.READER, datetime.now(UTC))
    writing()
    sync_now(ida)


def test_a_refused_change_can_be_read_and_then_laid_aside_with_a_second_press(
    reader: Desk, show: Callable[[Desk], InStepScreen], qtbot: QtBot
) -> None:
    page = show(reader)
    (aside,) = page.waiting.asides.values()
    assert {"Ayşe og Mehmet Yılmaz", "Sikkerhet", "Hund i gangen"} <= set(texts(page.waiting).split("\n"))
    press(qtbot, aside.button)
    assert sync_status(reader).need_you == 1
    press(qtbot, aside.no)
    assert aside.button.isVisibleTo(page)
    press(qtbot, aside.button)
    press(qtbot, aside.yes)
    assert sync_status(reader).need_you == 0
    assert page.waiting.asides == {}
    assert page._window.focusWidget() is page.standing.button, "where the keyboard was, nothing is left"
    assert "Ingenting trenger deg nå." in texts(page.waiting)
    assert page._window.house is not None
    assert page._window.house.notice.text() == "Endringen er lagt til side."


def test_of_a_record_that_was_refused_only_what_she_wrote_in_it_is_listed(
    server: Server, reader: Desk, show: Callable[[Desk], InStepScreen]
) -> None:
    def add_somebody() -> None:
        with reader.work() as work:
            work.put(Person(id="p1", case="h1", name="Emre Yılmaz"))

    admin.set_role(server.database, test_ui_in_step.PLACE, reader.user.id, Role.CASEWORKER, datetime.now(UTC))
    sync_now(reader)
    becomes_a_reader(server, reader, add_somebody)
    page = show(reader)
    assert "Emre Yılmaz" in texts(page.waiting)
    assert "Tomt" not in texts(page.waiting).split("\n")


def test_the_page_passes_the_gate_with_a_refused_change(
    reader: Desk, show: Callable[[Desk], InStepScreen], check_screen: Callable[..., None]
) -> None:
    page = show(reader)
    (aside,) = page.waiting.asides.values()
    check_screen(page._window, [lambda: None, aside.button.click, aside.no.click])
