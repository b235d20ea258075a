"""The journal: every change that was ever taken or set aside, numbered, and chained by hash to the one before.

It is audit, history and the answer to a change that is sent twice, all in one.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, Row, and_, bindparam, select

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server.among import Among
from hjemmebesok.server.columns import Key, stamp
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import change, municipality, payload, quarantine, user_account
from hjemmebesok.wire.messages import Change, Outcome, Result, Value

# What the chain covers, in this order for ever: a column that is added later is not covered by it.
COVERED = (
    "municipality_id",
    "seq",
    "id",
    "device_id",
    "author_id",
    "case_id",
    "record_id",
    "device_seq",
    "written_at",
    "received_at",
    "outcome",
    "reason",
    "digest",
)

_sorted = msgspec.msgpack.Encoder(order="sorted").encode

# Made once: to build a statement takes longer than to run it.
_PLACE: BindParameter[str] = bindparam("place", type_=Key)
# For no other push; who is only to be of the municipality, as a sign-in is, need not wait for one.
_HEAD = select(municipality.c.head_seq, municipality.c.head_hash).where(municipality.c.id == _PLACE)
_HEAD = _HEAD.with_for_update(key_share=True)
_THESE = (change.c.municipality_id == _PLACE, Among(change.c.id))
_AUTHOR = and_(user_account.c.municipality_id == _PLACE, user_account.c.id == change.c.author_id)
_TEXT = and_(payload.c.municipality_id == _PLACE, payload.c.seq == change.c.seq)
_ANSWERS = (
    select(change.c.id, change.c.author_id, change.c.outcome, change.c.reason, change.c.seq, payload.c.body)
    .outerjoin(payload, _TEXT)
    .where(*_THESE)
)
_WRITERS = (
    select(change.c.id, change.c.record_id, change.c.seq, change.c.written_at, user_account.c.name, payload.c.body)
    .join(user_account, _AUTHOR)
    .outerjoin(payload, _TEXT)
    .where(*_THESE)
)


@dataclass(frozen=True, slots=True)
class Head:
    """How far the journal of a municipality has come, and the hash it ends with."""

    seq: int
    chain: bytes


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One answered change, as it goes into the journal."""

    change: Change
    body: bytes
    written_at: str
    result: Result


class Answered(msgspec.Struct, frozen=True, gc=False):
    """A change that has been answered: whose it was, and what it set; None where that was erased, or never kept."""

    author: str
    result: Result
    values: Mapping[str, Any] | None

    def is_that_of(self, user: str, sent: Change) -> bool:
        """Whether what this user has sent is that change, and not another one under its id."""
        return self.author == user and (self.values is None or alike(self.values, sent.set))


class Written(msgspec.Struct, frozen=True, gc=False):
    """Who set which values, and when."""

    change: str
    record: str
    seq: int
    author: str
    at: str
    values: Mapping[str, Any]
    base: Mapping[str, str]

    def value(self, field: str) -> Value:
        """One of them, as a conflict shows it."""
        return Value(self.change, self.values.get(field), self.author, self.at)

    def joined(self, field: str, value: Any, theirs: "Written") -> "Written":
        """The same with one more value, made of this author's and theirs."""
        authors = self.author if theirs.author in self.author.split(", ") else f"{theirs.author}, {self.author}"
        values, base = {**self.values, field: value}, {**self.base, field: theirs.change}
        return msgspec.structs.replace(self, values=values, base=base, author=authors)


def alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both set the same."""
    return one is other or _in_order(one) == _in_order(other)


def id_of_another(caller: Caller, sent: Change) -> str:
    """The id for a change that came under that of another: the same however often its author sends it, also from a
    laptop that has been enrolled anew."""
    said = (caller.user, sent.id, sent.kind, sent.record, sent.case, sent.set)
    return hashlib.sha256(_in_order(said)).hexdigest()


def lock(connection: Connection, place: str) -> Head:
    """The head, locked until the transaction ends: commit order is the order of numbers. Raises Refused for a
    municipality that is not there."""
    row = connection.execute(_HEAD, {"place": place}).one_or_none()
    if row is None:
        raise Refused(Phrase("Kommunen «{id}» finnes ikke.", id=place))
    return Head(row.head_seq, row.head_hash)


def answers(connection: Connection, place: str, ids: Collection[str]) -> dict[str, Answered]:
    """What was answered before, by change id."""
    return {row.id: _answered(row) for row in connection.execute(_ANSWERS, {"place": place, "asked": ids})}


def history(connection: Connection, place: str, ids: Collection[str]) -> dict[str, Written]:
    """Who wrote these changes. A payload that was erased has no values."""
    found = connection.execute(_WRITERS, {"place": place, "asked": ids})
    return {row.id: _written(row) for row in found}


def append(caller: Caller, head: Head, entries: Sequence[Entry], now: datetime, together: Together) -> None:
    """The entries are to be written after the head, and it moves."""
    lines, chain, received = [], head.chain, stamp(now)
    for entry in entries:
        line = _line(caller, entry, received)
        chain = line["chain"] = link(chain, line)
        lines.append(line)
    place = caller.municipality
    together.insert(change, lines)
    kept = [entry for entry in entries if entry.result.reason != "erased"]
    together.insert(payload, [_key(place, entry) | {"body": entry.body} for entry in kept])
    refused = [entry for entry in entries if entry.result.outcome == "refused"]
    together.insert(quarantine, [_key(place, one) | _why(caller, one) for one in refused])
    together.update(municipality, {"id": place, "head_seq": lines[-1]["seq"], "head_hash": chain})


def link(before: bytes, line: Mapping[str, Any]) -> bytes:
    """The hash that chains a line of the journal to the one before it."""
    covered = [line[name] for name in COVERED]
    return hashlib.sha256(before + msgspec.msgpack.encode(covered)).digest()


def _in_order(said: Any) -> bytes:
    try:
        return _sorted(said)
    except TypeError:  # what is malformed may have names that are no text, and those have no order
        return msgspec.msgpack.encode(said)


def _key(place: str, entry: Entry) -> dict[str, Any]:
    return {"municipality_id": place, "seq": entry.result.seq}


def _why(caller: Caller, entry: Entry) -> dict[str, Any]:
    return {"author_id": caller.user, "reason": entry.result.reason, "done_at": None}


def _line(caller: Caller, entry: Entry, received: str) -> dict[str, Any]:
    # What is malformed is kept as payload only: its names may be such as no column can hold. What was written to an
    # erased case may be malformed too, and only the case is known to be named well.
    named = entry.result.reason not in ("malformed", "too_large")
    return {
        "municipality_id": caller.municipality,
        "seq": entry.result.seq,
        "id": entry.change.id,
        "device_id": caller.device,
        "author_id": caller.user,
        "case_id": entry.change.case if named else "",
        "record_id": entry.change.record if named and entry.result.reason != "erased" else "",
        "device_seq": entry.change.device_seq,
        "written_at": entry.written_at,
        "received_at": received,
        "outcome": entry.result.outcome,
        "reason": entry.result.reason,
        "digest": hashlib.sha256(entry.body).digest(),
    }


def _answered(row: Row[str, str, Outcome, str, int, bytes | None]) -> Answered:
    said = msgspec.msgpack.decode(row.body, type=Change) if row.body else None
    return Answered(row.author_id, Result(row.id, row.outcome, row.reason, row.seq), said.set if said else None)


def _written(row: Row[str, str, int, str, str, bytes | None]) -> Written:
    said = msgspec.msgpack.decode(row.body, type=Change) if row.body else None
    values, base = (said.set, said.base) if said else ({}, {})
    return Written(row.id, row.record_id, row.seq, row.name, row.written_at, values, base)
