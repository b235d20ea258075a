"""Income lines: type, person and net amount a month, as a household's facts hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from hjemmebesok.domain.income import TEMPORARY, IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.kinds import Amount, Choice, Day, Kind, Text, YesNo
from hjemmebesok.eligibility.lines import LineKind


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeLine:
    """One income. None is not known: a line without its type or its amount leaves the sum unknown."""

    type: IncomeType | None
    amount: Money | None  # a month, after tax
    who: str = ""
    until: date | None = None  # the last day it is paid; None where no end is known
    documented: bool | None = None

    @property
    def is_temporary(self) -> bool:
        """Whether it is paid for a time only."""
        return self.until is not None or self.type in TEMPORARY


class IncomeLines(LineKind[IncomeLine]):
    """All incomes of the household. An empty list says that there are none. In JSON: a list of objects."""

    line = IncomeLine
    columns: ClassVar[Mapping[str, Kind[Any]]] = {
        "type": Choice(IncomeType),
        "amount": Amount(),
        "who": Text(200),
        "until": Day(),
        "documented": YesNo(),
    }
    needed = ("type", "amount")
