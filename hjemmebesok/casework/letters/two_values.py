"""What a letter tells that two people have written differently: it waits until somebody has chosen.

On the screen both values stand beside each other; on paper one of them would pass for the truth, or the lines of both
would go to the household. Only what the letter itself tells holds it back: a telephone number with two values stops no
invitation.
"""

from collections.abc import Iterator, Mapping

from hjemmebesok.casework.conflicts import fields_of
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.unsettled import WEIGHED
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.kartlegging import SECTIONS, Kartlegging
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.document_checklist import DocumentChecklist
from hjemmebesok.letters.kinds.eligibility_outcome import EligibilityOutcome
from hjemmebesok.letters.kinds.follow_up_offer import FollowUpOffer
from hjemmebesok.letters.kinds.meeting_invitation import MeetingInvitation
from hjemmebesok.letters.kinds.visit_notice import VisitNotice
from hjemmebesok.letters.kinds.visit_summary import VisitSummary
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.reading import Reading
from hjemmebesok.wire.messages import Conflict

_NEVER_NOTED = ("consent", "health")  # sections of the form that no letter repeats
_NOTED = {field.id for section in SECTIONS if section.id not in _NEVER_NOTED for field in section.fields}

# By kind of record, the fields that letters tell and whose two values stay until somebody chooses.
_ADDRESSED = {
    "household": "name case_number language",  # the last is what the letter is written in
    "dwelling": "address",  # and what is written with it
    "tenancy": "dwelling",
}
_TOLD: Mapping[str, Mapping[str, str]] = {
    VisitNotice.code: {
        "household": f"{_ADDRESSED['household']} interpreter_needed",
        "visit": "starts purpose interpreter interpreter_booked two_together",
    },
    MeetingInvitation.code: {"meeting": "starts place language capacity interpreter interpreter_booked topics"},
    DocumentChecklist.code: {"visit": "starts", "follow_up": "step values owner due done_on"},
    FollowUpOffer.code: {"follow_up": "step due done_on"},
    VisitSummary.code: {
        "visit": "starts interpreter",
        "kartlegging": " ".join(WEIGHED | _NOTED - {"summary.outcome"}),
        "follow_up": "step values owner due",
        "photo": "caption shows in_summary",
    },
    EligibilityOutcome.code: {"kartlegging": " ".join(WEIGHED)},
    BoardProposal.code: {
        "household": "case_number",
        "dwelling": "address estate borettslag_number share_number rooms area_m2",
        "kartlegging": " ".join(WEIGHED),
    },
}
_BELONGS: tuple[type[Record], ...] = (Kartlegging, FollowUp, Photo)  # to what a letter is about


def two_values(reading: Reading, kind: str, card: HouseholdCard, about: str = "") -> Phrase | None:
    """Why this letter to the household must wait; None where all that it tells has one value."""
    told = {**_ADDRESSED, **_TOLD.get(kind, {})}
    of_its_fields = [each for each in open_conflicts(reading.connection) if _names(told, each)]
    if not of_its_fields:
        return None
    made_of = set(_made_of(reading, card, about))
    fields = fields_of(each for each in of_its_fields if each.record in made_of)
    if not fields:
        return None
    return Phrase(
        "To har skrevet ulikt i {fields} som brevet forteller om. Velg først hva som gjelder, under «I takt med "
        "serveren».",
        fields=fields,
    )


def _names(told: Mapping[str, str], conflict: Conflict) -> bool:
    """Whether the letter tells such a field; of a list in the form, each line is a field of its own."""
    return conflict.field.partition("/")[0] in told.get(conflict.kind, "").split()


def _made_of(reading: Reading, card: HouseholdCard, about: str) -> Iterator[str]:
    """Ids of the records the letter is made of: what it is about with all that belongs to it; where it is about
    nothing, the visits ahead and what is agreed. A protected dwelling stands in no letter."""
    case = card.household.id
    yield case
    if not card.household.protection.masks_address:
        yield from (each.id for each in (card.dwelling, card.tenancy) if each)
    if about:
        yield about
        for kind in _BELONGS:
            yield from (each.id for each in reading.of_parent(kind, about))
    else:
        yield from (each.id for each in reading.in_case(Visit, case) if each.status is VisitStatus.PLANNED)
        yield from (each.id for each in reading.in_case(FollowUp, case))
