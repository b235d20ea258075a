"""The messages. MessagePack on the wire, compressed with zstd; every field is plain data.

A *change* says what one author set on one record, and for each field the id of the change whose value they saw
(`base`). The server compares bases, never clocks. Later versions add fields with defaults, and never take one away.

What comes by the thousand is left out of Python's search for cycles (`gc=False`): plain data has none.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

PROTOCOL = 1
MEDIA_TYPE = "application/vnd.hjemmebesok+msgpack+zstd"
PROBLEM_TYPE = "application/problem+json"
CHANGES_A_REQUEST = 1_000
RECORDS_A_RESPONSE = 2_500

Id = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z_-]{1,64}\Z")]  # a UUID, as a rule

Outcome = Literal["clean", "merged", "concurrent", "refused"]
# clean: it stands · merged: the same value was there already · concurrent: another value was there, both are kept ·
# refused: set aside with its reason, the others go on. A change that is sent again gets the answer it got first.

REASONS = {
    "no_access": "the case is not, or no longer, this user's",
    "read_only": "this user may read and not write",
    "not_your_role": "what is the whole municipality's, this user may read and not write",
    "not_author": "written by somebody else than the user this laptop belongs to",
    "erased": "the case was erased by law; nothing of the change is kept",
    "closed": "the record is closed: a correction is a new record",
    "elsewhere": "the record belongs to another case or is of another kind",
    "too_large": "the change is larger than allowed",
    "malformed": "a name, a time or a value is not what it should be",
    "id_taken": "another change has this id: somebody else's, or one of this user's that said something else",
}


class Change(Struct, frozen=True, omit_defaults=True, gc=False):
    """One author's edit of one record."""

    id: Id  # UUID 7
    record: str
    kind: str
    case: str
    set: dict[str, Any]  # None takes a value back
    base: dict[str, str]  # field -> id of the change whose value was seen; absent where there was none
    device_seq: Annotated[int, Meta(ge=1, le=2**53)]  # 1, 2, 3 … on this device, without gaps
    author: str  # user id
    at: str  # ISO 8601 with offset; shown, never trusted
    settles: list[str] = field(default_factory=list)  # ids of the conflicts the author has looked at and decided


class RecordState(Struct, frozen=True, gc=False):
    """A record as the server has it: state, not history."""

    id: str
    kind: str
    case: str
    seq: int
    fields: dict[str, Any]
    versions: dict[str, str]  # field -> id of the change that set it


class Value(Struct, frozen=True, gc=False):
    """One of two values of a field, with who wrote it and when."""

    change: str
    value: Any
    author: str  # name, as shown
    at: str


class Conflict(Struct, frozen=True, gc=False):
    """Two values written to one field by authors who had not seen each other's. `shown` is the field's value now."""

    id: str
    record: str
    kind: str
    case: str
    field: str
    seq: int
    shown: Value
    other: Value
    state: Literal["open", "settled"] = "open"


class Held(Struct, frozen=True, gc=False):
    """How far the laptop has come in a case."""

    case: str
    seq: int


class Case(Struct, frozen=True, omit_defaults=True, gc=False):
    """A case this user may hold, how far the server has come in it, and what it holds (see digest.py)."""

    case: str
    head: int
    digest: bytes = b""  # where the server does not tell, nothing is compared


class Result(Struct, frozen=True, omit_defaults=True, gc=False):
    """What became of one pushed change."""

    change: str
    outcome: Outcome
    reason: str = ""  # one of REASONS, or a later one, where refused
    seq: int = 0  # its number in the municipality's log


class SyncRequest(Struct, frozen=True):
    """One step of a round: what the laptop holds, and its next unsent changes in order."""

    protocol: int
    app_version: str
    now: str  # the laptop's clock, ISO 8601 with offset
    held: list[Held]
    changes: list[Change]


class SyncResponse(Struct, frozen=True):
    """The answer. The manifest is authoritative: a case that is not in it leaves the laptop.

    `records` and `conflicts` replace what the laptop has of the same id; once they are stored, it holds `held`.
    """

    now: str  # the server's clock
    manifest: list[Case]
    results: list[Result]
    records: list[RecordState]
    conflicts: list[Conflict]
    held: list[Held]
    more: bool
    publishes: bool = False  # whether this user may write what is the whole municipality's
    epoch: str = ""  # another once the server has been restored from a backup: it may have forgotten what it answered
    writes: bool = True  # whether this user may write at all; where the server does not tell, she may try


class EnrolRequest(Struct, frozen=True):
    """A new laptop shows its one-time code."""

    code: str
    device_name: str


class EnrolResponse(Struct, frozen=True):
    """Who the laptop belongs to, and the token it shows from now on."""

    token: str
    device: str
    user: str
    user_name: str
    municipality: str
    municipality_name: str


class Problem(Struct, frozen=True):
    """Why a request was refused, in one English sentence for the log; `code` is what the screen translates."""

    code: str
    detail: str
    expected: int = 0  # the device_seq the server waits for, where code is "gap"; where "protocol", the one it speaks
