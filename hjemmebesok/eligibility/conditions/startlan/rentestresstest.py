"""Rentestresstest (stress test): the loan can be paid at styringsrenten and 2.5 percentage points. Veileder for
startlån, «kalkulasjonsrente». Where it cannot: a longer term, a fixed rate or a lower loan."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import STRESS_REASON
from hjemmebesok.eligibility.stresstest import stresstest


def _rentestresstest(case: Case) -> Answer:
    test = case.work_out(stresstest)
    words = Phrase("Med {rate} prosent rente koster lånet {payment} i måneden.", rate=test.rate, payment=test.payment)
    if test.stands:
        return Answer(Outcome.OK, words, worked=test)
    advice = Phrase("Det er {left} igjen til det. Se på nedbetalingstid, fast rente eller lånet.", left=test.left)
    reason = Phrase("{words} {advice}", words=words, advice=advice)
    return Answer(Outcome.SKJONN, reason, reason_in=STRESS_REASON, worked=test)


RENTESTRESSTEST = Condition(N_("Tåler høyere rente"), veileder("kalkulasjonsrente"), _rentestresstest)
