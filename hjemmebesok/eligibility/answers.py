"""Facts from the answers of a kartlegging form. A field that names a fact becomes it; the rest is only noted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Amount, Day, Field, Lines, lines
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.income import IncomeLine


def facts_from_answers(answers: Mapping[str, Any]) -> Facts:
    """The facts in a form's answers (amounts in whole øre). Raises Refused for one that cannot be a fact."""
    return Facts(**{field.fact: _value(field, answers) for field in FIELDS.values() if field.fact})


def _value(field: Field, answers: Mapping[str, Any]) -> Any:
    if isinstance(field, Lines):
        return tuple(_income(line) for _, line in lines(answers, field.id)) or None
    answer = answers.get(field.id)
    if answer is None:
        return None
    if isinstance(field, Day):
        return date.fromisoformat(answer)
    return Money(answer) if isinstance(field, Amount) else answer


def _income(line: Mapping[str, Any]) -> IncomeLine:
    amount, until = line.get("amount"), line.get("until")
    return IncomeLine(
        type=IncomeType(line["type"]) if line.get("type") else None,
        amount=None if amount is None else Money(amount),
        who=line.get("who") or "",
        until=date.fromisoformat(until) if until else None,
        documented=line.get("documented"),
    )
