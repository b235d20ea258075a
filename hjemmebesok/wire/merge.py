"""How concurrent edits of a field are merged, declared once by kind. What is not named here keeps both values."""

from collections.abc import Mapping
from enum import Enum
from typing import Any


class Policy(Enum):
    """What is shown when two authors set a field without having seen each other."""

    KEEP_BOTH = "the later one is shown, the other stays on the field until somebody chooses"
    NEEDS_YOU = "the current one stands until a human has decided"
    STRICTEST = "the most restrictive wins at once, the other is kept as history"


# Kinds whose records never change once made; a correction is a new record.
IMMUTABLE_KINDS = frozenset({"letter"})

# Kinds whose records never change after the one that set this field to this value.
CLOSED_BY = {"visit": ("status", "closed"), "meeting": ("status", "closed")}

# Kinds that are closed together with the record whose id stands in this field, named after that record's kind.
CLOSED_WITH = {"kartlegging": "visit"}

_FIELDS = {
    ("household", "protection"): Policy.STRICTEST,
    ("household", "reserved"): Policy.STRICTEST,
    ("household", "consent_on"): Policy.NEEDS_YOU,
    ("household", "safety_note"): Policy.NEEDS_YOU,
    ("kartlegging", "consent.given"): Policy.NEEDS_YOU,
    ("kartlegging", "consent.fagmote"): Policy.NEEDS_YOU,
    ("visit", "status"): Policy.STRICTEST,
    ("meeting", "status"): Policy.STRICTEST,
}

_HAPPENED = ("planned", "cancelled", "started", "closed")  # what has happened outranks what was planned

# From least to most restrictive.
STRICTNESS: dict[tuple[str, str], tuple[object, ...]] = {
    ("household", "protection"): ("none", "fortrolig", "utland", "strengt_fortrolig"),
    ("household", "reserved"): (False, True),
    ("visit", "status"): _HAPPENED,
    ("meeting", "status"): _HAPPENED,
}


def policy(kind: str, field: str) -> Policy:
    """The policy of one field of one kind."""
    return _FIELDS.get((kind, field), Policy.KEEP_BOTH)


def strictest(kind: str, field: str, one: object, other: object) -> object:
    """The more restrictive of two values, in whichever order they came; an unknown value is the most restrictive."""
    order = STRICTNESS[kind, field]
    return max(one, other, key=lambda value: (order.index(value) if value in order else len(order), repr(value)))


def closed_with(kind: str, fields: Mapping[str, Any]) -> str:
    """The id of the record that this one is closed together with; "" where it stands alone."""
    return str(fields.get(CLOSED_WITH.get(kind, "")) or "")


def is_closed(kind: str, fields: Mapping[str, Any], parent: Mapping[str, Any] | None = None) -> bool:
    """True where a record that exists may not be changed any more. `parent` is the record it is closed with."""
    if kind in IMMUTABLE_KINDS:
        return True
    if kind in CLOSED_BY:
        field, closed = CLOSED_BY[kind]
        return bool(fields.get(field) == closed)
    return parent is not None and kind in CLOSED_WITH and is_closed(CLOSED_WITH[kind], parent)
