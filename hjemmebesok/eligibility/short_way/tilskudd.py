"""The short way of tilskudd til etablering: whether a grant is given, what the loan leaves over, and how much of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import FIXED_RATE, HAD_GRANT, Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rente import lanerente
from hjemmebesok.eligibility.rulesets.tilskudd import TILSKUDD as RULES
from hjemmebesok.eligibility.settings import Settings
from hjemmebesok.eligibility.short_way.loans import Grant, Home, Lender, Offer, home
from hjemmebesok.eligibility.short_way.way import (
    FAIL,
    IKKE_AKTUELT,
    LONGEST_TERM,
    MANGLER,
    OK,
    SKJONN,
    Row,
    ShortWay,
    Situation,
    Weighed,
)
from hjemmebesok.eligibility.whatif import Sums


def _own(case: Case) -> Row:
    return (*home(case), case.facts.get(FIXED_RATE), case.facts.get(HAD_GRANT))


def _weigh(rows: Iterable[Row], settings: Settings, rates: Rates, day: date) -> Weighed:
    rate = Case(Facts(), settings, rates, day).result(lanerente)
    lender, grant, offered = Lender(settings, rate), Grant(settings), OK if settings.grant_offered else FAIL
    found: list[Situation] = []
    borrowers = loans = gaps = 0
    for rest, *of_the_home, fixed_rate, had_grant in rows:
        house = Home._make(of_the_home)
        offer = lender.offer(house, lender.livsopphold(house.chosen, house.floor))
        once = _once(had_grant) if settings.grant_once else IKKE_AKTUELT
        if offer is None or offer.gap is None:
            found.append((rest, offered, MANGLER, MANGLER, MANGLER, MANGLER, once))
            continue
        found.append((rest, offered, *_of_the_gap(house, offer, lender, grant, settings, fixed_rate), once))
        if offer.largest:
            borrowers += 1
            loans += (house.need or 0) - offer.gap
            gaps += offer.gap
    return Weighed(found, Sums(borrowers, Money(loans), Money(gaps)))


def _of_the_gap(
    house: Home, offer: Offer, lender: Lender, grant: Grant, settings: Settings, fixed_rate: bool | None
) -> tuple[int, int, int, int]:
    """C2 behov, C3 lang løpetid, C5 andel av prisen, C6 nedskriving."""
    if not offer.gap:
        return IKKE_AKTUELT, OK, OK, IKKE_AKTUELT
    longest_reaches = (house.need or 0) <= lender.reach(offer.available, settings.longest_term)
    first = SKJONN if longest_reaches or fixed_rate is False else MANGLER if fixed_rate is None else OK
    return OK, first, OK if grant.covers(offer.gap, house.price, house.total_price) else SKJONN, IKKE_AKTUELT


def _once(had_grant: bool | None) -> int:
    """C7 en gang."""
    return MANGLER if had_grant is None else SKJONN if had_grant else OK


TILSKUDD = ShortWay(
    rules=RULES,
    understood=(
        "grant_offered", "grant_percent", "grant_base", "grant_once", "kalkulasjonsrente", "rente_binding",
        "rente_paslag", "shortest_term", "longest_term", "sosialhjelp_is_floor", "livsopphold_percent",
    ),
    moving=("C1", "C2", "C3", "C5", "C6", "C7"),
    widest=replace(
        RULES.settings,
        kalkulasjonsrente=Decimal(5),
        sosialhjelp_is_floor=False,
        shortest_term=1,
        longest_term=LONGEST_TERM,
    ),
    own=_own,
    weigh=_weigh,
)  # fmt: skip
