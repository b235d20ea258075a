"""En gang (once): normally a person gets the grant only once, where the municipality has set so. Oppegård kommunes
vilkår for tilskudd til etablering."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import OPPEGARDS_VILKAR
from hjemmebesok.eligibility.facts import GRANT_AGAIN_REASON, HAD_GRANT


def _en_gang(case: Case) -> Answer:
    if not case.settings.grant_once:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Kommunen kan gi tilskudd flere ganger."))
    if case[HAD_GRANT]:
        return Answer(Outcome.SKJONN, Phrase("Tilskudd gis vanligvis bare en gang."), reason_in=GRANT_AGAIN_REASON)
    return Answer(Outcome.OK, Phrase("Ingen av dem har fått tilskudd før."))


EN_GANG = Condition(N_("Bare en gang"), OPPEGARDS_VILKAR, _en_gang)
