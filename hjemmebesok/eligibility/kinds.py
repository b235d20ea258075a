"""Kinds of values a fact can have: what is accepted, and how it is read from and written to plain JSON."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused

LARGEST_AMOUNT = Money.kroner(100_000_000)
_SHOWN = 40  # characters of a bad value that a refusal repeats

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Kind(Generic[T]):
    """One kind of value. `name` is what a refusal calls the fact."""

    def check(self, name: str, value: Any) -> T | None:
        """The value, if it is of this kind and within its limits; None for text that is blank. Raises Refused."""
        raise NotImplementedError

    def read(self, name: str, plain: object) -> T | None:
        """The value from its plain JSON form; None for text that is blank. Raises Refused."""
        return self.check(name, plain)

    def plain(self, value: T) -> Any:
        """The value in its plain JSON form."""
        return value

    def schema(self) -> dict[str, Any]:
        """The plain JSON form as a JSON Schema."""
        raise NotImplementedError


class YesNo(Kind[bool]):
    """True or false; nothing else counts, not even 0 and 1."""

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}

    def check(self, name: str, value: Any) -> bool:
        """True or false itself."""
        if not isinstance(value, bool):
            raise Refused(Phrase("«{name}» må være true eller false.", name=name))
        return value


class Amount(Kind[Money]):
    """Money from 0 to 100 million kroner. In JSON: kroner, as a number or as text such as "12 000,50"."""

    def schema(self) -> dict[str, Any]:
        """A number within the limits, or text that is an amount."""
        return {"anyOf": [{"type": "number", "minimum": 0, "maximum": LARGEST_AMOUNT.ore // 100}, {"type": "string"}]}

    def check(self, name: str, value: Any) -> Money:
        """Money within the limits."""
        if not isinstance(value, Money) or not 0 <= value.ore <= LARGEST_AMOUNT.ore:
            raise _no_amount(name)
        return value

    def read(self, name: str, plain: object) -> Money:
        """The amount of a number or a text."""
        if isinstance(plain, bool) or not isinstance(plain, (int, float, str)):
            raise _no_amount(name)
        try:
            return self.check(name, Money.kroner(Decimal(str(plain)) if isinstance(plain, float) else plain))
        except Refused:
            raise _no_amount(name) from None

    def plain(self, value: Money) -> int | float:
        """Kroner."""
        return plain_money(value)


@dataclass(frozen=True, slots=True)
class Whole(Kind[int]):
    """A whole number within limits."""

    smallest: int
    largest: int

    def schema(self) -> dict[str, Any]:
        """An integer within the limits."""
        return {"type": "integer", "minimum": self.smallest, "maximum": self.largest}

    def check(self, name: str, value: Any) -> int:
        """An int within the limits."""
        if type(value) is int and self.smallest <= value <= self.largest:
            return value
        raise Refused(
            Phrase(
                "«{name}» må være et helt tall fra {smallest} til {largest}.",
                name=name,
                smallest=self.smallest,
                largest=self.largest,
            )
        )


@dataclass(frozen=True, slots=True)
class Choice(Kind[E]):
    """One of the codes of an enumeration."""

    options: type[E]

    def schema(self) -> dict[str, Any]:
        """One of the codes."""
        return {"enum": [str(option) for option in self.options]}

    def check(self, name: str, value: Any) -> E:
        """The option itself, or the one with this code."""
        if isinstance(value, self.options):
            return value
        try:
            return self.options(value)
        except ValueError:
            raise Refused(
                Phrase(
                    "«{name}» kan ikke være «{value}». Velg mellom {options}.",
                    name=name,
                    value=_shortened(value),
                    options=", ".join(self.options),
                )
            ) from None

    def plain(self, value: E) -> str:
        """Its code."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Text(Kind[str]):
    """Free text. White space around it is no part of it."""

    longest: int = 20_000

    def schema(self) -> dict[str, Any]:
        """Text of at most this length."""
        return {"type": "string", "maxLength": self.longest}

    def check(self, name: str, value: Any) -> str | None:
        """The text without the white space around it."""
        if not isinstance(value, str) or len(value) > self.longest:
            raise Refused(Phrase("«{name}» må være tekst på høyst {longest} tegn.", name=name, longest=self.longest))
        return value.strip() or None


class Day(Kind[date]):
    """A date. In JSON: ISO text."""

    def schema(self) -> dict[str, Any]:
        """An ISO date."""
        return {"type": "string", "format": "date"}

    def check(self, name: str, value: Any) -> date:
        """A date and no time."""
        if type(value) is not date:
            raise Refused(Phrase("«{name}» må være en dato, skrevet som 2026-12-31.", name=name))
        return value

    def read(self, name: str, plain: object) -> date:
        """The day of an ISO text."""
        try:
            return date.fromisoformat(plain if isinstance(plain, str) else "")
        except ValueError:
            return self.check(name, None)

    def plain(self, value: date) -> str:
        """ISO text."""
        return value.isoformat()


def plain_money(value: Money) -> int | float:
    """Kroner for JSON, whole where there are no øre. A double holds every amount below 10^13 kroner to the øre."""
    return value.ore / 100 if value.ore % 100 else value.ore // 100


def _no_amount(name: str) -> Refused:
    return Refused(
        Phrase(
            "«{name}» må være et beløp fra 0 kr til {largest}, med høyst to desimaler.",
            name=name,
            largest=LARGEST_AMOUNT,
        )
    )


def _shortened(value: object) -> str:
    return value[:_SHOWN] if isinstance(value, str) else type(value).__name__
