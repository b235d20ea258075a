"""Saksomkostninger (case costs): what it costs to have the purchase and the mortgage registered. Part of the loan."""

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.choices import Ownership
from hjemmebesok.eligibility.facts import COSTS, OWNERSHIP, PRICE
from hjemmebesok.eligibility.rate_words import DOKUMENTAVGIFT, TINGLYSING_ANDEL, TINGLYSING_PANT, TINGLYSING_SKJOTE


def saksomkostninger(case: Case) -> Money:
    """The costs stated; else the fees, as an assumption that is always shown.

    A share in a borettslag needs two documents registered, the transfer and the mortgage, and has no dokumentavgift.
    A freehold has, in per cent of its price. Where the ownership is not known it is taken to be a share.
    """
    stated = case.get(COSTS)
    if stated is not None:
        return stated
    if case.get(OWNERSHIP) is Ownership.SELVEIER:
        return _freehold(case)
    fees = _fees(case, TINGLYSING_ANDEL)
    words = Phrase("Omkostninger er ikke oppgitt. Det er regnet med tinglysing av andel og pant, {fees}.", fees=fees)
    return case.assume(COSTS, fees, words)


def _freehold(case: Case) -> Money:
    duty = case.percent(DOKUMENTAVGIFT)
    fees = _fees(case, TINGLYSING_SKJOTE) + Money(int(case[PRICE].ore * duty / 100))
    words = Phrase("Omkostninger er ikke oppgitt. Det er regnet med dokumentavgift og tinglysing, {fees}.", fees=fees)
    return case.assume(COSTS, fees, words)


def _fees(case: Case, transfer: str) -> Money:
    rates = case.rate(transfer), case.rate(TINGLYSING_PANT)
    amounts = [rate.amount for rate in rates if rate and isinstance(rate.amount, Money)]
    if len(amounts) < len(rates):
        raise Missing(COSTS)
    return amounts[0] + amounts[1]
