"""A visit or a meeting in the caseworker's own calendar."""

from pathlib import Path

import pytest
from monday import at, put_meeting
from PySide6.QtWidgets import QFileDialog

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.ui.screens.meetings.plan import MeetingPlanScreen
from hjemmebesok.ui.screens.today.plan_visit import VisitPlanScreen
from hjemmebesok.ui.window import MainWindow


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the caseworker saves the file, without its ending."""
    place = tmp_path / "avtale"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    return place.with_suffix(".ics")


def test_a_planned_visit_is_saved_without_name_and_address(window: MainWindow, desk: Desk, chosen: Path) -> None:
    page = window.go("visit_plan", f"visit/{plan_visit(desk, 'h1', at(14)).made}")
    assert isinstance(page, VisitPlanScreen)
    page.calendar.click()
    told = chosen.read_text("utf-8")
    assert "DTSTART;TZID=Europe/Oslo:20261012T140000" in told
    assert [word for word in ("Yılmaz", "Fjellåsen", "LOCATION") if word in told] == []


def test_a_planned_meeting_is_saved_too(window: MainWindow, desk: Desk, chosen: Path) -> None:
    meeting, _seats = put_meeting(desk, ("Kari Kanari",))
    page = window.go("meeting_plan", f"meeting/{meeting}")
    assert isinstance(page, MeetingPlanScreen)
    page.calendar.click()
    told = chosen.read_text("utf-8")
    assert "SUMMARY:Fellesmøte nr. 12" in told
    assert "Kanari" not in told


def test_what_is_not_planned_yet_has_nothing_to_save(window: MainWindow) -> None:
    for name in ("visit_plan", "meeting_plan"):
        page = window.go(name, "new")
        assert isinstance(page, VisitPlanScreen | MeetingPlanScreen)
        assert not page.calendar.isVisible()
