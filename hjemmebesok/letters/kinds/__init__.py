"""The kinds of letter: one data class each, beside one folder of texts in resources/letters."""

from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.day_plan import DayPlanOnPaper
from hjemmebesok.letters.kinds.document_checklist import DocumentChecklist
from hjemmebesok.letters.kinds.eligibility_outcome import EligibilityOutcome
from hjemmebesok.letters.kinds.follow_up_offer import FollowUpOffer
from hjemmebesok.letters.kinds.information import InformationFolder, InformationLetter
from hjemmebesok.letters.kinds.meeting_invitation import MeetingInvitation
from hjemmebesok.letters.kinds.meeting_list import MeetingList
from hjemmebesok.letters.kinds.sale_frames import SaleFrames
from hjemmebesok.letters.kinds.visit_notice import VisitNotice
from hjemmebesok.letters.kinds.visit_summary import VisitSummary
from hjemmebesok.letters.letter import Letter

KINDS: dict[str, type[Letter]] = {
    kind.code: kind
    for kind in (
        InformationLetter,
        InformationFolder,
        VisitNotice,
        MeetingInvitation,
        DocumentChecklist,
        FollowUpOffer,
        VisitSummary,
        EligibilityOutcome,
        BoardProposal,
        SaleFrames,
        MeetingList,
        DayPlanOnPaper,
    )
}
