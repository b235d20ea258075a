"""Appointments as other calendars read them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from hjemmebesok.exchange.calendar import Appointment, calendar_file

STAMPED = datetime(2026, 10, 12, 6, 30, tzinfo=UTC)
OSLO = {1: timedelta(hours=1), 7: timedelta(hours=2)}


def appointment(**other: Any) -> Appointment:
    values: dict[str, Any] = {
        "uid": "visit-1",
        "sequence": 7,
        "stamped": STAMPED,
        "starts": datetime(2026, 10, 12, 10, 30),
        "minutes": 90,
        "summary": "Hjemmebesøk",
    }
    return Appointment(**values | other)


def read(*appointments: Appointment) -> list[Any]:
    calendar = Calendar.from_ical(calendar_file(appointments))
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_a_calendar_reads_back_what_was_written() -> None:
    (event,) = read(appointment())
    assert event["UID"] == "visit-1@hjemmebesok"
    assert event["SEQUENCE"] == 7
    assert event["SUMMARY"] == "Hjemmebesøk"
    assert event["CLASS"] == "PRIVATE"
    assert event["DTSTART"].dt.isoformat() == "2026-10-12T10:30:00+02:00"
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=90)
    assert "LOCATION" not in event


@given(
    summary=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
    place=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
    starts=st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1)).map(lambda at: at.replace(microsecond=0)),
    minutes=st.integers(5, 600),
)
def test_words_and_times_survive(summary: str, place: str, starts: datetime, minutes: int) -> None:
    (event,) = read(appointment(summary=summary, place=place, starts=starts, minutes=minutes))
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (summary, place)
    assert event["DTSTART"].dt.replace(tzinfo=None) == starts


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300))
def test_lines_are_crlf_and_never_longer_than_75_octets(summary: str) -> None:
    data = calendar_file([appointment(summary=summary)])
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    data.decode("utf-8")


def test_norwegian_summer_and_winter_time_are_told_in_the_file() -> None:
    calendar = Calendar.from_ical(calendar_file([appointment()]))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Oslo"
    told = zone.to_tz()
    for month, offset in OSLO.items():
        assert datetime(2026, month, 15, 12, tzinfo=told).utcoffset() == offset
    changes = [datetime(2026, 3, 29, 1, 59), datetime(2026, 3, 29, 3, 0), datetime(2026, 10, 25, 4, 0)]
    assert [at.replace(tzinfo=told).utcoffset() for at in changes] == [OSLO[1], OSLO[7], OSLO[1]]


def test_a_deadline_takes_a_whole_day_and_keeps_nobody_busy() -> None:
    (event,) = read(appointment(starts=date(2026, 10, 19), minutes=0))
    assert (event["DTSTART"].dt, event["TRANSP"]) == (date(2026, 10, 19), "TRANSPARENT")
    assert b"VTIMEZONE" not in calendar_file([appointment(starts=date(2026, 10, 19))])


def test_what_is_cancelled_is_taken_out_of_the_calendar() -> None:
    off = appointment(cancelled=True)
    assert b"METHOD:CANCEL\r\n" in calendar_file([off])
    assert read(off)[0]["STATUS"] == "CANCELLED"
    mixed = calendar_file([off, appointment(uid="visit-2")])
    assert b"METHOD:PUBLISH\r\n" in mixed
    assert [event["STATUS"] for event in read(off, appointment(uid="visit-2"))] == ["CANCELLED", "CONFIRMED"]


def test_the_same_appointments_give_the_same_bytes() -> None:
    assert calendar_file([appointment()]) == calendar_file([appointment()])
