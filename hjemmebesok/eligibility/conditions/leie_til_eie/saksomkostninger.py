"""Saksomkostninger (case costs): part of what the loan is to cover. Drammens praksis for Leie til eie:
«Saksomkostningene inkluderes i lånet»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import COSTS
from hjemmebesok.eligibility.saksomkostninger import saksomkostninger


def _saksomkostninger(case: Case) -> Answer:
    costs = case.work_out(saksomkostninger)
    reason = Phrase("{costs} i omkostninger er med i lånet.", costs=costs)
    if case.get(COSTS) is None:
        reason = Phrase("{reason} Det er et anslag for en andel i borettslag.", reason=reason)
    return Answer(Outcome.OK, reason, title=N_("Omkostninger er med"))


SAKSOMKOSTNINGER = Condition(N_("Omkostninger"), DRAMMENS_PRAKSIS, _saksomkostninger)
