"""Oppholdstillatelse (residence permit): lawful residence. Veileder for startlån, «oppholdstillatelse»: intention to
stay, kind and length are weighed; no number of years is set, and a permanent permit cannot be demanded."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.choices import Residence
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import RESIDENCE, RESIDENCE_REASON

_ANSWERS = {
    Residence.CITIZEN: Answer(Outcome.OK, Phrase("De trenger ikke oppholdstillatelse.")),
    Residence.PERMANENT: Answer(Outcome.OK, Phrase("De har permanent oppholdstillatelse.")),
    Residence.TEMPORARY: Answer(
        Outcome.SKJONN,
        Phrase("Oppholdet er midlertidig. Kommunen vurderer hvor lenge de blir. Permanent opphold kan ikke kreves."),
        reason_in=RESIDENCE_REASON,
    ),
    Residence.NONE: Answer(Outcome.FAIL, Phrase("Uten lovlig opphold kan det ikke gis startlån.")),
}


def _oppholdstillatelse(case: Case) -> Answer:
    answer = _ANSWERS[case[RESIDENCE]]
    if answer.reason_in:
        case.get(answer.reason_in)
    return answer


OPPHOLDSTILLATELSE = Condition(N_("Opphold i Norge"), veileder("oppholdstillatelse"), _oppholdstillatelse)
