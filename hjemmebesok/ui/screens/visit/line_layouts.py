"""How the lines of each list are laid out: which cells stand on the first row, which under it, and which are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.income import TEMPORARY
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME
from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.kartlegging.summary import AGREED
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.steps import step

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LineLayout:
    """`first` and `second` are (column id, share of the width); share 0 is as narrow as it can be.

    `asked` says which cells of a line are asked, given what stands in it.
    """

    add: str
    first: tuple[tuple[str, int], ...]
    second: tuple[tuple[str, int], ...]
    asked: Callable[[Line], set[str]]


def _of_income(line: Line) -> set[str]:
    asked = {"type", "who", "amount", "documented"}
    return asked | {"until"} if line.get("type") in TEMPORARY or line.get("until") else asked


def _of_step(line: Line) -> set[str]:
    agreed = step(line.get("step") or "")
    places = {place for place, _ in agreed.fields} if agreed else set()
    return {"step", "owner", "due"} | places


_LAYOUTS = {
    INCOME.id: LineLayout(
        N_("Legg til inntekt"),
        (("type", 5), ("who", 3), ("amount", 4), ("documented", 0)),
        (("until", 1),),
        _of_income,
    ),
    DEBTS.id: LineLayout(
        N_("Legg til gjeld"),
        (("creditor", 4), ("balance", 3), ("monthly", 3), ("until", 3)),
        (),
        lambda line: {"creditor", "balance", "monthly", "until"},
    ),
    AGREED.id: LineLayout(
        N_("Legg til steg"),
        (("step", 1),),
        (("amount", 3), ("months", 2), ("owner", 3), ("due", 3)),
        _of_step,
    ),
}


def layout_of(field: Lines) -> LineLayout:
    """The layout of a list; one that nobody has laid out has all its cells on one row."""
    ids = [column.id for column in field.columns]
    plain = LineLayout(N_("Legg til"), tuple((each, 1) for each in ids), (), lambda line: set(ids))
    return _LAYOUTS.get(field.id, plain)
