"""Income lines: type, person and net amount a month, as a household's facts hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.kinds import Amount, Choice, Day, Kind, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeLine:
    """One income. None is not known: a line without its type or its amount leaves the sum unknown."""

    type: IncomeType | None
    amount: Money | None  # a month, after tax
    who: str = ""
    until: date | None = None  # the last day it is paid; None where no end is known
    documented: bool | None = None


_COLUMNS: Mapping[str, Kind[Any]] = {
    "type": Choice(IncomeType),
    "amount": Amount(),
    "who": Text(200),
    "until": Day(),
    "documented": YesNo(),
}


class IncomeLines(Kind[tuple[IncomeLine, ...]]):
    """All incomes of the household. An empty list says that there are none. In JSON: a list of objects."""

    def _check(self, name: str, value: Any) -> tuple[IncomeLine, ...]:
        if not isinstance(value, tuple) or not all(isinstance(line, IncomeLine) for line in value):
            raise _no_lines(name)
        for number, line in enumerate(value, 1):
            for column, cell in _cells(line).items():
                _COLUMNS[column].check(f"{name}[{number}].{column}", cell)
        return value

    def _read(self, name: str, plain: object) -> tuple[IncomeLine, ...]:
        if not isinstance(plain, list):
            raise _no_lines(name)
        return tuple(_read_line(f"{name}[{number}]", line) for number, line in enumerate(plain, 1))

    def _plain(self, value: tuple[IncomeLine, ...]) -> list[dict[str, Any]]:
        return [{column: _COLUMNS[column].plain(cell) for column, cell in _cells(line).items()} for line in value]


def _cells(line: IncomeLine) -> dict[str, Any]:
    known = ((column, getattr(line, column)) for column in _COLUMNS)
    return {column: cell for column, cell in known if cell not in (None, "")}


def _read_line(name: str, plain: object) -> IncomeLine:
    if not isinstance(plain, dict):
        raise Refused(Phrase("«{name}» må være et objekt med type og amount.", name=name))
    for column in plain:
        if column not in _COLUMNS:
            raise Refused(Phrase("«{name}» har ikke feltet «{column}».", name=name, column=str(column)[:40]))
    known = {column: cell for column, cell in plain.items() if cell is not None}
    cells = {column: _COLUMNS[column].read(f"{name}.{column}", cell) for column, cell in known.items()}
    return IncomeLine(**{"type": None, "amount": None, **cells})


def _no_lines(name: str) -> Refused:
    return Refused(Phrase("«{name}» må være en liste med inntekter.", name=name))
