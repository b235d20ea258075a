"""Papers about several households, and a household's letters for the archive, saved from where one works."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from monday import at, put_meeting
from PySide6.QtWidgets import QFileDialog

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.screens.today.screen import TodayScreen
from hjemmebesok.ui.window import MainWindow


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """With a phone number, which every paper and letter needs."""
    return replace(desk, user=replace(desk.user, phone="000 00 100"))


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the caseworker saves the file, without its ending."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "papir"), ""))
    return tmp_path / "papir"


def text(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path.with_suffix(".pdf"))
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def test_the_day_is_saved_on_paper_and_noted(window: MainWindow, desk: Desk, chosen: Path) -> None:
    plan_visit(desk, "h1", at(14))
    page = window.go("today")
    assert isinstance(page, TodayScreen)
    page.top.paper.click()
    assert "Dagsplan 12. oktober 2026" in text(chosen)
    with desk.read() as reading:
        assert [each.letter for each in reading.all(IssuedLetter)] == ["day_plan"]


def test_the_list_of_a_meeting_is_saved_on_paper(window: MainWindow, desk: Desk, chosen: Path) -> None:
    meeting, _seats = put_meeting(desk, ("Kari Kanari",))
    page = window.go("meeting", meeting)
    assert isinstance(page, MeetingScreen)
    page.header.paper.click()
    assert "Kari Kanari" in text(chosen)


@pytest.mark.parametrize(("saved", "inside"), [(False, 2), (True, 3)], ids=["not found", "found"])
def test_all_letters_of_a_household_go_to_the_archive_together_one_that_has_changed_as_it_was_saved(
    window: MainWindow, desk: Desk, chosen: Path, monkeypatch: pytest.MonkeyPatch, saved: bool, inside: int
) -> None:
    page = window.go("household", "h1")
    assert isinstance(page, HouseholdScreen)
    assert page.header.archive.isHidden()
    first = make_letter(desk, "information", "h1", "nb")
    file_letter(desk, first)
    chosen.with_suffix(".pdf").write_bytes(first.pdf)
    names = [str(chosen.with_suffix(".pdf"))] if saved else []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), name="Ayşe Demir og Mehmet Yılmaz"))
    for kind in ("information", "document_checklist"):
        file_letter(desk, make_letter(desk, kind, "h1", "nb"))
    page.refresh()
    page.header.archive.click()
    with ZipFile(chosen.with_suffix(".zip")) as package:
        assert sum(name.endswith(".pdf") for name in package.namelist()) == inside
    assert window.house is not None
    assert f"{inside} dokumenter er i arkivpakken." in window.house.notice.text()
    assert ("1 er ikke med" in window.house.notice.text()) is not saved
    assert len(open_household(desk, "h1").exports) == 1
