"""Tilskudd til etablering (housing grant): how much of the price a grant usually covers."""

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.settings import GrantBase, Settings


def largest_usual_grant(loan: Loan, settings: Settings) -> Money:
    """The settings' percentage of their base, in whole øre.

    Rounded down, which moves no boundary: a gap of whole øre is within the exact limit just when it is within this.
    """
    base = loan.price
    if settings.grant_base is GrantBase.TOTALPRIS:
        base = base + loan.costs + loan.repairs
    return Money(int(base.ore * settings.grant_percent // 100))
