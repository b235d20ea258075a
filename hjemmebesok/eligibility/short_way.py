"""The short way: leie til eie 2011 over a whole caseload, from one row of whole numbers for each household.

`check` is the truth, and the tests hold this to it case by case. It is short for two reasons. What no setting touches
is asked of `check` once and kept in the row. And what the settings below do touch comes down to two questions: is
somebody who is no municipal tenant taken in, and does the loan with a usual grant reach? Criteria that differ in
anything else do not fit, and go the whole way.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import annuity_factor, largest_loan
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome, Ruleset
from hjemmebesok.eligibility.facts import MUNICIPAL_TENANT, TERM_YEARS, Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rulesets.leie_til_eie_2011 import LEIE_TIL_EIE_2011 as RULES
from hjemmebesok.eligibility.settings import GrantBase, Settings
from hjemmebesok.eligibility.verdict import for_the_whole
from hjemmebesok.eligibility.whatif import Comparison, Mover, Standing, Sums, added_up, differ, standing

LONGEST_TERM = 50  # years; criteria that allow a longer one go the whole way
UNDERSTOOD = {
    "kalkulasjonsrente", "shortest_term", "longest_term", "grant_percent", "grant_base", "wider_target_group",
}  # fmt: skip

OK, FAIL, SKJONN, MANGLER, IKKE_AKTUELT = Outcome

# What becomes of A6 betjeningsevne, A7 tilskudd and A8 løpetid: one of these five.
_CODES = ("A6", "A7", "A8")
_SITUATIONS = (
    (MANGLER, MANGLER, MANGLER),
    (MANGLER, MANGLER, OK),
    (FAIL, FAIL, OK),
    (OK, OK, OK),
    (IKKE_AKTUELT, SKJONN, OK),
)
NO_TERM, NOT_KNOWN, NO_LOAN, REACHES, FALLS_SHORT = range(len(_SITUATIONS))


class Row(NamedTuple):
    """What a household brings, whatever the settings. Amounts are øre; None is not known."""

    number: int  # what the caller knows the household by
    rest: str  # the outcome of all the conditions that no setting touches
    tenant: bool | None
    years: int | None
    available: int | None  # for a loan each month; None where anything that it or the need takes is not known
    need: int
    price: int
    total_price: int  # with costs and repairs


def fits(rules: Ruleset) -> bool:
    """Whether these criteria can go the short way."""
    settings, ours = rules.settings, RULES.settings
    others = (field.name for field in fields(Settings) if field.name not in UNDERSTOOD)
    return (
        replace(rules, settings=ours) == RULES
        and all(getattr(settings, name) == getattr(ours, name) for name in others)
        and settings.kalkulasjonsrente is not None
        and settings.longest_term <= LONGEST_TERM
    )


def row(number: int, facts: Facts, *, rates: Rates, on: date) -> Row:
    """A household's row, worked out by the engine with the widest limits for the term."""
    widest = replace(RULES.settings, shortest_term=1, longest_term=LONGEST_TERM)
    verdict = check(replace(RULES, settings=widest), facts, rates=rates, on=on)
    rest = for_the_whole(finding.outcome for finding in verdict.findings if finding.id not in ("A1", *_CODES))
    known, loan = (number, rest.value, facts.get(MUNICIPAL_TENANT), facts.get(TERM_YEARS)), verdict.figures.loan
    if loan is None:
        return Row(*known, None, 0, 0, 0)
    total_price = loan.price + loan.costs + loan.repairs
    return Row(*known, loan.capacity.available.ore, loan.need.ore, loan.price.ore, total_price.ore)


def compare_rows(rows: Sequence[Row], a: Settings, b: Settings) -> Comparison:
    """The comparison of a caseload under two settings that fit."""
    in_a, sums_a = _situations(rows, a)
    in_b, sums_b = _situations(rows, b)
    rests, tenants = [row[1] for row in rows], [row[2] for row in rows]
    where = list(zip(rests, tenants, in_a, in_b, strict=True))
    counted = Counter(where)
    stands = {
        (rest, tenant, before, after): (_standing(a, rest, tenant, before), _standing(b, rest, tenant, after))
        for rest, tenant, before, after in counted
    }
    moving = {each for each, (before, after) in stands.items() if differ(before, after)}
    movers = (Mover(row[0], *stands[each]) for row, each in zip(rows, where, strict=True) if each in moving)
    pairs: Counter[tuple[Standing, Standing]] = Counter()
    for each, count in counted.items():
        pairs[stands[each]] += count
    return added_up(pairs, sums_a, sums_b, movers)


def _standing(settings: Settings, rest: str, tenant: bool | None, situation: int) -> Standing:
    target_group = MANGLER if tenant is None else OK if tenant else SKJONN if settings.wider_target_group else FAIL
    outcomes = _SITUATIONS[situation]
    whole = for_the_whole((Outcome(rest), target_group, *outcomes))
    return standing(whole, (("A1", target_group), *zip(_CODES, outcomes, strict=True)))


def _situations(rows: Iterable[Row], settings: Settings) -> tuple[list[int], Sums]:
    """The situation of each row, and what the loans come to.

    All in one loop without calls: this is where a large caseload spends its time.
    """
    rate = settings.kalkulasjonsrente
    if rate is None:
        raise ValueError("these settings do not fit")
    shortest, longest, thousands = settings.shortest_term, settings.longest_term, _thousands(rate)
    share, of_price = Fraction(settings.grant_percent) / 100, settings.grant_base is GrantBase.KJOPESUM
    part, whole = share.numerator, share.denominator
    found: list[int] = []
    borrowers = loans = gaps = 0
    for _number, _rest, _tenant, years, available, need, price, total_price in rows:
        if years is None or not shortest <= years <= longest:
            found.append(NO_TERM)
            continue
        if available is None:
            found.append(NOT_KNOWN)
            continue
        product = available * thousands[years]
        certain = product & _BEHIND_THE_POINT >= available
        largest = (product >> _BITS) * 100_000 if certain else largest_loan(Money(available), rate, years).ore
        if largest <= 0:
            found.append(NO_LOAN)
            continue
        loan = min(need, largest)
        gap = need - loan
        borrowers += 1
        loans += loan
        gaps += gap
        found.append(REACHES if gap * whole <= (price if of_price else total_price) * part else FALLS_SHORT)
    return found, Sums(borrowers, Money(loans), Money(gaps))


_BITS = 64
_BEHIND_THE_POINT = (1 << _BITS) - 1


def _thousands(rate: Decimal) -> list[int]:
    """By years: how many thousand kroner of loan an øre a month pays back, in 2^64ths, rounded up.

    A product with it lies above the true one by less than the monthly amount; so its whole part is the true one, unless
    what stands behind the point is less than that, and then `largest_loan` is asked.
    """
    factors = (annuity_factor(rate, years) / 100_000 for years in range(1, LONGEST_TERM + 1))
    return [0, *(-(-(factor.numerator << _BITS) // factor.denominator) for factor in factors)]
