"""The notice of a planned home visit."""

from hjemmebesok.casework.interpreting import SAME_LANGUAGE, needs_interpreter
from hjemmebesok.casework.letters.closed_visit import visit_of
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.letters.kinds.visit_notice import VisitNotice


def visit_notice(wanted: Wanted) -> VisitNotice:
    """Raises Refused where the visit is not planned any more, is over, or the household asked to be left alone."""
    visit = visit_of(wanted).visit
    if visit.status is not VisitStatus.PLANNED or visit.starts.date() < wanted.desk.today():
        raise Refused(Phrase("Besøket er ikke lenger et planlagt besøk. Planlegg et nytt."))
    return VisitNotice(
        **wanted.invited,
        starts=visit.starts,
        minutes=visit.minutes,
        visitors=visit.staff or (wanted.desk.user.name,),
        visitor_count=2 if visit.two_together else 1,
        purpose=visit.purpose,
        interpreter=_interpreted_from(visit, wanted.card.household),
    )


def _interpreted_from(visit: Visit, household: Household) -> str:
    if visit.interpreter:
        return visit.interpreter.language
    booked = visit.interpreter_booked or needs_interpreter(household)
    return household.language if booked and household.language != SAME_LANGUAGE else ""
