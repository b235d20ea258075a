"""A meeting in words: seats, language and interpreter, and how it stands."""

from collections.abc import Sequence

from hjemmebesok.casework.interpreting import SAME_LANGUAGE
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.ui.spoken import tongue
from hjemmebesok.ui.widgets.status import Status


def language_and_interpreter(code: str, planned: Visit | Meeting, *, needed: bool | None = None) -> Words:
    """'tyrkisk, tolk bestilt'."""
    language = tongue(code)
    if planned.interpreter_booked or planned.interpreter is not None:
        return Phrase("{language}, tolk bestilt", language=language)
    missing = code != SAME_LANGUAGE if needed is None else needed
    return Phrase("{language}, tolk ikke bestilt", language=language) if missing else language


def seats(taken: int, meeting: Meeting) -> Words:
    """'8 av 10 plasser'."""
    return Phrase("{n} av {all} plasser", n=taken, all=meeting.capacity)


def meeting_status(meeting: Meeting, missing: Sequence[Phrase]) -> Status:
    """The same of a meeting."""
    if meeting.status is VisitStatus.CANCELLED:
        return Status(N_("Avlyst"), "muted", "x")
    if meeting.status is VisitStatus.CLOSED:
        return Status(N_("Ferdig og låst"), "ok", "lock")
    if meeting.status is VisitStatus.STARTED:
        return Status(N_("Pågår"), "info", "users")
    if missing:
        return Status(missing[0], "warn")
    return Status(N_("Klar"), "ok")
