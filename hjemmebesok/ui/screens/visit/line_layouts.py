"""How the lines of each list are laid out: which cells stand on the first row, which under it, and which are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.income import TEMPORARY
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME, LATER
from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.kartlegging.summary import AGREED
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.steps import step

Line = Mapping[str, Any]
Known = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LineLayout:
    """`first` and `second` are (column id, share of the width); share 0 is as narrow as it can be.

    `asked` says which cells of a line are asked, given what stands in it and the other answers of the form.
    """

    add: str
    first: tuple[tuple[str, int], ...]
    second: tuple[tuple[str, int], ...]
    asked: Callable[[Line, Known], set[str]]


def _of_member(line: Line, known: Known) -> set[str]:
    """What only the SIFO table needs is asked only where it is used."""
    asked = {"who", "age", "loan"}
    by_sifo = known.get("economy.livsopphold_basis") == "sifo"
    return asked | {name for name in ("sex", "special") if by_sifo or line.get(name)}


def _of_income(line: Line, _known: Known) -> set[str]:
    asked = {"type", "who", "amount", "documented"}
    return asked | {"until"} if line.get("type") in TEMPORARY or line.get("until") else asked


def _of_step(line: Line, _known: Known) -> set[str]:
    agreed = step(line.get("step") or "")
    places = {place for place, _ in agreed.fields} if agreed else set()
    return {"step", "owner", "due"} | places


_LAYOUTS = {
    MEMBERS.id: LineLayout(
        N_("Legg til person"),
        (("who", 4), ("age", 3), ("loan", 3)),
        (("sex", 3), ("special", 4)),
        _of_member,
    ),
    LATER.id: LineLayout(
        N_("Legg til inntekt senere"),
        (("type", 5), ("who", 3), ("amount", 4)),
        (),
        lambda line, known: {"type", "who", "amount"},
    ),
    INCOME.id: LineLayout(
        N_("Legg til inntekt"),
        (("type", 5), ("who", 3), ("amount", 4), ("documented", 0)),
        (("until", 1),),
        _of_income,
    ),
    DEBTS.id: LineLayout(
        N_("Legg til gjeld"),
        (("creditor", 4), ("balance", 3), ("monthly", 3)),
        (("who", 1), ("until", 1)),
        lambda line, known: {"creditor", "who", "balance", "monthly", "until"},
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
    plain = LineLayout(N_("Legg til"), tuple((each, 1) for each in ids), (), lambda line, known: set(ids))
    return _LAYOUTS.get(field.id, plain)
