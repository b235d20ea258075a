"""Privatperson (natural person): people of age, never a company. Veileder for startlån, «om søker»: 18 years, younger
only in special cases; legal persons never.

The form is about people, so nobody is asked whether they are a company.
"""

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import APPLICANT_AGE, LEGAL_PERSON, UNDER_AGE_REASON
from hjemmebesok.eligibility.members import OF_AGE


def _privatperson(case: Case) -> Answer:
    if case.get(LEGAL_PERSON):
        return Answer(Outcome.FAIL, Phrase("Et firma eller en organisasjon kan ikke få startlån."))
    age = case[APPLICANT_AGE]
    if age >= OF_AGE:
        return Answer(Outcome.OK, Phrase("Alle som søker, er fylt 18 år."))
    reason = Plural(
        "Den yngste er ett år. Under 18 år må det være noe helt spesielt.",
        "Den yngste er {n} år. Under 18 år må det være noe helt spesielt.",
        age,
    )
    return Answer(Outcome.SKJONN, reason, reason_in=UNDER_AGE_REASON)


PRIVATPERSON = Condition(N_("Privatperson"), veileder("om søker"), _privatperson)
