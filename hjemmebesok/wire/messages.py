"""The messages. MessagePack on the wire, compressed with zstd; every field is plain data.

A *change* says what one author set on one record, and for each field the id of the change whose value they saw
(`base`). The server compares bases, never clocks.
"""

from typing import Any, Literal

from msgspec import Struct

PROTOCOL = 1
MEDIA_TYPE = "application/vnd.hjemmebesok+msgpack+zstd"
CHANGES_A_REQUEST = 1_000
RECORDS_A_RESPONSE = 2_500

Outcome = Literal["clean", "merged", "concurrent", "repeated", "refused"]
# clean: it stands · merged: the same value was there already · concurrent: another value was there, both are kept ·
# repeated: this change id has been answered before · refused: set aside with its reason, the others go on


class Change(Struct, frozen=True, omit_defaults=True):
    """One author's edit of one record."""

    id: str  # UUID 7
    record: str
    kind: str
    case: str
    set: dict[str, Any]
    base: dict[str, str]  # field -> id of the change whose value was seen; absent where there was none
    device_seq: int  # 1, 2, 3 … on this device, without gaps
    author: str  # user id
    at: str  # UTC, ISO; shown, never trusted


class RecordState(Struct, frozen=True):
    """A record as the server has it: state, not history."""

    id: str
    kind: str
    case: str
    seq: int
    fields: dict[str, Any]
    versions: dict[str, str]  # field -> id of the change that set it


class Value(Struct, frozen=True):
    """One of two values of a field, with who wrote it and when."""

    change: str
    value: Any
    author: str  # name, as shown
    at: str


class Conflict(Struct, frozen=True):
    """Two values written to one field by authors who had not seen each other's."""

    id: str
    record: str
    kind: str
    case: str
    field: str
    seq: int
    shown: Value
    other: Value
    state: Literal["open", "settled"] = "open"


class Held(Struct, frozen=True):
    """How far the laptop has come in a case."""

    case: str
    seq: int


class Case(Struct, frozen=True):
    """A case this user may hold, and how far the server has come in it."""

    case: str
    head: int


class Result(Struct, frozen=True, omit_defaults=True):
    """What became of one pushed change."""

    change: str
    outcome: Outcome
    reason: str = ""


class SyncRequest(Struct, frozen=True):
    """One step of a round: what the laptop holds, and its next unsent changes in order."""

    protocol: int
    app_version: str
    now: str
    held: list[Held]
    changes: list[Change]


class SyncResponse(Struct, frozen=True):
    """The answer. The manifest is authoritative: a case that is not in it leaves the laptop."""

    now: str
    manifest: list[Case]
    results: list[Result]
    records: list[RecordState]
    conflicts: list[Conflict]
    more: bool


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
    expected: int = 0  # the device_seq the server waits for, where code is "gap"
