"""Saksomkostninger (case costs): what it costs to have the purchase and the mortgage registered. Part of the loan."""

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.facts import COSTS
from hjemmebesok.eligibility.rates import TINGLYSING_ANDEL, TINGLYSING_PANT


def saksomkostninger(case: Case) -> Money:
    """The costs stated; else the fees for a share in a borettslag, as an assumption that is always shown.

    A share needs two documents registered, the transfer and the mortgage, and has no dokumentavgift. Other kinds of
    ownership cost more.
    """
    stated = case.get(COSTS)
    if stated is not None:
        return stated
    share, mortgage = case.rate(TINGLYSING_ANDEL), case.rate(TINGLYSING_PANT)
    if share is None or mortgage is None:
        raise Missing(COSTS)
    fees = share + mortgage
    words = Phrase("Omkostninger er ikke oppgitt. Det er regnet med tinglysing av andel og pant, {fees}.", fees=fees)
    return case.assume(COSTS, fees, words)
