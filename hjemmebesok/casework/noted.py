"""What was noted at a visit, as the family gets to see it in the summary."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME, LATER
from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Lines, Number, Text, YesNo, lines
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.facts import FACTS
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.visit_summary import Noted

# Consent and what was agreed have places of their own in the letter; health is never put on paper unasked.
_LEFT_OUT = ("consent", "health", "summary")

_YES, _NO = N_("Ja"), N_("Nei")


def noted(answers: Mapping[str, Any], language: str) -> tuple[Noted, ...]:
    """The answers in the order they were asked. `language` is the one the caseworker writes in."""
    shown = (section for section in SECTIONS if section.id not in _LEFT_OUT)
    return tuple(one for section in shown for field in section.fields for one in _of_field(field, answers, language))


def value_words(field: Field, value: Any, language: str) -> Words | Money | date | int | FreeText:
    """One answer as a letter takes it: an amount, a date, a number, the words of a choice, or free text as written."""
    match field:
        case YesNo():
            return Phrase(_YES) if value else Phrase(_NO)
        case Amount():
            return Money(value)
        case Number(unit=unit) if unit:
            return Phrase("{n} {unit}", n=value, unit=Phrase(unit))
        case Choice(options=options):
            return Phrase(dict(options).get(value, str(value)))  # a newer version may know more choices
        case Day():
            return date.fromisoformat(value)
        case Age():
            return Plural("{n} år", "{n} år", value) if isinstance(value, int) else date.fromisoformat(value)
        case Text():
            return FreeText(str(value), language)
        case _:
            return int(value)


def _of_field(field: Field, answers: Mapping[str, Any], language: str) -> Iterator[Noted]:
    if isinstance(field, Lines):
        for _, line in lines(answers, field.id):
            yield from _LINES[field.id](line)
    elif answers.get(field.id) not in (None, ""):
        # The form's questions speak about the family; a fact's own label speaks to nobody in particular. The labels of
        # reasons are all the same, so there the question is told.
        label = FACTS[field.fact].label if field.fact and not isinstance(field, Text) else field.label
        yield Noted(Phrase(label), value_words(field, answers[field.id], language))


def _member(line: Mapping[str, Any]) -> Iterator[Noted]:
    """Name, age and part in the loan. What only the budget asks, an expected child among it, stays in the form."""
    told = [_cell(MEMBERS, name, line[name]) for name in ("age", "loan") if line.get(name) is not None]
    if told:
        who = line.get("who") or Phrase("Ikke oppgitt")
        value = told[0] if len(told) == 1 else Phrase("{age}. {loan}.", age=told[0], loan=told[1])
        yield Noted(Phrase("Bor her: {who}", who=who), value)


def _income(line: Mapping[str, Any]) -> Iterator[Noted]:
    if "type" in line and "amount" in line:
        yield Noted(_of(line), Money(line["amount"]))


def _later(line: Mapping[str, Any]) -> Iterator[Noted]:
    if "type" in line and "amount" in line:
        yield Noted(Phrase("Senere: {income}", income=_of(line)), Money(line["amount"]))


def _of(line: Mapping[str, Any]) -> Words:
    """What an income is, and whose; and that it is not counted, where no rule counts it."""
    kind: Words = _cell(INCOME, "type", line["type"])
    if line["type"] == IncomeType.SOSIALSTONAD:
        kind = Phrase("{income} (regnes ikke med)", income=kind)
    return Phrase("{income}, {who}", income=kind, who=line["who"]) if line.get("who") else kind


def _debt(line: Mapping[str, Any]) -> Iterator[Noted]:
    creditor = line.get("creditor") or Phrase("Ikke oppgitt")
    if "balance" in line:
        yield Noted(Phrase("Gjeld: {creditor}", creditor=creditor), Money(line["balance"]))
    if "monthly" in line:
        yield Noted(Phrase("Gjeld, i måneden: {creditor}", creditor=creditor), Money(line["monthly"]))


def _cell(field: Lines, name: str, value: Any) -> Any:
    return value_words(next(column for column in field.columns if column.id == name), value, "")


_LINES = {MEMBERS.id: _member, INCOME.id: _income, LATER.id: _later, DEBTS.id: _debt}
