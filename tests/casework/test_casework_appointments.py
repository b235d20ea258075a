"""The calendar's file from the store: who is never in it, where only when asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from hjemmebesok.casework.appointments import appointment_file, appointments_file, note_appointments
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import plan_meeting
from hjemmebesok.casework.visits import cancel_visit, plan_visit, save_plan
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import Visit

TEN = datetime(2026, 10, 13, 10)


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    return plan_visit(desk, family, TEN).made


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_visit_says_when_and_what_and_neither_who_nor_where(desk: Desk, visit: str) -> None:
    file = appointment_file(desk, visit)
    (event,) = events(file.data)
    assert (event["UID"], event["SUMMARY"]) == (f"{visit}@hjemmebesok", "Hjemmebesøk")
    text = file.data.decode()
    assert [word for word in ("Yılmaz", "Fjellåsen", "h1", "LOCATION") if word in text + file.file_name] == []
    assert file.exports == ()


def test_the_address_is_there_where_somebody_asked_for_it_and_that_is_noted(desk: Desk, visit: str) -> None:
    file = appointment_file(desk, visit, with_place=True)
    assert events(file.data)[0]["LOCATION"] == "Fjellåsen 14, H0302"
    note_appointments(desk, file)
    with desk.read() as reading:
        assert [(each.what, each.about) for each in reading.in_case(Export, "h1")] == [("calendar", (visit,))]


@pytest.mark.parametrize("protection", [each for each in Protection if each is not Protection.NONE])
def test_a_protected_address_is_never_there(desk: Desk, visit: str, protection: Protection) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), protection=protection))
    file = appointment_file(desk, visit, with_place=True)
    assert "LOCATION" not in events(file.data)[0]
    assert file.exports == ()


def test_a_changed_visit_is_the_same_appointment_with_a_higher_number(desk: Desk, visit: str) -> None:
    before = events(appointment_file(desk, visit).data)[0]
    later = replace(desk, clock=lambda: desk.now() + timedelta(minutes=1))
    with desk.read() as reading:
        planned = reading.get(Visit, visit)
    save_plan(later, replace(planned, starts=TEN + timedelta(hours=2)))
    after = events(appointment_file(later, visit).data)[0]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt - before["DTSTART"].dt == timedelta(hours=2)


def test_a_cancelled_visit_is_taken_out(desk: Desk, visit: str) -> None:
    cancel_visit(desk, visit)
    assert b"METHOD:CANCEL" in appointment_file(desk, visit).data


def test_a_week_has_visits_meetings_and_what_the_municipality_promised(desk: Desk, visit: str) -> None:
    meeting = Meeting(id="", case="", number=3, starts=TEN + timedelta(days=1), place="Fjell skole")
    plan_meeting(desk, meeting)
    due = date(2026, 10, 16)
    with desk.work() as work:
        work.put(FollowUp(id="f1", case="h1", step="office_talk", owner=Owner.MUNICIPALITY, due=due))
        work.put(FollowUp(id="f2", case="h1", step="lease", owner=Owner.FAMILY, due=due))
        work.put(FollowUp(id="f3", case="h1", step="viewing", owner=Owner.MUNICIPALITY, due=due, done_on=due))
    week = date(2026, 10, 12), date(2026, 10, 18)
    found = events(appointments_file(desk, *week).data)
    assert [str(event["SUMMARY"]) for event in found] == ["Hjemmebesøk", "Fellesmøte nr. 3", "Frist for oppfølging"]
    placed = appointments_file(desk, *week, with_place=True)
    assert [event.get("LOCATION") for event in events(placed.data)] == ["Fjellåsen 14, H0302", "Fjell skole", None]
    assert [each.about for each in placed.exports] == [(visit,)]


def test_nothing_to_put_in_a_calendar_is_one_sentence(desk: Desk, family: str) -> None:
    with pytest.raises(Refused, match="ingenting i kalenderen"):
        appointments_file(desk, date(2026, 1, 1), date(2026, 1, 2))
    with desk.work() as work:
        work.put(FollowUp(id="f1", case="h1", step="lease"))
    with pytest.raises(Refused, match="ingen dato"):
        appointment_file(desk, "f1")
    with pytest.raises(Refused):
        appointment_file(desk, "f9")


def test_the_time_stamp_is_utc(desk: Desk, visit: str) -> None:
    assert events(appointment_file(desk, visit).data)[0]["DTSTAMP"].dt == desk.now().astimezone(UTC)
