"""The loan in whole øre: what is left for it each month, how far it reaches, and whether a payment can be borne.

A product with 2^64ths of an annuity factor, rounded up, lies above the true one by less than what it is multiplied by,
in 2^64ths. So its whole part is the true one, unless what stands behind the point is less than that; then the exact
calculation is asked, which is next to never.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.annuity import annuity_factor, largest_loan, monthly_payment
from hjemmebesok.eligibility.betjeningsevne import betjeningsevne
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import TERM_YEARS
from hjemmebesok.eligibility.livsopphold import livsopphold, sosialhjelp
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.settings import GrantBase, Settings
from hjemmebesok.eligibility.short_way.way import LONGEST_TERM

BITS = 64


class Home(NamedTuple):
    """What a household brings to a loan, whatever the settings. Amounts are øre, of a month or of the purchase."""

    years: int | None
    before: int | None  # what is left before livsopphold
    chosen: int | None  # livsopphold
    from_table: bool
    floor: int | None  # of livsopphold, at 100 per cent
    need: int | None
    price: int
    total_price: int  # with costs and repairs


class Offer(NamedTuple):
    """What is left for a loan each month, the largest loan, and what it leaves over of the need (None: not known)."""

    available: int
    largest: int
    gap: int | None


def home(case: Case) -> Home:
    """Worked out by the engine, under the widest settings. None is not known."""
    capacity, living, bought = case.result(betjeningsevne), case.result(livsopphold), case.result(loan)
    floor = case.result(sosialhjelp)
    return Home(
        case.facts.get(TERM_YEARS),
        (capacity.available + capacity.livsopphold).ore if capacity else None,
        living.chosen.ore if living else None,
        living is not None and living.from_table,
        floor.ore if floor else None,
        bought.need.ore if bought else None,
        bought.price.ore if bought else 0,
        bought.total_price.ore if bought else 0,
    )


class Lender:
    """The loans that some settings give at a rate; None where the rate is not known."""

    def __init__(self, settings: Settings, rate: Decimal | None) -> None:
        self._shortest, self._longest, self._rate = settings.shortest_term, settings.longest_term, rate
        self._has_floor, self._floor = settings.sosialhjelp_is_floor, Fraction(settings.livsopphold_percent) / 100
        self._thousands = in_thousands(rate) if rate is not None else []

    def livsopphold(self, chosen: int | None, floor: int | None) -> int | None:
        """What is used of livsopphold; None where it is not known."""
        if chosen is None or not self._has_floor:
            return chosen
        return None if floor is None else max(chosen, floor * self._floor.numerator // self._floor.denominator)

    def lends_for(self, years: int | None) -> bool:
        """Whether the term is known and within the limits."""
        return years is not None and self._shortest <= years <= self._longest

    def offer(self, home: Home, living: int | None) -> Offer | None:
        """The loan that the household can have; None where its capacity is not known."""
        if self._rate is None or home.before is None or living is None or not self.lends_for(home.years):
            return None
        available = home.before - living
        if available <= 0 and home.from_table:
            return None
        largest = self.reach(available, home.years or 0)
        return Offer(available, largest, None if home.need is None else max(home.need - largest, 0))

    def reach(self, available: int, years: int) -> int:
        """The largest loan over these years, as `annuity.largest_loan` gives it."""
        if available <= 0 or self._rate is None:
            return 0
        product = available * self._thousands[years]
        if product & (1 << BITS) - 1 >= available:
            return (product >> BITS) * 100_000
        return largest_loan(Money(available), self._rate, years).ore


class Payments:
    """What a loan costs a month at a rate."""

    def __init__(self, rate: Decimal) -> None:
        self._rate = rate
        factors = [Fraction(0), *(annuity_factor(rate, years) for years in range(1, LONGEST_TERM + 1))]
        self._parts = [(each.numerator << BITS) // each.denominator for each in factors]

    def within(self, loan: int, years: int, left: int) -> bool:
        """Whether the payment, to the nearest øre, is no more than this.

        It is loan / factor, and rounds to no more than what is left where it is less than half an øre above.
        """
        if loan <= 0 or left < 0:
            return left >= 0
        twice, bound = 2 * loan << BITS, 2 * left + 1
        if twice < self._parts[years] * bound:
            return True
        if twice >= (self._parts[years] + 1) * bound:
            return False
        return monthly_payment(Money(loan), self._rate, years).ore <= left


class Grant:
    """The grant that some settings usually give."""

    def __init__(self, settings: Settings) -> None:
        self._share, self._of_price = Fraction(settings.grant_percent) / 100, settings.grant_base is GrantBase.KJOPESUM

    def covers(self, gap: int, price: int, total_price: int) -> bool:
        """Whether it covers what the loan leaves over."""
        base = price if self._of_price else total_price
        return gap * self._share.denominator <= base * self._share.numerator


def in_thousands(rate: Decimal) -> list[int]:
    """By years: how many thousand kroner of loan an øre a month pays back, in 2^64ths, rounded up."""
    factors = (annuity_factor(rate, years) / 100_000 for years in range(1, LONGEST_TERM + 1))
    return [0, *(-(-(factor.numerator << BITS) // factor.denominator) for factor in factors)]
