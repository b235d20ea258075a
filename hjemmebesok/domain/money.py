"""Money in whole øre. Amounts of a month unless the name says otherwise."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from hjemmebesok.domain.phrase import Phrase, Refused

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_AMOUNT = re.compile(r"-?\d{1,12}([.,]\d{1,2})?")
_TOO_LARGE = Decimal(10**12)  # kroner
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d{1,2})?")


@dataclass(frozen=True, order=True, slots=True, init=False)
class Money:
    """An amount in whole øre; adding and comparing never round."""

    ore: int

    def __init__(self, ore: int) -> None:
        if type(ore) is not int:
            raise TypeError(f"øre is a whole number, not {ore!r}")
        object.__setattr__(self, "ore", ore)

    @classmethod
    def kroner(cls, amount: int | str | Decimal) -> Self:
        """Read kroner: 12000, '12 000', '12 000,50', '12.000,50' or '12000.50'.

        Raises Refused when the text is no amount, or has more than two decimals.
        """
        if isinstance(amount, int):
            return cls(amount * 100)
        if isinstance(amount, Decimal):
            return cls(_whole_ore(amount))
        text = _SPACES.sub("", str(amount)).removesuffix("kr").removesuffix(",-")
        if _THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        if not _AMOUNT.fullmatch(text):
            raise Refused(Phrase("«{text}» er ikke et beløp.", text=str(amount)))
        return cls(_whole_ore(Decimal(text.replace(",", "."))))

    @property
    def as_kroner(self) -> Decimal:
        """The same amount in kroner, exact."""
        return Decimal(self.ore) / 100

    @property
    def to_whole_kroner(self) -> "Money":
        """To the nearest krone, half a krone up; for showing only."""
        return Money((self.ore + 50) // 100 * 100)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.ore + other.ore)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.ore - other.ore)

    def __neg__(self) -> "Money":
        return Money(-self.ore)

    def __mul__(self, count: int) -> "Money":
        return Money(self.ore * count)

    def __bool__(self) -> bool:
        return self.ore != 0

    def __str__(self) -> str:
        return f"{self.as_kroner} kr"


def _whole_ore(kroner: Decimal) -> int:
    """A Decimal is a number already: 1.090 is one krone and nine øre, where the text '1.090' is thousands."""
    if kroner.is_finite() and abs(kroner) < _TOO_LARGE and kroner * 100 == int(kroner * 100):
        return int(kroner * 100)
    raise Refused(Phrase("«{text}» er ikke et beløp.", text=str(kroner)[:40]))


ZERO = Money(0)


def total(amounts: "list[Money] | tuple[Money, ...]") -> Money:
    """The sum of the amounts; nothing sums to 0."""
    return Money(sum(amount.ore for amount in amounts))
