"""Langvarig finansieringsproblem (long-term problem of getting a loan). Forskrift om lån fra Husbanken § 5-4 første
ledd. Veileder, «behovsprøving»: five years is often right, which the municipality may set.

Where the problem is shorter this is only information: the exceptions in § 5-4 andre ledd decide.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.facts import YEARS_WITHOUT_BANK
from hjemmebesok.eligibility.langvarig import langvarig


def _langvarig_finansieringsproblem(case: Case) -> Answer:
    years, needed = case[YEARS_WITHOUT_BANK], case.settings.langvarig_years
    if case.work_out(langvarig):
        return Answer(Outcome.OK, Phrase("De får ikke lån i bank på minst {years} år.", years=years))
    reason = Phrase("De kan få lån i bank om {years} år, før det har gått {needed} år.", years=years, needed=needed)
    return Answer(Outcome.IKKE_AKTUELT, Phrase("{reason} Da må et unntak gjelde.", reason=reason))


LANGVARIG_FINANSIERINGSPROBLEM = Condition(
    N_("Langvarig problem med lån"), both("5-4", "behovsprøving"), _langvarig_finansieringsproblem
)
