"""Inntektsgrunnlag (income basis): what counts as income. Drammens praksis for Leie til eie: «alle typer inntekt
unntatt sosialstønad»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.inntektsgrunnlag import inntektsgrunnlag


def _inntektsgrunnlag(case: Case) -> Answer:
    income = case.work_out(inntektsgrunnlag)
    reason = Phrase("Det regnes med {income} i måneden.", income=income.total)
    for why in dict.fromkeys(left_out.reason for left_out in income.left_out):
        reason = Phrase("{reason} {why}", reason=reason, why=why)
    return Answer(Outcome.OK, reason, title=Phrase("Inntekt {income}", income=income.total), worked=income)


INNTEKTSGRUNNLAG = Condition(N_("Inntekt"), DRAMMENS_PRAKSIS, _inntektsgrunnlag)
