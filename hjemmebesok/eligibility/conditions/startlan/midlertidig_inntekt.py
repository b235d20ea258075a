"""Midlertidig inntekt (temporary income): what comes after it is weighed, with a plan with NAV. Veileder for startlån,
«midlertidig inntekt»."""

from datetime import date

from hjemmebesok.domain.income import INCOME_WORDS, IncomeType
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import TEMPORARY_INCOME_REASON
from hjemmebesok.eligibility.inntektsgrunnlag import inntektsgrunnlag


def _midlertidig_inntekt(case: Case) -> Answer:
    counted = case.work_out(inntektsgrunnlag).counted
    temporary = [line for line in counted if line.is_temporary]
    if not temporary:
        return Answer(Outcome.OK, Phrase("Ingen av inntektene er midlertidige."))
    first = min(temporary, key=lambda line: line.until or date.max)
    income = Phrase(INCOME_WORDS[first.type or IncomeType.ANNET])
    reason = Phrase("{income} er midlertidig. Hva som kommer etter, må vurderes.", income=income)
    if first.until:
        reason = Phrase(
            "{income} varer til {until}. Hva som kommer etter, må vurderes.", income=income, until=first.until
        )
    return Answer(Outcome.SKJONN, reason, reason_in=TEMPORARY_INCOME_REASON)


MIDLERTIDIG_INNTEKT = Condition(N_("Midlertidig inntekt"), veileder("midlertidig inntekt"), _midlertidig_inntekt)
