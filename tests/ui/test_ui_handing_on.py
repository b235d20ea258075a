"""A letter handed on from the screen: to the archive, and to a word processor."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import file_letter, make_letter, make_paper
from hjemmebesok.casework.meetings import plan_meeting
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.protection import Protection
from hjemmebesok.language import language
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.permission import ONLY_READS
from hjemmebesok.store.settings import WRITES, write_setting
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.to_archive import to_archive
from hjemmebesok.ui.window import MainWindow

SCREENS = (Screen("letter", "file-text", N_("Brev"), "hjemmebesok.ui.screens.letter.screen:LetterScreen"),)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", phone="000 00 100",
        cost=LOWEST_COST, clock=lambda: NOW,
    )  # fmt: skip
    with opened.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe Yılmaz"))
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> LetterScreen:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.show()
    window.open(desk)
    page = window.go("letter", "h1")
    assert isinstance(page, LetterScreen)
    qtbot.waitUntil(lambda: page.ready)
    return page


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the caseworker saves, without an ending."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "brev"), ""))
    return tmp_path / "brev"


def log(desk: Desk) -> list[str]:
    return [each.what for each in open_household(desk, "h1").exports]


def test_the_package_for_the_archive_is_saved_and_the_letter_counts_as_used(
    page: LetterScreen, desk: Desk, place: Path
) -> None:
    page.using.archive_button.click()
    with ZipFile(place.with_suffix(".zip")) as package:
        assert "1/information-2026-10-12.pdf" in package.namelist()
    assert log(desk) == ["archive"]
    assert len(open_household(desk, "h1").letters) == 1


def test_a_document_to_write_in_is_saved_and_is_no_letter(page: LetterScreen, desk: Desk, place: Path) -> None:
    page.using.edit_button.click()
    assert place.with_suffix(".docx").read_bytes()[:2] == b"PK"
    assert log(desk) == ["editable"]
    assert open_household(desk, "h1").letters == ()


def test_leaving_the_question_where_to_save_does_nothing(
    page: LetterScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for button in (page.using.archive_button, page.using.edit_button):
        button.click()
    assert log(desk) == []


def test_papers_that_are_no_households_go_to_the_archive_where_the_frames_are_made(
    page: LetterScreen, desk: Desk, place: Path
) -> None:
    assert page.whom.archive.isHidden()
    put_paper(page, desk)
    page.head.another.click()
    assert not page.whom.archive.isHidden()
    page.whom.archive.click()
    with ZipFile(place.with_suffix(".zip")) as package:
        assert b"papirer om programmet" in package.read("1/arkivmelding.xml")
    house = page._window.house
    assert house is not None
    assert house.notice.text() == "1 dokument er i arkivpakken."
    assert page.whom.archive.isHidden()


def test_a_saved_file_that_is_gone_or_may_not_be_archived_any_more_is_told_of(
    page: LetterScreen, desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = place.with_suffix(".pdf")
    made = make_letter(desk, "information", "h1", "nb")
    page._window.act(lambda: file_letter(desk, made))
    with desk.work() as work:  # so it cannot be made again
        work.put(replace(work.get(Household, "h1"), name="Ayşe Demir", protection=Protection.FORTROLIG))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(saved)], ""))
    said = []
    for data in (None, made.pdf):
        if data:
            saved.write_bytes(data)
        to_archive(page._window, page, "h1")
        house = page._window.house
        assert house is not None
        said.append(house.notice.text())
    assert said == [
        "Filen kan ikke åpnes. Er den åpen i et annet program?",
        "Adressen er fortrolig nå, og en lagret fil kan vise den. Håndter brevet manuelt.",
    ]
    assert log(desk) == [] and not place.with_suffix(".zip").exists()


def test_what_was_made_before_she_became_a_reader_is_neither_saved_nor_noted(
    page: LetterScreen, desk: Desk, place: Path
) -> None:
    made = make_letter(desk, "information", "h1", "nb")
    page._window.act(lambda: file_letter(desk, made))
    with desk.store.writing_connection() as connection:
        write_setting(connection, WRITES, False)
    using, house = page.using, page._window.house
    assert house is not None
    away = [lambda: to_archive(page._window, page, "h1")]
    for hand_out in (using.save_button.click, using.archive_button.click, using.edit_button.click, *away):
        house.notice.hide()
        hand_out()
        assert house.notice.text() == language("nb").say(ONLY_READS)
    assert not list(place.parent.glob("brev*"))
    assert log(desk) == [] and len(open_household(desk, "h1").letters) == 1


def test_with_papers_to_archive_the_page_passes_the_gate(
    page: LetterScreen, desk: Desk, check_screen: Callable[..., None]
) -> None:
    put_paper(page, desk)
    page.head.another.click()
    assert page.whom.archive.isVisible()
    check_screen(page.window())


def put_paper(page: LetterScreen, desk: Desk) -> None:
    """A list of a meeting that was saved and noted."""
    meeting = Meeting(id="", case="", number=1, starts=NOW.replace(tzinfo=None), place="Huset")
    made = plan_meeting(desk, meeting).made
    page._window.act(lambda: file_letter(desk, make_paper(desk, "meeting_list", "nb", made)))
