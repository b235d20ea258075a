"""The short way of leie til eie 2011.

What the settings touch comes down to two questions: is somebody who is no municipal tenant taken in, and does the loan
with a usual grant reach?
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import largest_loan
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import MUNICIPAL_TENANT, TERM_YEARS
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rulesets.leie_til_eie_2011 import LEIE_TIL_EIE_2011 as RULES
from hjemmebesok.eligibility.settings import GrantBase, Settings
from hjemmebesok.eligibility.short_way.loans import BITS, in_thousands
from hjemmebesok.eligibility.short_way.way import (
    FAIL,
    IKKE_AKTUELT,
    LONGEST_TERM,
    MANGLER,
    OK,
    OUTCOMES,
    SKJONN,
    Row,
    ShortWay,
    Situation,
    Weighed,
)
from hjemmebesok.eligibility.whatif import Sums

# What becomes of A6 betjeningsevne, A7 tilskudd and A8 løpetid: one of these five.
_NO_TERM, _NOT_KNOWN, _NO_LOAN, _REACHES, _FALLS_SHORT = range(5)
_OF_THE_LOAN = (
    (MANGLER, MANGLER, MANGLER),
    (MANGLER, MANGLER, OK),
    (FAIL, FAIL, OK),
    (OK, OK, OK),
    (IKKE_AKTUELT, SKJONN, OK),
)
# The five situations of a household, by the outcome of all that is settled and of A1.
_BY_SETTLED = [
    [[(rest, target, *each) for each in _OF_THE_LOAN] for target in range(len(OUTCOMES))]
    for rest in range(len(OUTCOMES))
]


def _own(case: Case) -> Row:
    """Tenant, term, what is left for a loan each month (None where that or the need is not known), need, prices."""
    found, years = case.result(loan), case.facts.get(TERM_YEARS)
    if found is None:
        return (case.facts.get(MUNICIPAL_TENANT), years, None, 0, 0, 0)
    bought = (found.need.ore, found.price.ore, found.total_price.ore)
    return (case.facts.get(MUNICIPAL_TENANT), years, found.capacity.available.ore, *bought)


def _weigh(rows: Iterable[Row], settings: Settings, _rates: Rates, _day: date) -> Weighed:
    """All in one loop without calls: this is where a large caseload spends its time."""
    rate = settings.kalkulasjonsrente
    if rate is None:
        raise ValueError("these settings do not fit")
    shortest, longest = settings.shortest_term, settings.longest_term
    thousands, behind_the_point = in_thousands(rate), (1 << BITS) - 1
    share, of_price = Fraction(settings.grant_percent) / 100, settings.grant_base is GrantBase.KJOPESUM
    part, whole = share.numerator, share.denominator
    not_a_tenant = SKJONN if settings.wider_target_group else FAIL
    found: list[Situation] = []
    borrowers = loans = gaps = 0
    for rest, is_tenant, years, available, need, price, total_price in rows:
        situation = _BY_SETTLED[rest][MANGLER if is_tenant is None else OK if is_tenant else not_a_tenant]
        if years is None or not shortest <= years <= longest:
            found.append(situation[_NO_TERM])
            continue
        if available is None:
            found.append(situation[_NOT_KNOWN])
            continue
        product = available * thousands[years]
        certain = product & behind_the_point >= available
        largest = (product >> BITS) * 100_000 if certain else largest_loan(Money(available), rate, years).ore
        if largest <= 0:
            found.append(situation[_NO_LOAN])
            continue
        amount = need if need < largest else largest
        gap = need - amount
        borrowers += 1
        loans += amount
        gaps += gap
        reaches = gap * whole <= (price if of_price else total_price) * part
        found.append(situation[_REACHES if reaches else _FALLS_SHORT])
    return Weighed(found, Sums(borrowers, Money(loans), Money(gaps)))


LEIE_TIL_EIE = ShortWay(
    rules=RULES,
    understood=(
        "kalkulasjonsrente", "shortest_term", "longest_term", "grant_percent", "grant_base", "wider_target_group",
    ),
    moving=("A1", "A6", "A7", "A8"),
    widest=replace(RULES.settings, shortest_term=1, longest_term=LONGEST_TERM),
    own=_own,
    weigh=_weigh,
)  # fmt: skip
