"""Nedskriving (write-down): no interest and no instalments, written down by 5 per cent a year over 20 years and
secured by a mortgage; at a sale or a breach the rest is paid back. Drammen kommune, «startlån til ny bolig». For
information only."""

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import DRAMMENS_VILKAR
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.tilskudd import rest_of_grant


def _nedskriving(case: Case) -> Answer:
    years = case.settings.grant_years
    words = Plural(
        "Tilskuddet er uten renter og avdrag, og skrives ned over ett år.",
        "Tilskuddet er uten renter og avdrag, og skrives ned over {n} år.",
        years,
    )
    gap = case.work_out(loan).gap
    if not gap:
        return Answer(Outcome.IKKE_AKTUELT, words)
    left = rest_of_grant(gap, years // 2, years)
    after = Plural(
        "Ved salg etter ett år betales {left} tilbake.",
        "Ved salg etter {n} år betales {left} tilbake.",
        years // 2,
        left=left,
    )
    return Answer(Outcome.IKKE_AKTUELT, Phrase("{words} {after}", words=words, after=after))


NEDSKRIVING = Condition(N_("Nedskriving av tilskuddet"), DRAMMENS_VILKAR, _nedskriving)
