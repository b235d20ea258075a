"""Barnets beste (the best interests of the child): assessed in writing where there are children. Grunnloven § 104;
veileder for startlån, «behandle søknader»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import BEST_INTERESTS, MEMBERS
from hjemmebesok.eligibility.members import any_child


def _barnets_beste(case: Case) -> Answer:
    children = any_child(case.get(MEMBERS))
    if children is None:
        raise Missing(MEMBERS)
    if not children:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Det bor ingen barn der."))
    case.require(BEST_INTERESTS)
    return Answer(Outcome.OK, Phrase("Barnets beste er vurdert skriftlig."), reason_in=BEST_INTERESTS)


BARNETS_BESTE = Condition(
    N_("Barnets beste"),
    Phrase("{one}; {other}", one=Phrase("Grunnloven § 104"), other=veileder("behandle søknader")),
    _barnets_beste,
)
