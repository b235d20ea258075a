"""How concurrent edits of a field are merged, declared once by kind. What is not named here keeps both values."""

from enum import Enum


class Policy(Enum):
    """What is shown when two authors set a field without having seen each other."""

    KEEP_BOTH = "the later one is shown, the other stays on the field until somebody chooses"
    NEEDS_YOU = "the current one stands until a human has decided"
    STRICTEST = "the most restrictive wins at once"
    LOCKED = "immutable: a correction is a new record"


# Kinds whose records never change once made.
IMMUTABLE_KINDS = frozenset({"letter"})

_FIELDS: dict[tuple[str, str], Policy] = {
    ("household", "protection"): Policy.STRICTEST,
    ("household", "reserved"): Policy.STRICTEST,
    ("household", "consent_on"): Policy.NEEDS_YOU,
    ("household", "safety_note"): Policy.NEEDS_YOU,
    ("kartlegging", "consent.given"): Policy.NEEDS_YOU,
    ("kartlegging", "consent.fagmote"): Policy.NEEDS_YOU,
}

# From least to most restrictive.
STRICTNESS: dict[tuple[str, str], tuple[object, ...]] = {
    ("household", "protection"): ("none", "fortrolig", "utland", "strengt_fortrolig"),
    ("household", "reserved"): (False, True),
}


def policy(kind: str, field: str) -> Policy:
    """The policy of one field of one kind."""
    return Policy.LOCKED if kind in IMMUTABLE_KINDS else _FIELDS.get((kind, field), Policy.KEEP_BOTH)


def strictest(kind: str, field: str, one: object, other: object) -> object:
    """The more restrictive of two values; an unknown value counts as the most restrictive."""
    order = STRICTNESS[kind, field]
    return max((one, other), key=lambda value: order.index(value) if value in order else len(order))
