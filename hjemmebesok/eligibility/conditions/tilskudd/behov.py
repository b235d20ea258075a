"""Behov (need): startlån does not cover a suitable home. Kommunale boligtilskudd, husbanken.no."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import KOMMUNALE_BOLIGTILSKUDD
from hjemmebesok.eligibility.loan import loan


def _behov(case: Case) -> Answer:
    home = case.work_out(loan)
    if not home.gap:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Lånet dekker alt. Tilskudd trengs ikke."))
    reason = Phrase(
        "Lånet dekker {amount} av {need}. Resten er {gap}.", amount=home.amount, need=home.need, gap=home.gap
    )
    return Answer(Outcome.OK, reason)


BEHOV = Condition(N_("Behov for tilskudd"), KOMMUNALE_BOLIGTILSKUDD, _behov)
