"""The fields of a letter text: what each is called, which type of value it takes, and whether it may be absent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Plural, Refused
from hjemmebesok.letters.freetext import FreeText

TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),  # names and numbers, as they are
    "words": (str, Phrase, Plural),  # ours, said in the letter's language
    "money": (Money,),
    "date": (date,),
    "weekday": (date,),  # with its name, and without the year: 'mandag 12. oktober'
    "time": (time,),
    "count": (int,),
    "names": (tuple,),  # of text, joined as a sentence does
    "language": (str,),  # BCP 47, shown as its name
    "flag": (bool,),  # for [hvis …] alone; it has no words
    # these fill a block of their own
    "note": (FreeText,),
    "list": (tuple,),  # of words
    "table": (tuple,),  # of rows, each a tuple of values; the first is the row's heading
    "closing": (tuple,),  # of lines: who the letter is from
    "signature": (tuple,),  # the same, under a line to sign on
    "signatures": (tuple,),  # of names, each with lines to fill in: {navn|Sted|Dato|Underskrift}; or of DrawnSignature
    "photos": (tuple,),  # of Photo
}
WHOLE_BLOCK = frozenset({"note", "list", "table", "closing", "signature", "signatures", "photos"})
WITH_LABELS = frozenset({"table", "signatures"})  # what a place of this type says between its bars


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `path` is its name; a field of a group is called group.name."""

    path: str
    type: str
    optional: bool

    @property
    def group(self) -> str:
        """The group it is in, "" where it is in none."""
        return self.path.rpartition(".")[0]


def read_fields(declared: Mapping[str, Any], group: str = "") -> dict[str, Field]:
    """The fields in a front matter's [fields], by path.

    `name = "date"` is a field, `name = "date?"` one that may be absent, and a table of its own is a group that is
    there or absent as a whole. Raises Refused for an unknown type.
    """
    fields: dict[str, Field] = {}
    for name, type_name in declared.items():
        if isinstance(type_name, dict):
            fields[name] = Field(name, "group", optional=True)
            fields |= read_fields(type_name, group=f"{name}.")
            continue
        bare = str(type_name).removesuffix("?")
        if bare not in TYPES:
            raise Refused(Phrase("Feltet {field} har ukjent type «{type}».", field=name, type=str(type_name)))
        fields[group + name] = Field(group + name, bare, optional=bare != type_name)
    return fields


def value_of(field: Field, values: Mapping[str, Any]) -> Any:
    """The field's value; None where it, or its group, is absent.

    Raises TypeError where the value is of another type than the field: a letter kind that does not fit its text.
    """
    within = values[field.group] if field.group else values
    value = within[field.path.rpartition(".")[2]] if within else None
    if value is None or field.type == "group":
        return value
    if not isinstance(value, TYPES[field.type]):
        raise TypeError(f"{field.path} takes {field.type}, not {value!r}")
    return value


def plural_forms(language: str) -> tuple[str, ...]:
    """The plural forms of a language, in CLDR's order, which is the order they are written in."""
    from babel import Locale

    used = Locale.parse(language).plural_form.tags | {"other"}
    return tuple(form for form in ("zero", "one", "two", "few", "many", "other") if form in used)
