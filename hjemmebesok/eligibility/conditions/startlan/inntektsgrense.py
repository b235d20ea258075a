"""Inntektsgrense (income limit): a local limit has exceptions and follows local prices. Veileder for startlån,
«inntektsgrense»: an income above it is never by itself a no."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import GROSS_INCOME_YEAR, INCOME_CAP_REASON


def _inntektsgrense(case: Case) -> Answer:
    cap = case.settings.income_cap
    if cap is None:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Kommunen har ingen inntektsgrense."))
    income = case[GROSS_INCOME_YEAR]
    words = Phrase("Inntekten er {income} i året, og grensen er {cap}.", income=income, cap=cap)
    if income <= cap:
        return Answer(Outcome.OK, words)
    return Answer(Outcome.SKJONN, Phrase("{words} Den kan fravikes.", words=words), reason_in=INCOME_CAP_REASON)


INNTEKTSGRENSE = Condition(N_("Inntektsgrense"), veileder("inntektsgrense"), _inntektsgrense)
