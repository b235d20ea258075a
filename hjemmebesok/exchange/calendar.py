"""Appointments for the caseworker's own calendar, as iCalendar (RFC 5545).

A calendar is shown to colleagues, copied to phones and kept by others, so an appointment says when and what kind, and
neither who nor where, unless somebody chose to put the place in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_ZONE = "Europe/Oslo"
_HOUR, _TWO_HOURS = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One appointment, in Norwegian local time; a bare date takes the whole day, and no `minutes`.

    `uid` is the same each time it is written, and `sequence` higher each time, so that a calendar takes the later one
    for the appointment it has. `stamped` is UTC.
    """

    uid: str
    sequence: int
    stamped: datetime
    starts: datetime | date
    minutes: int = 0
    summary: str
    place: str = ""
    cancelled: bool = False


def calendar_file(appointments: Sequence[Appointment]) -> bytes:
    """The appointments as an .ics file: UTF-8, CRLF, long lines folded. Where all are cancelled, it cancels them."""
    calendar = Calendar()
    calendar.add("prodid", "-//hjemmebesok//NONSGML hjemmebesok//NB")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if all(each.cancelled for each in appointments) else "PUBLISH")
    if any(isinstance(each.starts, datetime) for each in appointments):
        calendar.add_component(_norwegian_time())
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", f"{appointment.uid}@hjemmebesok")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.stamped)
    event.add("summary", appointment.summary)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    _add_time(event, appointment)
    if appointment.place:
        event.add("location", appointment.place)
    return event


def _add_time(event: Event, appointment: Appointment) -> None:
    starts = appointment.starts
    if isinstance(starts, datetime):
        local = {"TZID": _ZONE}
        event.add("dtstart", starts, parameters=local)
        event.add("dtend", starts + timedelta(minutes=appointment.minutes), parameters=local)
    else:
        event.add("dtstart", starts)
        event.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy


@cache
def _norwegian_time() -> Timezone:
    """Norwegian time by the rule that has held since 1996: summer time from March to October, from 1 h UTC."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, _HOUR, _TWO_HOURS),
        (TimezoneStandard(), "CET", 10, _TWO_HOURS, _HOUR),
    ):
        changes = datetime(1996, month, 31 if month == 3 else 27, 2 if month == 3 else 3)  # the last Sunday
        part.add("dtstart", changes)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return zone
