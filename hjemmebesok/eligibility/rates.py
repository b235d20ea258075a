"""Rates: dated figures with source and 'verified' flag, handed in as the text of resources/rates/*.toml."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.rate_words import RATE_WORDS
from hjemmebesok.eligibility.sifo import Sifo, parse_sifo


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure. It holds from `gjelder_fra` until a later one of the same code takes over, or to `gjelder_til`."""

    code: str
    amount: Money | Decimal  # a Decimal is per cent
    gjelder_fra: date
    source: str
    verified: bool  # read at the issuer; False is shown as such wherever the figure is used
    gjelder_til: date | None = (
        None  # the last day it is known to hold; what comes after is a gap until a figure is found
    )

    @property
    def label(self) -> str:
        """What the figure is; its code where no calculation of ours asks for it."""
        return RATE_WORDS.get(self.code, self.code)


_TYPES = {"code": str, "gjelder_fra": date, "source": str, "verified": bool}
_OTHER_FIELDS = {"kroner", "percent", "gjelder_til"}


class Rates:
    """All rates, by code and date; and the SIFO budgets, by date."""

    __slots__ = ("_budgets", "_by_code", "_found")

    def __init__(self, rates: Iterable[Rate], budgets: Iterable[Sifo] = ()) -> None:
        self._by_code: dict[str, list[Rate]] = {}
        self._budgets = sorted(budgets, key=lambda budget: budget.gjelder_fra)
        self._found: dict[tuple[str, date], Rate | None] = {}
        for rate in sorted(rates, key=lambda rate: rate.gjelder_fra):
            self._by_code.setdefault(rate.code, []).append(rate)

    def on(self, code: str, day: date) -> Rate | None:
        """The rate that holds on this day; None where none is known, which is a gap and not a zero."""
        key = code, day
        if key not in self._found:
            held = [rate for rate in self._by_code.get(code, ()) if rate.gjelder_fra <= day]
            newest = held[-1] if held else None
            ended = newest is not None and newest.gjelder_til is not None and newest.gjelder_til < day
            self._found[key] = None if ended else newest
        return self._found[key]

    def sifo_on(self, day: date) -> Sifo | None:
        """The SIFO budget of this day; None where none is known."""
        held = [budget for budget in self._budgets if budget.gjelder_fra <= day <= budget.gjelder_til]
        return held[-1] if held else None

    def in_force(self, day: date) -> tuple[tuple[Rate, ...], Sifo | None]:
        """All that holds on this day."""
        held = (self.on(code, day) for code in sorted(self._by_code))
        return tuple(rate for rate in held if rate is not None), self.sifo_on(day)

    def under(self, newer: "Rates") -> "Rates":
        """These and the newer ones, which stand in place of those of the same code and first day."""
        rates = {(rate.code, rate.gjelder_fra): rate for rate in (*self, *newer)}
        budgets = {budget.gjelder_fra: budget for budget in (*self._budgets, *newer._budgets)}
        return Rates(rates.values(), budgets.values())

    @property
    def budgets(self) -> tuple[Sifo, ...]:
        """The SIFO budgets, oldest first."""
        return tuple(self._budgets)

    def __iter__(self) -> Iterator[Rate]:
        return (rate for rates in self._by_code.values() for rate in rates)


def parse_rates(texts: Iterable[str]) -> Rates:
    """The rates in these TOML texts, each with [[rate]] or [[sifo]] tables. Raises Refused, naming rate and field."""
    rates: list[Rate] = []
    budgets: list[Sifo] = []
    for text in texts:
        found = _parsed(text)
        rates += [_rate(number, table) for number, table in enumerate(_tables(found, "rate"), 1)]
        budgets += [parse_sifo(table) for table in _tables(found, "sifo")]
    return Rates(rates, budgets)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Refused(Phrase("Satsene kan ikke leses: {error}", error=str(error))) from None


def _tables(found: dict[str, Any], name: str) -> list[Any]:
    tables = found.get(name, [])
    return tables if isinstance(tables, list) else [tables]


def _rate(number: int, table: Any) -> Rate:
    table = table if isinstance(table, dict) else {}
    name = table.get("code", number)
    for field, type_ in _TYPES.items():
        if type(table.get(field)) is not type_:
            raise _incomplete(name, field)
    for field in table:
        if field not in _TYPES.keys() | _OTHER_FIELDS:
            raise Refused(Phrase("Satsen «{rate}» har et ukjent felt «{field}».", rate=name, field=field))
    if type(table.get("gjelder_til", date.max)) is not date:
        raise _incomplete(name, "gjelder_til")
    known = {field: table[field] for field in ("code", "gjelder_fra", "source", "verified")}
    return Rate(**known, amount=_amount(name, table), gjelder_til=table.get("gjelder_til"))


def _amount(name: str, table: dict[str, Any]) -> Money | Decimal:
    kroner, percent = table.get("kroner"), table.get("percent")
    if percent is None and type(kroner) is int:
        if kroner < 0:
            raise Refused(Phrase("Satsen «{rate}» kan ikke være negativ.", rate=name))
        return Money.kroner(kroner)
    number = Decimal(str(percent)) if type(percent) in (int, Decimal) else Decimal("nan")
    if kroner is None and number.is_finite() and 0 <= number <= 100:
        return number
    raise _incomplete(name, "kroner" if percent is None else "percent")


def _incomplete(name: str | int, field: str) -> Refused:
    return Refused(Phrase("Satsen «{rate}» mangler «{field}», eller feltet har feil type.", rate=name, field=field))
