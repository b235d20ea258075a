"""Fastrente (fixed rate): recommended, for information only. Drammens praksis for Leie til eie: «Fastrente»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import FIXED_RATE


def _fastrente(case: Case) -> Answer:
    if case.get(FIXED_RATE):
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Det er ønske om fast rente, som kommunen anbefaler."))
    return Answer(
        Outcome.IKKE_AKTUELT,
        Phrase("Kommunen anbefaler fast rente. Da endrer ikke renten seg i bindingstiden."),
        title=N_("Fast rente anbefales"),
    )


FASTRENTE = Condition(N_("Fast rente"), DRAMMENS_PRAKSIS, _fastrente)
