"""Likebehandling (equal treatment): nobody has a right to a grant, but every application is dealt with, and alike.
Husbankens veileder, «tilskudd til etablering». For information only."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder


def _likebehandling(_case: Case) -> Answer:
    return Answer(
        Outcome.IKKE_AKTUELT, Phrase("Ingen har rett til tilskudd, men alle kan søke og få søknaden behandlet likt.")
    )


LIKEBEHANDLING = Condition(N_("Alle kan søke"), veileder("tilskudd til etablering"), _likebehandling)
