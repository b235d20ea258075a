"""A letter to look at while its text is edited: made-up values in every field, or in none that may be absent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.fields import Field
from hjemmebesok.letters.texts.in_force import ORIGINAL, Texts

_WORDS = Phrase("{text}", text="Eksempel")  # the same in every language
_NAMES = ("Ayşe Eksempel", "Ola Eksempel")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLetter(Letter):
    """Of the kind whose fields it has; use `sample_kind` for a class with that kind's code."""

    code: ClassVar[str] = ""

    values: Mapping[str, Any]

    def fields(self) -> Mapping[str, Any]:
        """A value for each field that the text declares."""
        return self.values


def sample_kind(code: str) -> type[SampleLetter]:
    """The class of samples of a kind."""
    return type("Sample", (SampleLetter,), {"__slots__": (), "code": code})


def sample_values(texts: Texts, kind: str, known: Mapping[str, Any], day: date, *, everything: bool) -> dict[str, Any]:
    """Values by field; `known` are those that need not be made up, and `day` goes where a day does.

    `everything` fills what may be absent too, but for photos.
    """
    columns = _columns(texts.source(kind, ORIGINAL).blocks.values())
    values: dict[str, Any] = {}
    for path, field in texts.fields(kind).items():
        there = everything or not (field.optional or field.group)
        within, name = values[field.group] if field.group else values, path.rpartition(".")[2]
        if within is not None:
            within[name] = _value(field, known, day, columns.get(path, 2)) if there else None
    return values


def _columns(blocks: Iterable[Block]) -> dict[str, int]:
    return {place.path: len(place.forms) for block in blocks for place in block.places if place.forms}


def _value(field: Field, known: Mapping[str, Any], day: date, columns: int) -> Any:
    if field.type == "group":
        return {}
    if field.type == "table":
        return ((_WORDS,) * columns,) * 2
    return known.get(field.path) or _made_up(day)[field.type]


def _made_up(day: date) -> dict[str, Any]:
    return {
        "text": "Eksempel",
        "words": _WORDS,
        "money": Money(1_234_500),
        "date": day,
        "weekday": day,
        "time": time(10, 30),
        "count": 2,
        "names": _NAMES,
        "language": "tr",
        "flag": True,
        "note": FreeText("Eksempel på et notat.", ORIGINAL),
        "list": (_WORDS, _WORDS),
        "closing": _NAMES,
        "signature": _NAMES,
        "signatures": _NAMES,
        "photos": None,
    }
