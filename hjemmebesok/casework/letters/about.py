"""What a letter can be about: the visits or the meetings that its kind could tell of."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdFile, open_household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.eligibility_outcome import EligibilityOutcome
from hjemmebesok.letters.kinds.meeting_invitation import MeetingInvitation
from hjemmebesok.letters.kinds.visit_notice import VisitNotice
from hjemmebesok.letters.kinds.visit_summary import VisitSummary

_OF_CLOSED_VISITS = (VisitSummary.code, EligibilityOutcome.code, BoardProposal.code)
ABOUT_SOMETHING = frozenset({VisitNotice.code, MeetingInvitation.code, *_OF_CLOSED_VISITS})


def can_be_about(desk: Desk, kind: str, household_id: str) -> list[Visit] | list[Meeting]:
    """What this kind of letter to the household can be about, most likely first; nothing for a kind about none."""
    file = open_household(desk, household_id)
    if kind in _OF_CLOSED_VISITS:
        return _closed(file)
    if kind == VisitNotice.code:
        planned = [visit for visit in file.visits if _lies_ahead(desk, visit)]
        return sorted(planned, key=lambda visit: visit.starts)
    if kind == MeetingInvitation.code:
        invited = {talk.meeting for talk in file.talks if talk.invited}
        ahead = [each for each in file.meetings if each.id in invited and _lies_ahead(desk, each)]
        return sorted(ahead, key=lambda meeting: meeting.starts)
    return []


def _closed(file: HouseholdFile) -> list[Visit]:
    replaced = {visit.corrects for visit in file.visits if visit.status is VisitStatus.CLOSED}
    return [visit for visit in file.visits if visit.status is VisitStatus.CLOSED and visit.id not in replaced]


def _lies_ahead(desk: Desk, planned: Visit | Meeting) -> bool:
    return planned.status is VisitStatus.PLANNED and planned.starts.date() >= desk.today()
