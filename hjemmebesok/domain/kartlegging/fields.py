"""What a field of the form is: its id, its words, and which values it takes.

An answer is a plain value that travels as it is: text, true/false, a whole number (amounts in øre), an ISO date, or,
for one line of a list, a flat dict of those. A field without an answer is absent, which is never the same as no.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase

LARGEST_AMOUNT = Money.kroner(100_000_000)
OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class Given:
    """Another answer that makes a question matter: one of `values`, any at all where none are named.

    With `column` the other one is a list, and one of its lines holds such a value there.
    """

    field: str
    values: tuple[Any, ...] = ()
    column: str = ""

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Whether it stands in these answers."""
        if self.column:
            return any(line.get(self.column) in self.values for _, line in lines(answers, self.field))
        answer = answers.get(self.field)
        return answer is not None and (not self.values or answer in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `fact` names the eligibility fact that the answer becomes; "" where it is only noted."""

    id: str
    label: str
    help: str = ""
    fact: str = ""
    only_if: Given | None = None  # what must have been answered for this one to be asked at all
    rare: bool = False  # comes up when a rule asks for its fact; until then among the section's further questions
    optional: bool = False  # may stay open without anyone missing it, as free text and lists always may

    def problem(self, value: Any) -> Phrase | None:
        """Why this value cannot be the answer, in one sentence; None where it can."""
        raise NotImplementedError


def _wrong(field: Field, value: Any) -> Phrase:
    return Phrase("«{label}» kan ikke være {value}.", label=Phrase(field.label), value=str(value)[:40])


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Field):
    """true, false, or absent for not known."""

    def problem(self, value: Any) -> Phrase | None:
        """Anything but true and false."""
        return None if isinstance(value, bool) else _wrong(self, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Field):
    """Whole øre, never negative. A month's amount where `monthly`, else once."""

    monthly: bool = True

    def problem(self, value: Any) -> Phrase | None:
        """No whole number, or one outside the limits."""
        if type(value) is not int:
            return _wrong(self, value)
        if 0 <= value <= LARGEST_AMOUNT.ore:
            return None
        return Phrase("«{label}» må være fra 0 kr til {largest}.", label=Phrase(self.label), largest=LARGEST_AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A whole number within limits; `unit` is a word shown after it."""

    smallest: int = 0
    largest: int = 99
    unit: str = ""

    def problem(self, value: Any) -> Phrase | None:
        """No whole number, or one outside the limits."""
        if type(value) is int and self.smallest <= value <= self.largest:
            return None
        return Phrase(
            "«{label}» må være fra {smallest} til {largest}.",
            label=Phrase(self.label),
            smallest=self.smallest,
            largest=self.largest,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One code of a fixed list: (code, words)."""

    options: tuple[tuple[str, str], ...]
    codes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", frozenset(code for code, _ in self.options))

    def problem(self, value: Any) -> Phrase | None:
        """A code that is not on the list."""
        return None if isinstance(value, str) and value in self.codes else _wrong(self, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Free text, printed in the language it was written in."""

    long: bool = False
    longest: int = 20_000

    def problem(self, value: Any) -> Phrase | None:
        """No text, or too much of it."""
        return None if isinstance(value, str) and len(value) <= self.longest else _wrong(self, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A date, as ISO text."""

    def problem(self, value: Any) -> Phrase | None:
        """No ISO date."""
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            return _wrong(self, value)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Field):
    """Whole years as they are told, or a birth date as ISO text, which is right next year too and for a baby."""

    def problem(self, value: Any) -> Phrase | None:
        """Neither years within the limits nor an ISO date."""
        if type(value) is int and 0 <= value <= OLDEST:
            return None
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            return _wrong(self, value)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Field):
    """A list of lines. Each line is an answer of its own, under `<id>/<line id>`: what makes sense together
    (amount, type, person) travels together, and two colleagues can add lines at once. A removed line is None."""

    columns: tuple[Field, ...]
    by_id: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {column.id: column for column in self.columns})

    def problem(self, value: Any) -> Phrase | None:
        """No dict, or the first problem of a cell."""
        if value is None:
            return None
        if not isinstance(value, dict):
            return _wrong(self, value)
        for name, cell in value.items():
            found = self.by_id[name].problem(cell) if name in self.by_id else None
            if found:
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page of the form."""

    id: str
    title: str
    fields: tuple[Field, ...]
    help: str = ""


def is_asked(field: Field, answers: Mapping[str, Any]) -> bool:
    """Whether the question matters, given the other answers. One that has an answer stays."""
    return field.only_if is None or _has_answer(field, answers) or field.only_if.holds(answers)


def has_come_up(field: Field, answers: Mapping[str, Any], wanted: Collection[str]) -> bool:
    """Whether the question is one to ask now: a rare one where it has an answer or its fact is `wanted` by a rule."""
    return not field.rare or field.fact in wanted or _has_answer(field, answers)


def is_open(field: Field, answers: Mapping[str, Any]) -> bool:
    """Whether the question is asked, should have an answer, and has none."""
    may_stay_open = field.optional or field.rare or isinstance(field, (Text, Lines))
    return not may_stay_open and is_asked(field, answers) and answers.get(field.id) is None


def _has_answer(field: Field, answers: Mapping[str, Any]) -> bool:
    return bool(lines(answers, field.id)) if isinstance(field, Lines) else answers.get(field.id) is not None


def lines(answers: Mapping[str, Any], field_id: str) -> Sequence[tuple[str, dict[str, Any]]]:
    """The lines of one list in the answers, in the order they were made: (line id, line)."""
    prefix = f"{field_id}/"
    return sorted(
        (key.removeprefix(prefix), value)
        for key, value in answers.items()
        if key.startswith(prefix) and value is not None
    )
