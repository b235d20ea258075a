"""How concurrent edits of a field are merged, declared once by kind. What is not named here keeps both values."""

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any


class Policy(Enum):
    """What is shown when two authors set a field without having seen each other."""

    KEEP_BOTH = "the later one is shown, the other stays on the field until somebody chooses"
    NEEDS_YOU = "the current one stands until a human has decided, or the other where that is more restrictive"
    STRICTEST = "the most restrictive wins at once, the other is kept as history"
    GREATEST = "the greatest, such as the latest day, wins at once, the other is kept as history"
    LATER = "the later one is shown, the other is kept as history: nobody needs to choose"
    LINES = "the lines of both are brought together; where they overlap they stand side by side until somebody chooses"
    ELEMENTS = "what either added is there; what one of them took out is gone, and is kept as history"
    KEYS = "what either wrote under a name is there; where both did, the later one is, the other is kept as history"


# Kinds whose records never change once made; a correction is a new record.
IMMUTABLE_KINDS = frozenset(
    {"letter", "letter_text", "text_approval", "mailing", "export", "rule_settings", "rate_table"}
)

# Kinds whose records never change once made either, but can be taken away and put back.
REMOVABLE_KINDS = frozenset({"signature"})

# Kinds whose records never change after the one that set this field to this value.
CLOSED_BY = {"visit": ("status", "closed"), "meeting": ("status", "closed")}

# Kinds that are closed together with the record whose id stands in this field, named after that record's kind.
CLOSED_WITH = {"kartlegging": "visit"}

REMOVED = "removed"  # the field, of every kind, that takes a record out of sight; never its other fields

_BOTH, _YOURS, _STRICT, _LATER = Policy.KEEP_BOTH, Policy.NEEDS_YOU, Policy.STRICTEST, Policy.LATER

# Every field of every kind; what ties records together never changes, and what a machine notes needs no choosing.
FIELDS: Mapping[str, Mapping[Policy, str]] = {
    "household": {
        _BOTH: "name case_number register_id language interpreter_needed adults children",
        _YOURS: "safety_note",
        _STRICT: "protection reserved",
    },
    "person": {_BOTH: "name role born national_id phone email"},
    "dwelling": {_BOTH: "address postcode place unit estate borettslag_number share_number rooms area_m2"},
    "tenancy": {_BOTH: "dwelling contract_number starts ends rent deposit arrears"},
    "visit": {
        _BOTH: "starts minutes purpose interpreter interpreter_booked two_together",
        _STRICT: "status",
        Policy.ELEMENTS: "staff present",
        _LATER: "kartlegging closed_at closed_by rules locked_answers version corrects",
    },
    "kartlegging": {
        _YOURS: "consent.given consent.fagmote consent.photos",
        Policy.LINES: "household.changes dwelling.note health.needs health.everyday wishes.where loan.best_interests "
        "summary.note",
        _LATER: "visit",
    },
    "meeting": {
        _BOTH: "number starts minutes place language capacity interpreter interpreter_booked",
        _STRICT: "status",
        Policy.LINES: "topics",
        _LATER: "closed_at closed_by",
    },
    "photo": {_BOTH: "caption shows in_summary", _LATER: "visit sha256 media_type size taken_on number"},
    "signature": {_LATER: "visit signer name signed_at text_sha256 strokes"},
    "participant": {
        _BOTH: "attended talk offer offer_on step",
        Policy.LINES: "note",
        Policy.ELEMENTS: "form_help",
        _LATER: "meeting invited",
    },
    "follow_up": {_BOTH: "step values owner due done_on", _LATER: "origin"},
    "register_entry": {_LATER: "register_id", Policy.KEYS: "values", Policy.GREATEST: "read_on"},
    "letter": {_LATER: "letter language made_at made_by text_version sha256 about with_norwegian details reference"},
    "letter_text": {_LATER: "letter language body over follows saved_at saved_by"},
    "text_approval": {_LATER: "letter language version status by on noted_at noted_by"},
    "rule_settings": {_LATER: "ruleset values in_force reason published_at published_by"},
    "rate_table": {_LATER: "body reason published_at published_by"},
    "mailing": {_LATER: "letter begun_at begun_by"},
    "export": {_LATER: "what made_at made_by sha256 about"},
}

_POLICIES = {
    (kind, field): policy
    for kind, policies in FIELDS.items()
    for policy, fields in policies.items()
    for field in fields.split()
}

_HAPPENED = ("planned", "cancelled", "started", "closed")  # what has happened outranks what was planned

# From least to most restrictive.
STRICTNESS: dict[tuple[str, str], tuple[object, ...]] = {
    ("household", "protection"): ("none", "fortrolig", "utland", "strengt_fortrolig"),
    ("household", "reserved"): (False, True),
    ("visit", "status"): _HAPPENED,
    ("meeting", "status"): _HAPPENED,
    ("household", "safety_note"): (None, ""),  # a warning stands although somebody took another away
    **{("kartlegging", f"consent.{of}"): (True, None, False) for of in ("given", "fagmote", "photos")},
}


def policy(kind: str, field: str) -> Policy:
    """The policy of one field of one kind."""
    return _POLICIES.get((kind, field), Policy.KEEP_BOTH)


def strictest(kind: str, field: str, one: object, other: object) -> object:
    """The more restrictive of two values, in whichever order they came; an unknown value is the most restrictive."""
    return max(one, other, key=lambda value: (_strictness(kind, field, value), repr(value)))


def is_stricter(kind: str, field: str, one: object, other: object) -> bool:
    """True where the first is the more restrictive; of a field without an order, none is."""
    return _strictness(kind, field, one) > _strictness(kind, field, other)


def _strictness(kind: str, field: str, value: object) -> int:
    order = STRICTNESS.get((kind, field), ())
    return order.index(value) if value in order else len(order)


def greatest(one: object, other: object) -> object:
    """The greater of two values, in whichever order they came; nothing is less than anything."""
    return max(one, other, key=lambda value: (value is not None, str(value), repr(value)))


def closed_with(kind: str, fields: Mapping[str, Any]) -> str:
    """The id of the record that this one is closed together with; "" where it stands alone."""
    return str(fields.get(CLOSED_WITH.get(kind, "")) or "")


def is_closed(
    kind: str, fields: Mapping[str, Any], parent: Mapping[str, Any] | None = None, wanted: Collection[str] = ()
) -> bool:
    """True where a record that exists may not be changed any more. `parent` is the record it is closed with, `wanted`
    the names of the fields that somebody wants to change."""
    if kind in IMMUTABLE_KINDS:
        return True
    if kind in REMOVABLE_KINDS:
        return set(wanted) != {REMOVED}
    if kind in CLOSED_BY:
        field, closed = CLOSED_BY[kind]
        return bool(fields.get(field) == closed)
    return parent is not None and kind in CLOSED_WITH and is_closed(CLOSED_WITH[kind], parent)
