"""Avdragsfrihet (interest-only years): at most eight. Forskrift om lån fra Husbanken § 8-5."""

from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import forskrift
from hjemmebesok.eligibility.facts import INTEREST_ONLY_YEARS


def _avdragsfrihet(case: Case) -> Answer:
    years, longest = case.get(INTEREST_ONLY_YEARS), case.settings.longest_interest_only
    if not years:
        most = Plural(
            "Lånet kan være uten avdrag i høyst ett år.", "Lånet kan være uten avdrag i høyst {n} år.", longest
        )
        return Answer(Outcome.IKKE_AKTUELT, most)
    words = Plural(
        "Ett år uten avdrag, av høyst {longest}.", "{n} år uten avdrag, av høyst {longest}.", years, longest=longest
    )
    return Answer(Outcome.OK if years <= longest else Outcome.FAIL, words)


AVDRAGSFRIHET = Condition(N_("Avdragsfrie år"), forskrift("8-5"), _avdragsfrihet)
