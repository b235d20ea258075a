"""The list of meetings in words: those to come by time, then those that were, the latest first."""

from collections.abc import Sequence
from datetime import date

from hjemmebesok.casework.meetings import MeetingLine
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.meetings.words import language_and_interpreter, meeting_status, seats
from hjemmebesok.ui.spoken import Capital, NearDay, dotted, hours, shown
from hjemmebesok.ui.widgets.agenda_card import AgendaLine
from hjemmebesok.ui.widgets.status import Status


def coming(lines: Sequence[MeetingLine], today: date) -> list[MeetingLine]:
    """Those under way, and those from today on that are not closed, the next one first."""
    return [line for line in lines if not _is_over(line, today)]


def past(lines: Sequence[MeetingLine], today: date) -> list[MeetingLine]:
    """The others, the latest first."""
    return [line for line in lines if _is_over(line, today)][::-1]


def agenda_line(line: MeetingLine, today: date) -> AgendaLine:
    """One meeting as a card shows it."""
    meeting = line.meeting
    came = Plural("{n} kom", "{n} kom", line.came) if line.came else ""
    return AgendaLine(
        key=meeting.id,
        when=shown(Capital(NearDay(meeting.starts.date(), today))),
        lasts=plain(hours(meeting.starts, meeting.minutes)),
        name=Phrase("Fellesmøte nr. {n}", n=meeting.number),
        place=plain(meeting.place) if meeting.place else N_("Mangler sted"),
        facts=dotted(seats(line.seats, meeting), came, language_and_interpreter(meeting.language, meeting)),
        status=_status(line, today),
    )


def _status(line: MeetingLine, today: date) -> Status:
    planned = line.meeting.status is VisitStatus.PLANNED
    if planned and line.meeting.starts.date() < today:
        return Status(N_("Ikke avsluttet"), "warn")
    return meeting_status(line.meeting, line.missing)


def _is_over(line: MeetingLine, today: date) -> bool:
    meeting = line.meeting
    if meeting.status is VisitStatus.STARTED:
        return False
    return meeting.status is not VisitStatus.PLANNED or meeting.starts.date() < today
