"""A step of a calculation, as it is shown: what it is and what it came to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic. `counts` is False for one that is shown but left out of the sum."""

    words: Words
    value: Money | Decimal | date | None  # None: not known, and not needed
    counts: bool = True
