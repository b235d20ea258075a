"""Gjeld (debt): consumer debt is cleared or serviced; what is owed has been looked up. Veileder for startlån, «gjeld»
and «under gjeldsordning»: no loan during negotiations without the namsfogd's consent, or where the gjeldsordning
forbids new debt."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.choices import ConsumerDebt, DebtSettlement
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import CONSUMER_DEBT, DEBT_REASON, DEBT_REGISTER_CHECKED, DEBT_SETTLEMENT

_FORBIDDEN = {
    DebtSettlement.NEGOTIATED_WITHOUT_CONSENT: Phrase("De forhandler om gjeld uten at namsfogden sier ja til lånet."),
    DebtSettlement.FORBIDS_NEW_DEBT: Phrase("Gjeldsordningen sier at de ikke kan ta opp ny gjeld."),
}


def _gjeld(case: Case) -> Answer:
    forbidden = _FORBIDDEN.get(case[DEBT_SETTLEMENT])
    if forbidden:
        return Answer(Outcome.FAIL, forbidden)
    case.require(CONSUMER_DEBT, DEBT_REGISTER_CHECKED)
    if not case[DEBT_REGISTER_CHECKED]:
        raise Missing(DEBT_REGISTER_CHECKED)
    if case[CONSUMER_DEBT] is ConsumerDebt.UNSERVICED:
        return Answer(Outcome.SKJONN, Phrase("Forbruksgjeld blir ikke betalt."), reason_in=DEBT_REASON)
    return Answer(Outcome.OK, Phrase("Det er ingen gjeld som er i veien."))


GJELD = Condition(N_("Gjeld"), veileder("gjeld"), _gjeld)
