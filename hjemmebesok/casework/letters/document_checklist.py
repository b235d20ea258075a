"""The checklist of documents, with what the household has already said it will find, and the visit it is for."""

from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.letters.kinds.document_checklist import DocumentChecklist

_PAPERS = frozenset({"bank_answer", "two_banks", "pay_slips", "tax_papers", "lease", "debt_overview"})  # steps


def document_checklist(wanted: Wanted) -> DocumentChecklist:
    """The next planned visit is named where there is one."""
    case, now = wanted.card.household.id, wanted.desk.now().replace(tzinfo=None)
    with wanted.desk.read() as reading:
        promises = [each for each in reading.in_case(FollowUp, case) if _is_open_paper(each)]
        planned = [visit for visit in reading.in_case(Visit, case) if visit.status is VisitStatus.PLANNED]
    return DocumentChecklist(
        **wanted.addressed,
        agreed=tuple((promised(each), each.due) for each in promises),
        next_visit=min((visit.starts for visit in planned if visit.starts > now), default=None),
    )


def _is_open_paper(promise: FollowUp) -> bool:
    return promise.step in _PAPERS and promise.owner is Owner.FAMILY and promise.done_on is None
