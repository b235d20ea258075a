"""What was noted at a visit, as the family gets to see it in the summary."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Day, Field, Lines, Number, Text, YesNo, lines
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Words
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
        case Text():
            return FreeText(str(value), language)
        case _:
            return int(value)


def _of_field(field: Field, answers: Mapping[str, Any], language: str) -> Iterator[Noted]:
    if isinstance(field, Lines):
        for _, line in lines(answers, field.id):
            yield from _LINES[field.id](line)
    elif answers.get(field.id) not in (None, ""):
        # The form's questions speak about the family; a fact's own label speaks to nobody in particular.
        label = FACTS[field.fact].label if field.fact else field.label
        yield Noted(Phrase(label), value_words(field, answers[field.id], language))


def _income(line: Mapping[str, Any]) -> Iterator[Noted]:
    kinds = next(column for column in INCOME.columns if isinstance(column, Choice))
    if "type" in line and "amount" in line:
        words = dict(kinds.options).get(line["type"], str(line["type"]))
        kind = Phrase(words)
        about = Phrase("{income}, {who}", income=kind, who=line["who"]) if line.get("who") else kind
        yield Noted(about, Money(line["amount"]))


def _debt(line: Mapping[str, Any]) -> Iterator[Noted]:
    if "balance" in line:
        creditor = line.get("creditor") or Phrase("Ikke oppgitt")
        yield Noted(Phrase("Gjeld: {creditor}", creditor=creditor), Money(line["balance"]))


_LINES = {INCOME.id: _income, DEBTS.id: _debt}
