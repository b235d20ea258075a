"""Rates: dated figures with source and 'verified' flag, handed in as the text of resources/rates/*.toml."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Refused

TINGLYSING_ANDEL = "tinglysing_andel"
TINGLYSING_PANT = "tinglysing_pant"

RATE_WORDS = {
    TINGLYSING_ANDEL: N_("Tinglysing av andel i borettslag"),
    TINGLYSING_PANT: N_("Tinglysing av pant"),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure. It holds from `gjelder_fra` until a later one of the same code takes over."""

    code: str
    amount: Money
    gjelder_fra: date
    source: str
    verified: bool  # read at the issuer; False is shown as such wherever the figure is used

    @property
    def label(self) -> str:
        """What the figure is; its code where no calculation of ours asks for it."""
        return RATE_WORDS.get(self.code, self.code)


_TYPES = {"code": str, "kroner": int, "gjelder_fra": date, "source": str, "verified": bool}


class Rates:
    """All rates, by code and date."""

    __slots__ = ("_by_code",)

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._by_code: dict[str, list[Rate]] = {}
        for rate in sorted(rates, key=lambda rate: rate.gjelder_fra):
            self._by_code.setdefault(rate.code, []).append(rate)

    def on(self, code: str, day: date) -> Rate | None:
        """The rate that holds on this day; None where none is known, which is a gap and not a zero."""
        held = [rate for rate in self._by_code.get(code, ()) if rate.gjelder_fra <= day]
        return held[-1] if held else None

    def __iter__(self) -> Iterator[Rate]:
        return (rate for rates in self._by_code.values() for rate in rates)


def parse_rates(texts: Iterable[str]) -> Rates:
    """The rates in these TOML texts, each with [[rate]] tables. Raises Refused, naming rate and field."""
    return Rates(_rate(number, table) for text in texts for number, table in enumerate(_tables(text), 1))


def _tables(text: str) -> list[Any]:
    try:
        tables = tomllib.loads(text).get("rate", [])
    except tomllib.TOMLDecodeError as error:
        raise Refused(Phrase("Satsene kan ikke leses: {error}", error=str(error))) from None
    return tables if isinstance(tables, list) else [tables]


def _rate(number: int, table: Any) -> Rate:
    table = table if isinstance(table, dict) else {}
    name = table.get("code", number)
    for field, type_ in _TYPES.items():
        if type(table.get(field)) is not type_:
            raise Refused(
                Phrase("Satsen «{rate}» mangler «{field}», eller feltet har feil type.", rate=name, field=field)
            )
    for field in table:
        if field not in _TYPES:
            raise Refused(Phrase("Satsen «{rate}» har et ukjent felt «{field}».", rate=name, field=field))
    amount = Money.kroner(table["kroner"])
    if amount < ZERO:
        raise Refused(Phrase("Satsen «{rate}» kan ikke være negativ.", rate=name))
    return Rate(table["code"], amount, table["gjelder_fra"], table["source"], table["verified"])
