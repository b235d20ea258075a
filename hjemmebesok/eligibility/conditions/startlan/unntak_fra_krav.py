"""Unntak fra krav (exceptions) about a long-term problem and saving. Forskrift om lån fra Husbanken § 5-4 andre ledd:
children or special social or health needs, and a need for a safe and stable home soon; refinancing to keep the home;
work; or a municipal dwelling that is freed."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.langvarig import langvarig, sparing, unntak


def _unntak_fra_krav(case: Case) -> Answer:
    try:
        exception = case.work_out(unntak)
    except Missing as open_questions:
        if case.work_out(langvarig) and case.work_out(sparing):
            return _NOT_NEEDED
        raise open_questions.again() from None
    if exception:
        return Answer(Outcome.OK, exception)
    if case.work_out(langvarig) and case.work_out(sparing):
        return _NOT_NEEDED
    return Answer(
        Outcome.FAIL, Phrase("Problemet er ikke langvarig, eller de kan spare mer, og ikke noe unntak passer.")
    )


_NOT_NEEDED = Answer(Outcome.IKKE_AKTUELT, Phrase("Det trengs ikke noe unntak."))
UNNTAK_FRA_KRAV = Condition(N_("Unntak"), both("5-4", "unntak fra krav"), _unntak_fra_krav)
