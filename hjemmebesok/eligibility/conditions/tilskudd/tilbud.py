"""Tilbud (offer): the municipality gives grants at all. Kommunale boligtilskudd, husbanken.no: a municipal task since
2020; each municipality decides whether and how much."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import KOMMUNALE_BOLIGTILSKUDD


def _tilbud(case: Case) -> Answer:
    if case.settings.grant_offered:
        return Answer(Outcome.OK, Phrase("Kommunen gir tilskudd til etablering."))
    return Answer(Outcome.FAIL, Phrase("Kommunen gir ikke tilskudd til etablering."))


TILBUD = Condition(N_("Kommunen gir tilskudd"), KOMMUNALE_BOLIGTILSKUDD, _tilbud)
