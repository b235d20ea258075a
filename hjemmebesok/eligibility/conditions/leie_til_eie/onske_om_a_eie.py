"""Ønske om å eie (wish to own): the household wants to buy. Drammens praksis for Leie til eie: help for «beboere som
har ønske om å kjøpe egen bolig, evt. leie privat», so no wish is never a FAIL but another way."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import WISHES_TO_OWN


def _onske_om_a_eie(case: Case) -> Answer:
    if case[WISHES_TO_OWN]:
        return Answer(Outcome.OK, Phrase("Det er et ønske om å eie."))
    return Answer(Outcome.IKKE_AKTUELT, Phrase("Det er ikke et ønske om å eie nå. Snakk om å leie privat."))


ONSKE_OM_A_EIE = Condition(N_("Ønske om å eie"), DRAMMENS_PRAKSIS, _onske_om_a_eie)
