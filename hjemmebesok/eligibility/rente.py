"""Rente (interest): the rate a case is worked out with, the one it is stressed with, and nominal against effective."""

from decimal import Decimal, localcontext

from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.rate_words import HUSBANKEN_FAST, HUSBANKEN_FLYTENDE, STYRINGSRENTE


def lanerente(case: Case) -> Decimal:
    """The rate the loan is worked out with, per cent a year.

    The ruleset's kalkulasjonsrente where it has one; else Husbanken's rate of the day and the municipality's addition.
    """
    settings = case.settings
    if settings.kalkulasjonsrente is not None:
        return settings.kalkulasjonsrente
    years = settings.rente_binding
    return case.percent(HUSBANKEN_FAST[years] if years else HUSBANKEN_FLYTENDE) + settings.rente_paslag


def stressrente(case: Case) -> Decimal:
    """Styringsrenten and the margin that the guide to startlån asks for (the municipality's addition is within it)."""
    return case.percent(STYRINGSRENTE) + case.settings.stress_margin


def effective(nominal_rate: Decimal) -> Decimal:
    """The effective rate of a nominal one with monthly terms, per cent a year, to three decimals. Without fees."""
    with localcontext() as context:
        context.prec = 40
        return round(((1 + nominal_rate / 1200) ** 12 - 1) * 100, 3)


def nominal(effective_rate: Decimal) -> Decimal:
    """The nominal rate with monthly terms that an effective one comes from, per cent a year, to three decimals."""
    with localcontext() as context:
        context.prec = 40
        return round(((1 + effective_rate / 100) ** (Decimal(1) / 12) - 1) * 1200, 3)
