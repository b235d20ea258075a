"""Tilskudd til etablering (housing grant): how much of the price a grant usually covers."""

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.settings import GrantBase, Settings


def largest_usual_grant(loan: Loan, settings: Settings) -> Money:
    """The settings' percentage of their base, in whole øre.

    Rounded down, which moves no boundary: a gap of whole øre is within the exact limit just when it is within this.
    """
    base = loan.total_price if settings.grant_base is GrantBase.TOTALPRIS else loan.price
    return Money(int(base.ore * settings.grant_percent // 100))


def rest_of_grant(grant: Money, years_kept: int, over: int = 20) -> Money:
    """What a sale after this many full years would cost: the grant is written down evenly, in whole øre, rounded up."""
    left = max(over - years_kept, 0)
    return Money(-(-grant.ore * left // over))
