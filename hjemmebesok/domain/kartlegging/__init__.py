"""Kartlegging (needs assessment): the form of a home visit, section by section in the order it is asked."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from hjemmebesok.domain.kartlegging import consent, dwelling, economy, health, household, loan, summary, wishes
from hjemmebesok.domain.kartlegging.fields import Field, Section
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.record import Record

SECTIONS: tuple[Section, ...] = tuple(
    room.SECTION for room in (consent, household, dwelling, economy, health, wishes, loan, summary)
)

FIELDS: dict[str, Field] = {field.id: field for section in SECTIONS for field in section.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kartlegging(Record):
    """The answers of one visit, by field id. Locked with the visit."""

    kind: ClassVar[str] = "kartlegging"

    visit: str
    answers: dict[str, Any] = field(default_factory=dict)


def field_of(key: str) -> Field:
    """The field an answer key belongs to; `economy.income/3` belongs to `economy.income`.

    Raises Refused for a key the form does not have.
    """
    found = FIELDS.get(key.partition("/")[0])
    if found is None:
        raise Refused(Phrase("Skjemaet har ikke feltet «{field}».", field=key))
    return found


def check_answer(key: str, value: Any) -> None:
    """Raise Refused, naming the field, where the value cannot be its answer. None takes an answer back."""
    found = field_of(key)
    problem = None if value is None else found.problem(value)
    if problem:
        raise Refused(problem)
