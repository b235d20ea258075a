"""Andel av prisen (share of the price): the grant is no more than the per cent that the municipality has set, of the
base that it has set. Kommunale boligtilskudd, husbanken.no: each municipality decides how much."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import KOMMUNALE_BOLIGTILSKUDD
from hjemmebesok.eligibility.facts import GRANT_REASON
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.tilskudd import largest_usual_grant


def _andel_av_prisen(case: Case) -> Answer:
    home, settings = case.work_out(loan), case.settings
    title = Phrase("Tilskudd inntil {percent} %", percent=settings.grant_percent)
    if not home.gap:
        return Answer(Outcome.OK, Phrase("Det er ingen rest. Tilskudd trengs ikke."), title, worked=home)
    rest = Phrase("Resten er {gap}, {percent} % av prisen.", gap=home.gap, percent=home.gap_percent)
    if home.gap <= largest_usual_grant(home, settings):
        return Answer(Outcome.OK, Phrase("{rest} Det kan tilskudd vanligvis dekke.", rest=rest), title, worked=home)
    reason = Phrase("{rest} Det er mer enn et vanlig tilskudd, og vurderes særskilt.", rest=rest)
    return Answer(Outcome.SKJONN, reason, title, reason_in=GRANT_REASON, worked=home)


ANDEL_AV_PRISEN = Condition(N_("Tilskudd"), KOMMUNALE_BOLIGTILSKUDD, _andel_av_prisen)
