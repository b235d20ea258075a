"""Facts from the answers of a kartlegging form. A field that names a fact becomes it; the rest is only noted."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME, LATER
from hjemmebesok.domain.kartlegging.fields import LARGEST_AMOUNT, Amount, Day, Field
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.household_lines import member, with_debts, youngest_borrower
from hjemmebesok.eligibility.income import IncomeLine

Line = Mapping[str, Any]


def facts_from_answers(answers: Mapping[str, Any], on: date) -> Facts:
    """The facts in a form's answers (amounts in whole øre), with the ages of the household on this day.

    A list without lines is not known. What debts cost is part of the fixed expenses: a member's own where a name tells
    whose they are, else of them all. Raises Refused for an answer that cannot be a fact.
    """
    known: dict[str, Any] = {}
    lists: dict[str, list[tuple[str, Line]]] = {}
    for key, answer in answers.items():
        field_id, _, line_id = key.partition("/")
        if answer is None:
            continue
        if line_id:
            lists.setdefault(field_id, []).append((line_id, answer))
        elif field_id in _BECOMES:
            field = _BECOMES[field_id]
            known[field.fact] = _READ.get(type(field), _as_it_is)(answer)
    for field_id in lists.keys() & _BECOMES.keys():
        known[_BECOMES[field_id].fact] = _lines(_BECOMES[field_id], lists[field_id], on)
    if MEMBERS.id in lists or DEBTS.id in lists:
        _add_household(known, [debt for _, debt in lists.get(DEBTS.id, ())], on)
    return Facts(**known)


def _add_household(known: dict[str, Any], debts: list[Line], on: date) -> None:
    members, shared = with_debts(known.get("members", ()), debts, on)
    stated = known.get("other_expenses")
    known["other_expenses"] = None if shared is None or stated is None else min(stated + shared, LARGEST_AMOUNT)
    known["applicant_age"] = youngest_borrower(members)
    known["members"] = members or None


def _as_it_is(answer: Any) -> Any:
    return answer


_BECOMES: Mapping[str, Field] = {field.id: field for field in FIELDS.values() if field.fact}
_READ: Mapping[type[Field], Callable[[Any], Any]] = {Amount: Money, Day: date.fromisoformat}


def _lines(field: Field, found: list[tuple[str, Line]], on: date) -> tuple[Any, ...]:
    in_order = [line for _, line in sorted(found, key=lambda each: each[0])]
    return tuple(_LINES[field.id](field, number, line, on) for number, line in enumerate(in_order, 1))


def _income(field: Field, number: int, line: Line, _on: date) -> IncomeLine:
    return IncomeLine(
        type=_income_type(field, number, line.get("type")),
        amount=_money(line.get("amount")),
        who=line.get("who") or "",
        until=_day(line.get("until")),
        documented=line.get("documented"),
    )


def _income_type(field: Field, number: int, code: Any) -> IncomeType | None:
    try:
        return IncomeType(code) if code else None
    except ValueError:
        raise Refused(
            Phrase(
                "«{label}», linje {n}: inntektstypen «{type}» finnes ikke.",
                label=Phrase(field.label),
                n=number,
                type=str(code)[:40],
            )
        ) from None


_LINES: Mapping[str, Callable[[Field, int, Line, date], Any]] = {
    MEMBERS.id: lambda _field, _number, line, on: member(line, on),
    INCOME.id: _income,
    LATER.id: _income,
}


def _money(ore: int | None) -> Money | None:
    return None if ore is None else Money(ore)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
