"""The changes made here and what has become of them, in the order they were made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import uuid_utils.compat as uuid
from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, update

from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.wire.merge import REMOVED
from hjemmebesok.wire.messages import Change

_ROW = tables.outbox.c
UNSENT = ("queued", "sent", "again")  # again: it was accepted once, and the server has lost it
REFUSED = ("needs_you", "laid_aside")


# A change that locks or removes a record must not overtake the edits made before it, so it never joins an earlier one.
_NEVER_JOINED = ("status", REMOVED)

# Made once: to build a statement takes longer than to run it.
_ALL = select(tables.outbox).order_by(_ROW.device_seq)
_OLDEST_UNSENT = _ALL.where(_ROW.state.in_(UNSENT)).limit(bindparam("most"))
_OLDEST = _ALL.where(_ROW.state.in_(bindparam("states", expanding=True))).limit(bindparam("most"))
_NEWEST = _OLDEST.order_by(None).order_by(_ROW.device_seq.desc())
_UNSENT_CASES = select(_ROW.case_id).where(_ROW.state.in_(UNSENT)).distinct()
_COUNT_UNSENT = select(func.count()).where(_ROW.state.in_(UNSENT))
_UNSENT_AMONG = (
    "SELECT record, id, fields FROM outbox WHERE state IN ('queued', 'sent', 'again')"
    " AND record IN (SELECT value FROM json_each(?)) ORDER BY device_seq"
)
_WITHHELD_CASES = select(_ROW.case_id).where(_ROW.state.in_(REFUSED), _ROW.reason.in_(("no_access", "erased")))
_ACCEPTED_CASES = select(_ROW.case_id).where(_ROW.state == "accepted").distinct()
_UNFINISHED = select(_ROW.record).where(_ROW.state.in_(REFUSED), _ROW.reason.in_(("too_large", "malformed")))
_REFUSED_RECORDS = select(_ROW.record).where(_ROW.state.in_(REFUSED))


@dataclass(frozen=True, slots=True)
class Edit:
    """What one action sets on one record, and the change each field's seen value came from."""

    record: str
    kind: str
    case: str
    set: dict[str, Any]
    base: dict[str, str]
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A change the server would not take, with its reason; nothing of it is lost."""

    change: Change
    reason: str


def enqueue(connection: Connection, edit: Edit, settles: Sequence[str] = ()) -> str:
    """Put the edit last in the queue as a change of its own; its id."""
    change = str(uuid.uuid7())
    values = {
        "id": change, "record": edit.record, "kind": edit.kind, "case_id": edit.case, "fields": to_json(edit.set),
        "base": to_json(edit.base), "settles": to_json(settles), "author": edit.author, "at": edit.at,
        "state": "queued",
    }  # fmt: skip
    connection.execute(insert(tables.outbox).values(values))
    return change


def join_unsent(connection: Connection, edit: Edit) -> str:
    """Add the edit to its record's unsent change, keeping the first base of each field; "" where there is none."""
    mine = (_ROW.record == edit.record, _ROW.state == "queued", _ROW.author == edit.author)
    unsent = connection.execute(_ALL.where(*mine).order_by(None).order_by(_ROW.device_seq.desc())).first()
    if unsent is None or not {*edit.set, *from_json(unsent.fields)}.isdisjoint(_NEVER_JOINED):
        return ""
    first_base = {name: change for name, change in edit.base.items() if change != unsent.id}
    values = {
        "fields": to_json(from_json(unsent.fields) | edit.set),
        "base": to_json(first_base | from_json(unsent.base)),
        "at": edit.at,
    }
    connection.execute(update(tables.outbox).where(_ROW.device_seq == unsent.device_seq).values(values))
    return str(unsent.id)


def next_unsent(connection: Connection, most: int, largest: int) -> list[Change]:
    """The oldest unsent changes: so many at most, of so many bytes together, but always one where there is one."""
    found: list[Change] = []
    size = 0
    for row in connection.execute(_OLDEST_UNSENT, {"most": most}):
        size += len(row.fields)
        if found and size > largest:
            break
        found.append(_change(row))
    return found


def in_state(connection: Connection, *states: str, limit: int, newest: bool = False) -> list[Change]:
    """So many changes in these states, oldest first unless the newest are wanted."""
    return _changes(connection, _NEWEST if newest else _OLDEST, states=states, most=limit)


def unsent_cases(connection: Connection) -> set[str]:
    """The cases with changes that the server has not answered."""
    return set(connection.execute(_UNSENT_CASES).scalars())


def withheld_cases(connection: Connection) -> set[str]:
    """The cases of changes that the server would not take because the case is not, or no longer, hers."""
    return set(connection.execute(_WITHHELD_CASES).scalars())


def accepted_cases(connection: Connection) -> set[str]:
    """The cases of all changes that the server took and that are still kept here."""
    return set(connection.execute(_ACCEPTED_CASES).scalars())


def count_unsent(connection: Connection) -> int:
    """How many changes have not been accepted by the server yet."""
    return connection.execute(_COUNT_UNSENT).scalar_one()


def set_aside(connection: Connection) -> list[SetAside]:
    """The changes the server would not take."""
    rows = connection.execute(_ALL.where(_ROW.state == "needs_you")).all()
    reasons = {row.id: row.reason for row in rows}
    return [SetAside(change, reasons[change.id]) for change in map(_change, rows)]


def lay_aside(connection: Connection, change_id: str) -> None:
    """Let a change that the server would not take need nobody any more: it is kept, never sent again, and no longer
    among those set aside. Any other change stays as it is."""
    refused = update(tables.outbox).where(_ROW.id == change_id, _ROW.state == "needs_you")
    connection.execute(refused.values(state="laid_aside"))


def unsent_fields(connection: Connection, records: Collection[str]) -> dict[str, dict[str, str]]:
    """The fields of these records that hold an unsent value: record -> field -> id of the change."""
    found: dict[str, dict[str, str]] = {}
    for record, change, fields in connection.exec_driver_sql(_UNSENT_AMONG, (to_json(list(records)),)):
        found.setdefault(record, {}).update(dict.fromkeys(from_json(fields), change))
    return found


def unfinished_records(connection: Connection) -> set[str]:
    """The records of which the server would not take something that their author can write anew: until then, what the
    server has of them is not all there is."""
    return set(connection.execute(_UNFINISHED).scalars())


def refused_records(connection: Connection) -> set[str]:
    """The records of which the server would not take something."""
    return set(connection.execute(_REFUSED_RECORDS).scalars())


def sign_unsent(connection: Connection, author: str) -> None:
    """Put the enrolled user's id on changes made before this laptop was enrolled."""
    connection.execute(update(tables.outbox).where(_ROW.state == "queued").values(author=author))


def _changes(connection: Connection, rows: Select[Any], **values: Any) -> list[Change]:
    return [_change(row) for row in connection.execute(rows, values)]


def _change(row: Row[Any]) -> Change:
    return Change(
        id=row.id, record=row.record, kind=row.kind, case=row.case_id, set=from_json(row.fields),
        base=from_json(row.base), settles=from_json(row.settles), device_seq=row.device_seq, author=row.author,
        at=row.at,
    )  # fmt: skip
