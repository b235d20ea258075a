"""The invitation to a group meeting, to one of those who are to have one."""

from hjemmebesok.casework.letters.wanted import WRITTEN_IN, Wanted
from hjemmebesok.casework.meetings import meeting_end
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.meeting_invitation import MeetingInvitation


def meeting_invitation(wanted: Wanted) -> MeetingInvitation:
    """Raises Refused where no meeting is chosen, it lacks a place, the household is not among those to be invited, or
    there is no time left to answer."""
    meeting = _meeting(wanted)
    return MeetingInvitation(
        **wanted.invited,
        starts=meeting.starts,
        ends=meeting_end(meeting),
        place=meeting.place,
        spoken=meeting.language,
        interpreted=meeting.interpreter is not None or meeting.interpreter_booked,
        topics=FreeText(meeting.topics, WRITTEN_IN) if meeting.topics else None,
        reply_by=wanted.reply_by(meeting.starts.date()),
        largest=meeting.capacity,
    )


def _meeting(wanted: Wanted) -> Meeting:
    if not wanted.about:
        raise Refused(Phrase("Velg hvilket fellesmøte brevet gjelder."))
    with wanted.desk.read() as reading:
        meeting = reading.get(Meeting, wanted.about)
        seats = [seat for seat in reading.of_parent(Participant, meeting.id) if seat.case == wanted.card.household.id]
    if not any(seat.invited for seat in seats):
        raise Refused(Phrase("Husstanden står ikke på listen over inviterte til møtet."))
    if meeting.status is not VisitStatus.PLANNED:
        raise Refused(Phrase("Møtet er ikke lenger et planlagt møte."))
    if not meeting.place:
        raise Refused(Phrase("Fellesmøtet mangler sted. Skriv inn stedet først."))
    return meeting
