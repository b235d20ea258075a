"""Betjeningsevne (ability to service a loan): over time, with livsopphold kept. Veileder for startlån, «beregne
betjeningsevnen»: livsopphold is never below the guiding rates of sosialhjelp; a loan that cannot be serviced is
refused.

A loan that covers a part of the price is skjønn: somebody writes where the rest comes from.
"""

from hjemmebesok.domain.money import ZERO
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.betjeningsevne import Betjeningsevne, betjeningsevne
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import LOAN_REASON
from hjemmebesok.eligibility.loan import loan


def _betjeningsevne(case: Case) -> Answer:
    found = case.work_out(betjeningsevne)
    if found.available <= ZERO:
        return Answer(Outcome.FAIL, _nothing_left(found), worked=found)
    home = case.work_out(loan)
    covered = Phrase("Lånet kan bli inntil {largest}. Det trengs {need}.", largest=found.largest_loan, need=home.need)
    if not home.gap:
        return Answer(Outcome.OK, covered, worked=home)
    reason = Phrase("{covered} Resten, {gap}, må komme fra noe annet.", covered=covered, gap=home.gap)
    return Answer(Outcome.SKJONN, reason, reason_in=LOAN_REASON, worked=home)


def _nothing_left(found: Betjeningsevne) -> Phrase:
    if found.available < ZERO:
        return Phrase("Utgiftene er {more} høyere enn inntektene hver måned.", more=-found.available)
    return Phrase("Det er ikke noe igjen til lån hver måned.")


BETJENINGSEVNE = Condition(N_("Evne til å betale lånet"), veileder("beregne betjeningsevnen"), _betjeningsevne)
