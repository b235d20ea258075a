"""Langvarig finansieringsproblem (long-term problem of getting a loan). Forskrift om lån fra Husbanken § 5-4 første
ledd. Veileder, «behovsprøving»: five years is often right, which the municipality may set.

Where the problem is shorter this is only information: the exceptions in § 5-4 andre ledd decide.
"""

from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.facts import YEARS_WITHOUT_BANK
from hjemmebesok.eligibility.langvarig import langvarig


def _langvarig_finansieringsproblem(case: Case) -> Answer:
    years, needed = case[YEARS_WITHOUT_BANK], case.settings.langvarig_years
    if case.work_out(langvarig):
        words = Plural("De får ikke lån i bank på minst ett år.", "De får ikke lån i bank på minst {n} år.", years)
        return Answer(Outcome.OK, words)
    reason = Plural(
        "De kan få lån i bank om ett år, før det har gått {needed}. Da må et unntak gjelde.",
        "De kan få lån i bank om {n} år, før det har gått {needed}. Da må et unntak gjelde.",
        years,
        needed=Plural("ett år", "{n} år", needed),
    )
    return Answer(Outcome.IKKE_AKTUELT, reason)


LANGVARIG_FINANSIERINGSPROBLEM = Condition(
    N_("Langvarig problem med lån"), both("5-4", "behovsprøving"), _langvarig_finansieringsproblem
)
