"""Fields that say one thing together, declared once: two people's edits of them are never mixed.

Whoever changes one of them writes them all, as she saw them. Where two did so without having seen each other's, all of
one's are shown and all of the other's stay beside them, as one value under the name of the first field.
"""

from collections.abc import Iterable, Mapping
from typing import Any

GROUPS: Mapping[str, tuple[str, ...]] = {
    "dwelling": ("address unit postcode place",),
    "visit": ("starts minutes",),
    "meeting": ("starts minutes",),
}

_GROUPS = {
    (kind, field): tuple(fields.split())
    for kind, groups in GROUPS.items()
    for fields in groups
    for field in fields.split()
}


def group_of(kind: str, field: str) -> tuple[str, ...]:
    """The fields that are merged as one with this one, in order; the field alone where it has no group."""
    return _GROUPS.get((kind, field)) or (field,)


def groups_of(kind: str, fields: Iterable[str]) -> list[tuple[str, ...]]:
    """The groups of these fields, each once."""
    return list(dict.fromkeys(group_of(kind, field) for field in fields))


def as_one(group: tuple[str, ...], fields: Mapping[str, Any]) -> Any:
    """What these fields say, as one value: of a group, the value of each by its name."""
    return {field: fields.get(field) for field in group} if len(group) > 1 else fields.get(group[0])


def apart(kind: str, field: str, value: Any) -> dict[str, Any]:
    """The fields that such a value under this name stands for."""
    return dict(value) if len(group_of(kind, field)) > 1 and isinstance(value, Mapping) else {field: value}
