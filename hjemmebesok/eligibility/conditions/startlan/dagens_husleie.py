"""Dagens husleie (present rent): rent paid over time is a strong sign of what they can pay. Veileder for startlån,
«sammenlign med alternative leiepriser».

It weighs where the sums say less than is needed, and is information everywhere else.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.annuity import monthly_payment
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import RENT_REASON
from hjemmebesok.eligibility.figures import housing_cost_today
from hjemmebesok.eligibility.loan import loan


def _dagens_husleie(case: Case) -> Answer:
    home, today = case.work_out(loan), case.work_out(housing_cost_today)
    whole = monthly_payment(home.need, home.capacity.rate, home.capacity.years) + home.capacity.housing_costs
    words = Phrase("De betaler {today} i dag. Den nye boligen koster {new}.", today=today, new=whole)
    if home.gap and today >= whole:
        reason = Phrase("{words} Det taler for at de kan betale.", words=words)
        return Answer(Outcome.SKJONN, reason, reason_in=RENT_REASON)
    return Answer(Outcome.IKKE_AKTUELT, words)


DAGENS_HUSLEIE = Condition(N_("Husleien i dag"), veileder("sammenlign med alternative leiepriser"), _dagens_husleie)
