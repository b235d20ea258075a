"""A text of two authors on the screen: one card with the three texts, and one box on the page of the household."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.checklist import still_open
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.casework.visits import open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.store import replica
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.window import MainWindow
from hjemmebesok.wire.messages import Conflict, Value

NOTE, KEY = "summary.note", "summary.note/c1"
HERS, HIS = "Vil eie på Fjell.", "Vil ikke flytte."
JOINT = f"‹Kari Nordmann› {HERS}\n‹Ola Nordmann› {HIS}"


@pytest.fixture
def kari(tmp_path: Path) -> Iterator[Desk]:
    with closing(
        create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    ) as desk:
        with desk.work() as work:
            work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
        yield desk


@pytest.fixture
def visit(kari: Desk) -> str:
    """Its note is what the server has made of two."""
    made = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, made)
    save_answer(kari, made, NOTE, JOINT)
    bring(kari, made, HERS, HIS)
    return made


def bring(desk: Desk, visit: str, *others: str) -> None:
    form = open_visit(desk, visit).visit.kartlegging
    with desk.store.reading_connection() as connection:
        (shows,) = connection.exec_driver_sql("SELECT id FROM outbox WHERE record = ?", (form,)).scalars()
    shown = Value(shows, JOINT, "Kari Nordmann, Ola Nordmann", "2026-10-12T12:31:00+00:00")
    conflicts = [
        Conflict(f"{NOTE}/c{place}", form, "kartlegging", "h1", NOTE, 1, shown, Value(f"c{place}", text, who, shown.at))
        for place, (text, who) in enumerate(zip(others, ("Kari Nordmann", "Ola Nordmann", "Ada"), strict=False), 1)
    ]
    with desk.store.writing_connection() as connection:
        replica.take_conflicts(connection, conflicts)


@pytest.fixture
def window(kari: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(tmp_path / "window", Preferences())
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(kari)
    return window


@pytest.fixture
def page(window: MainWindow, visit: str) -> InStepScreen:
    assert visit
    shown = window.go("in_step")
    assert isinstance(shown, InStepScreen)
    shown.connecting.closed.emit()
    return shown


def test_one_card_shows_what_stands_and_both_own_texts_with_who_wrote_them(page: InStepScreen) -> None:
    assert list(page.waiting.boxes) == [KEY]
    (box,) = page.waiting.boxes.values()
    assert [len(box._rows), page.model.status.need_you] == [3, 1]
    told = texts(page)
    assert "1 ting trenger deg" in told
    for words in (JOINT, HERS, HIS, "Kari Nordmann, 12. okt", "Ola Nordmann, 12. okt"):
        assert words in told
    assert "eller skriver den om der den står" in told
    assert "Behold" not in told, "the text that stands holds both"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_choice_in_it_decides_all_and_can_be_altered(page: InStepScreen, kari: Desk, visit: str, place: int) -> None:
    (box,) = page.waiting.boxes.values()
    box.chosen.emit(place)
    assert sync_status(kari).need_you == 0
    assert "Angre: velg en av de andre." in texts(page.waiting)
    box.chosen.emit((place + 1) % 3)
    form = open_visit(kari, visit).form
    assert form is not None
    assert form.answers[NOTE] == (JOINT, HERS, HIS)[(place + 1) % 3]
    page.model.forget_choices()
    page.model._clashes.clear()
    page.refresh(None)
    assert list(page.waiting.boxes) == [KEY], "decided, it is one card still"
    assert page.model.stands(KEY) == (place + 1) % 3


def test_what_is_written_over_it_on_the_field_decides_it_and_is_told_on_the_card(
    page: InStepScreen, kari: Desk, visit: str
) -> None:
    save_answer(kari, visit, NOTE, "Vil eie, men ikke nå.")
    page.refresh(None)
    told = texts(page)
    assert sync_status(kari).need_you == 0
    assert "Avgjort i det siste" in told
    assert "Nå står det «Vil eie, men ikke nå.». Du kan fortsatt velge." in told


def test_the_page_of_the_household_has_one_box_and_a_new_one_where_a_third_text_comes(
    window: MainWindow, kari: Desk, visit: str
) -> None:
    page = window.go("household", "h1")
    assert isinstance(page, HouseholdScreen)
    assert [len(box._rows) for box in page.disagreements.boxes.values()] == [3]
    bring(kari, visit, HERS, HIS, "Vil leie ut.")
    page.refresh(None)
    assert [len(box._rows) for box in page.disagreements.boxes.values()] == [4]
    next(iter(page.disagreements.boxes.values())).chosen.emit(2)
    assert sync_status(kari).need_you == 0


def test_in_the_checklist_of_the_visit_it_is_one_line(kari: Desk, visit: str) -> None:
    opened = open_visit(kari, visit)
    assert opened.form is not None
    found = still_open(opened.visit, opened.card, opened.form.answers, opened.drafts, opened.conflicts)
    assert sum("To har skrevet ulikt" in str(each.words) for each in found) == 1
