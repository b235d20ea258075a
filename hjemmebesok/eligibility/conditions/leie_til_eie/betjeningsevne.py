"""Betjeningsevne (ability to service a loan): the largest loan covers what is needed, less a usual grant. Drammens
praksis for Leie til eie: «Kalkulasjonsrente: 5%», «Lånetid: 30-50 år».

Where the loan and a usual grant fall short, this is only information: the grant's own condition decides.
"""

from hjemmebesok.domain.money import ZERO
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.betjeningsevne import Betjeningsevne
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.tilskudd import largest_usual_grant


def _betjeningsevne(case: Case) -> Answer:
    found = case.work_out(loan)
    largest = found.capacity.largest_loan
    if not largest:
        return Answer(Outcome.FAIL, _nothing_left(found.capacity), worked=found)
    covered = Phrase("Lånet kan bli inntil {largest}. Det trengs {need}.", largest=largest, need=found.need)
    if not found.gap:
        return Answer(Outcome.OK, covered, worked=found)
    if found.gap <= largest_usual_grant(found, case.settings):
        return Answer(Outcome.OK, Phrase("{covered} Resten kan være tilskudd.", covered=covered), worked=found)
    return Answer(
        Outcome.IKKE_AKTUELT, Phrase("{covered} Resten er mer enn et vanlig tilskudd.", covered=covered), worked=found
    )


def _nothing_left(capacity: Betjeningsevne) -> Phrase:
    if capacity.available < ZERO:
        return Phrase("Utgiftene er {more} høyere enn inntektene hver måned.", more=-capacity.available)
    return Phrase("Det er bare {available} igjen til lån hver måned.", available=capacity.available)


BETJENINGSEVNE = Condition(N_("Evne til å betale lånet"), DRAMMENS_PRAKSIS, _betjeningsevne)
