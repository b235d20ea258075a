"""Nedskriving (write-down): no interest and no instalments, written down by 5 per cent a year over 20 years and
secured by a mortgage; at a sale or a breach the rest is paid back. Drammen kommune, «startlån til ny bolig». For
information only."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.tilskudd.kilder import DRAMMENS_VILKAR
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.tilskudd import rest_of_grant


def _nedskriving(case: Case) -> Answer:
    years = case.settings.grant_years
    words = Phrase("Tilskuddet er uten renter og avdrag, og skrives ned over {years} år.", years=years)
    gap = case.work_out(loan).gap
    if not gap:
        return Answer(Outcome.IKKE_AKTUELT, words)
    left = rest_of_grant(gap, years // 2, years)
    after = Phrase("Ved salg etter {years} år betales {left} tilbake.", years=years // 2, left=left)
    return Answer(Outcome.IKKE_AKTUELT, Phrase("{words} {after}", words=words, after=after))


NEDSKRIVING = Condition(N_("Nedskriving av tilskuddet"), DRAMMENS_VILKAR, _nedskriving)
