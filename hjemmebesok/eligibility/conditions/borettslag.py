"""Borettslag (housing cooperative): who may buy before others. Burettslagslova § 4-12: the right of pre-emption cannot
be used against «leigaren av bustaden» where the seller is a public owner.

The answer comes from a checklist of its own. Until that has been filled in, nothing is known.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome


def _borettslag(_case: Case) -> Answer:
    return Answer(Outcome.MANGLER, Phrase("Sjekklista for forkjøpsrett er ikke fylt ut."))


BORETTSLAG = Condition(N_("Borettslagets regler"), Phrase("Burettslagslova § 4-12"), _borettslag)
