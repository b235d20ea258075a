"""Fields that say one thing together, declared once: two people's edits of them are never mixed.

Whoever changes one of them writes them all, as she saw them. Where two did so without having seen each other's, all of
one's are shown and all of the other's stay beside them, as one value under the name of the first field.
"""

from collections.abc import Iterable, Mapping
from typing import Any

# An interpreter is booked for a time, a place and a language; a day belongs to what was said yes to; an amount to what
# it was worked out from, and to the home that it buys; and no photo is in a summary without saying what it shows.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "household": ("adults children",),
    "dwelling": ("address unit postcode place",),
    "visit": ("starts minutes interpreter_booked",),
    "kartlegging": (
        "wishes.price wishes.joint_debt wishes.costs wishes.repairs",
        "economy.livsopphold economy.livsopphold_basis economy.livsopphold_factor economy.livsopphold_reason",
    ),
    "meeting": ("starts minutes place language interpreter_booked",),
    "photo": ("shows in_summary",),
    "participant": ("offer offer_on",),
    "follow_up": ("step values owner due",),
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
    """The fields that such a value under this name stands for; that field alone where the value is from before the
    fields were merged as one."""
    together = len(group_of(kind, field)) > 1 and isinstance(value, Mapping) and field in value
    return dict(value) if together else {field: value}
