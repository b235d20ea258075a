"""Every kind there is: what it is called, and the function that gathers its data.

A letter is about one household, and noted with it. A paper is about several, for the caseworker or the landlord's
board.
"""

from collections.abc import Callable, Iterable

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters.board_proposal import board_proposal
from hjemmebesok.casework.letters.day_plan import day_plan
from hjemmebesok.casework.letters.document_checklist import document_checklist
from hjemmebesok.casework.letters.eligibility_outcome import eligibility_outcome
from hjemmebesok.casework.letters.follow_up_offer import follow_up_offer
from hjemmebesok.casework.letters.information import information, information_folder
from hjemmebesok.casework.letters.meeting_invitation import meeting_invitation
from hjemmebesok.casework.letters.meeting_list import meeting_list
from hjemmebesok.casework.letters.sale_frames import sale_frames
from hjemmebesok.casework.letters.two_values import two_values
from hjemmebesok.casework.letters.visit_notice import visit_notice
from hjemmebesok.casework.letters.visit_summary import visit_summary
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.domain.letter import Details
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.letters.kinds import KINDS as WRITTEN
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

KINDS = (
    (InformationLetter.code, N_("Brev om Leie til eie")),
    (InformationFolder.code, N_("Folder om Leie til eie")),
    (VisitNotice.code, N_("Varsel om hjemmebesøk")),
    (MeetingInvitation.code, N_("Invitasjon til fellesmøte")),
    (DocumentChecklist.code, N_("Liste over papirer")),
    (FollowUpOffer.code, N_("Tilbud om samtale")),
    (VisitSummary.code, N_("Oppsummering av hjemmebesøk")),
    (EligibilityOutcome.code, N_("Veiledning om å kjøpe bolig")),
    (BoardProposal.code, N_("Sak til styret om ett salg")),
)
PAPERS = (
    (MeetingList.code, N_("Deltakerliste")),
    (DayPlanOnPaper.code, N_("Dagsplan")),
    (SaleFrames.code, N_("Sak til styret om rammer for salg")),
)

_LETTERS: dict[str, Callable[[Wanted], Letter]] = {
    InformationLetter.code: information,
    InformationFolder.code: information_folder,
    VisitNotice.code: visit_notice,
    MeetingInvitation.code: meeting_invitation,
    DocumentChecklist.code: document_checklist,
    FollowUpOffer.code: follow_up_offer,
    VisitSummary.code: visit_summary,
    EligibilityOutcome.code: eligibility_outcome,
    BoardProposal.code: board_proposal,
}
_PAPERS: dict[str, Callable[[Desk, str, Details], Letter]] = {
    MeetingList.code: meeting_list,
    DayPlanOnPaper.code: day_plan,
    SaleFrames.code: sale_frames,
}


def languages_of(kind: str) -> tuple[str, ...]:
    """The languages that a kind, one of those above, is written in."""
    return WRITTEN[kind].languages


def letter_data(wanted: Wanted, kind: str) -> Letter:
    """What a letter says, before it is in any language.

    Raises Refused for an unknown kind, where something that the letter must say is not known yet, and where it has two
    values, unless the letter has gone out already: that it tells the same now, its SHA-256 shows.
    """
    if kind not in _LETTERS:
        raise _unknown(kind, _LETTERS)
    letter = _LETTERS[kind](wanted)
    with wanted.desk.read() as reading:
        waits = None if wanted.again else two_values(reading, kind, wanted.card, wanted.about)
    if waits:
        raise Refused(waits)
    return letter


def paper_data(desk: Desk, kind: str, about: str, details: Details) -> Letter:
    """What a paper says, before it is in any language. Raises Refused in the same way."""
    if kind not in _PAPERS:
        raise _unknown(kind, _PAPERS)
    return _PAPERS[kind](desk, about, details)


def _unknown(kind: str, known: Iterable[str]) -> Refused:
    return Refused(
        Phrase("Brevtypen «{kind}» finnes ikke. Velg en av disse: {known}.", kind=kind, known=", ".join(known))
    )
