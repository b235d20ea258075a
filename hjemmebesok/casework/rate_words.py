"""Figures in words, for whoever is to see what a file of them changes."""

from decimal import Decimal

from hjemmebesok.casework.rate_tables import RateChange
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.eligibility.sifo import Sifo


def amount_words(amount: Money | Decimal) -> Phrase:
    """«500 kr» or «4,785 prosent»."""
    if isinstance(amount, Money):
        return Phrase("{amount}", amount=amount)
    return Phrase("{percent} prosent", percent=amount)


def change_words(change: RateChange) -> Phrase:
    """«Tinglysing av pant: 500 kr → 700 kr fra 1. januar 2027. Kilde: Kartverket»."""
    rate, before = change.rate, change.before
    return Phrase(
        "{rate}: {before} → {now} fra {day}. {source}",
        rate=Phrase(rate.label),
        before=amount_words(before.amount) if before else Phrase("ukjent"),
        now=amount_words(rate.amount),
        day=rate.gjelder_fra,
        source=source_words(rate),
    )


def table_words(table: Sifo) -> Phrase:
    """A SIFO budget is a table, and told as one."""
    return Phrase(
        "SIFO-budsjettet fra {day} til {last}. {source}",
        day=table.gjelder_fra,
        last=table.gjelder_til,
        source=source_words(table),
    )


def source_words(found: Rate | Sifo) -> Phrase:
    """Where it was read, and whether that was at the issuer."""
    if found.verified:
        return Phrase("Kilde: {source}.", source=found.source)
    return Phrase("Kilde: {source}, ikke kontrollert.", source=found.source)
