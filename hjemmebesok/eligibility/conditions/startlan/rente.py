"""Rente (interest): Husbanken's rate and at most 0.25 percentage points. Forskrift om lån fra Husbanken § 8-1. For
information only."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import forskrift
from hjemmebesok.eligibility.rente import effective, lanerente


def _rente(case: Case) -> Answer:
    rate = case.work_out(lanerente)
    words = Phrase(
        "Det er regnet med {rate} prosent rente, {effective} prosent effektiv.", rate=rate, effective=effective(rate)
    )
    return Answer(Outcome.IKKE_AKTUELT, words)


RENTE = Condition(N_("Rente"), forskrift("8-1"), _rente)
