"""Tilskudd til etablering (housing grant): what the loan leaves over. Drammens praksis for Leie til eie: «Tilskudd til
etablering (inntil 20%, unntaksvis mer i svært spesielle saker)».

What the 20 per cent are taken of is not said; the ruleset's settings name the base. A grant never replaces the whole
loan: a household with no positive capacity for one does not pass.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import GRANT_REASON
from hjemmebesok.eligibility.loan import Loan, loan
from hjemmebesok.eligibility.tilskudd import largest_usual_grant


def _tilskudd(case: Case) -> Answer:
    found = case.work_out(loan)
    title = Phrase("Tilskudd inntil {percent} %", percent=case.settings.grant_percent)
    if not found.capacity.largest_loan:
        nothing = Phrase("Det er ikke penger til å betale på et lån, og tilskudd kan ikke dekke alt.")
        return Answer(Outcome.FAIL, nothing, title, worked=found)
    if not found.gap:
        return Answer(Outcome.OK, Phrase("Det er ingen rest. Tilskudd trengs ikke."), title, worked=found)
    if found.gap <= largest_usual_grant(found, case.settings):
        return Answer(
            Outcome.OK, Phrase("{rest} Det kan tilskudd vanligvis dekke.", rest=_rest(found)), title, worked=found
        )
    return _more_than_usual(case, found, title)


def _more_than_usual(case: Case, found: Loan, title: Phrase) -> Answer:
    if case.get(GRANT_REASON) is None:
        reason = Phrase("{rest} Det er mer enn et vanlig tilskudd. Skriv hvorfor det kan gis.", rest=_rest(found))
    else:
        reason = Phrase("{rest} Det er mer enn et vanlig tilskudd, og vurderes særskilt.", rest=_rest(found))
    return Answer(Outcome.SKJONN, reason, title, reason_in=GRANT_REASON, worked=found)


def _rest(found: Loan) -> Phrase:
    return Phrase("Resten er {gap}, {percent} % av prisen.", gap=found.gap, percent=found.gap_percent)


TILSKUDD = Condition(N_("Tilskudd"), DRAMMENS_PRAKSIS, _tilskudd)
