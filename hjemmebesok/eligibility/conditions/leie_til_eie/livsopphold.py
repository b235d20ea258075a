"""Livsopphold (subsistence): what the household lives on each month. Drammens praksis for Leie til eie: «Fleksibel i
forhold til Sifosatsen».

A published budget in full (SIFO at 100 per cent, the rates for gjeldsordning) is OK as it stands. What the household
really spends is OK once somebody has written what shows it. Every other amount, a part of SIFO or one that nobody has
said the basis of, is skjønn and stays so; the written reason makes it complete. The amount itself is used as entered.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.choices import LivsoppholdBasis
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import (
    LIVSOPPHOLD_BASIS,
    LIVSOPPHOLD_FACTOR,
    LIVSOPPHOLD_REASON,
)
from hjemmebesok.eligibility.livsopphold import livsopphold

_IN_FULL = 100  # per cent


def _livsopphold(case: Case) -> Answer:
    amount, basis = case.work_out(livsopphold).amount, case.get(LIVSOPPHOLD_BASIS)
    if basis is LivsoppholdBasis.GJELDSORDNING:
        return Answer(Outcome.OK, Phrase("{amount} i måneden følger satsene for gjeldsordning.", amount=amount))
    if basis is LivsoppholdBasis.SIFO and case[LIVSOPPHOLD_FACTOR] == _IN_FULL:
        return Answer(Outcome.OK, Phrase("{amount} i måneden er hele SIFO-budsjettet.", amount=amount))
    outcome, reason = Outcome.SKJONN, Phrase("Det er regnet med {amount} i måneden etter skjønn.", amount=amount)
    if case.get(LIVSOPPHOLD_REASON) is None:
        reason = Phrase("Skriv hvorfor {amount} er nok.", amount=amount)
    elif basis is LivsoppholdBasis.ACTUAL:
        outcome, reason = Outcome.OK, Phrase("{amount} i måneden er det som brukes i dag.", amount=amount)
    return Answer(outcome, reason, reason_in=LIVSOPPHOLD_REASON)


LIVSOPPHOLD_NOK = Condition(N_("Livsopphold"), DRAMMENS_PRAKSIS, _livsopphold)
