"""Forklaringsplikt (duty to explain): told in person and logged before the decision. Finansavtaleloven § 5-1; veileder
for startlån, «forklaringsplikt»: fixed or floating rate, term, monthly cost against rent, residual debt, forced sale.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import EXPLAINED_ON


def _forklaringsplikt(case: Case) -> Answer:
    told = case[EXPLAINED_ON]
    if not case.has_come(told):
        raise Missing(EXPLAINED_ON, reason=Phrase("Lånet skal forklares {day}. Det må være gjort.", day=told))
    return Answer(Outcome.OK, Phrase("Lånet ble forklart {day}.", day=told))


FORKLARINGSPLIKT = Condition(
    N_("Forklaring av lånet"),
    Phrase("{one}; {other}", one=Phrase("Finansavtaleloven § 5-1"), other=veileder("forklaringsplikt")),
    _forklaringsplikt,
)
