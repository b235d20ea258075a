"""Egnet bolig (suitable dwelling): suitable, modest and reasonable against local prices. Forskrift om lån fra
Husbanken § 5-3. The municipality approves the dwelling before a bid or a contract."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import forskrift
from hjemmebesok.eligibility.facts import DWELLING_APPROVED, DWELLING_REASON


def _egnet_bolig(case: Case) -> Answer:
    if case[DWELLING_APPROVED]:
        return Answer(Outcome.OK, Phrase("Kommunen har godkjent boligen."))
    reason = Phrase("Kommunen har ikke godkjent boligen. Ikke by på den eller skriv kontrakt før det.")
    return Answer(Outcome.SKJONN, reason, reason_in=DWELLING_REASON)


EGNET_BOLIG = Condition(N_("Egnet, nøktern og rimelig bolig"), forskrift("5-3"), _egnet_bolig)
