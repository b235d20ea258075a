"""Prioritert (priority): a lasting low income, or a family with children. Husbankens veileder, «tilskudd til
etablering»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import LASTING_LOW_INCOME, MEMBERS, PRIORITY_REASON
from hjemmebesok.eligibility.members import any_child


def _prioritert(case: Case) -> Answer:
    children = any_child(case.get(MEMBERS))
    if children or case.get(LASTING_LOW_INCOME):
        return Answer(Outcome.OK, Phrase("Barnefamilier og de som har varig lav inntekt, går foran."))
    case.require(LASTING_LOW_INCOME)
    if children is None:
        raise Missing(MEMBERS)
    return Answer(Outcome.SKJONN, Phrase("De er ikke blant dem som går foran."), reason_in=PRIORITY_REASON)


PRIORITERT = Condition(N_("Hvem som går foran"), veileder("tilskudd til etablering"), _prioritert)
