"""Conflicts on this laptop: two values of one field, neither lost."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, exists, func, select

from hjemmebesok.store import outbox, tables
from hjemmebesok.store.codec import from_json
from hjemmebesok.wire.groups import as_one, group_of
from hjemmebesok.wire.merge import REMOVED, Policy, policy
from hjemmebesok.wire.messages import Conflict

_ROW = tables.conflict.c
_UNDOABLE = (Policy.KEEP_BOTH, Policy.NEEDS_YOU, Policy.LINES, Policy.ELEMENTS)

# Of a record that has been taken away nobody need choose anything; put back, it has both its values again.
_IS_GONE = exists().where(tables.record.c.id == _ROW.record, tables.record.c.removed.is_(True))
_IS_OPEN = _ROW.open.is_(True) & (~_IS_GONE | (func.json_extract(_ROW.body, "$.field") == REMOVED))


def open_conflicts(connection: Connection, record_id: str | None = None) -> list[Conflict]:
    """The conflicts nobody has settled, oldest first; of one record, or of all."""
    rows = select(_ROW.body).where(_IS_OPEN).order_by(_ROW.id)
    if record_id is not None:
        rows = rows.where(_ROW.record == record_id)
    return [msgspec.json.decode(body, type=Conflict) for body in connection.execute(rows).scalars()]


def settled_conflicts(connection: Connection, most: int) -> list[tuple[Conflict, Any]]:
    """Those that were settled last, newest first, each with the value its field has now, so that a choice can be
    undone. What a rule settles at once, such as the strictest protection, is not among them."""
    rows = select(_ROW.body).where(_ROW.open.is_(False)).order_by(func.json_extract(_ROW.body, "$.seq").desc())
    found: list[tuple[Conflict, Any]] = []
    for body in connection.execute(rows).scalars():
        conflict = msgspec.json.decode(body, type=Conflict)
        fields = _fields(connection, conflict)
        if fields is not None and policy(conflict.kind, conflict.field) in _UNDOABLE:
            found.append((conflict, as_one(group_of(conflict.kind, conflict.field), fields)))
        if len(found) == most:
            break
    return found


def written_since(connection: Connection, conflicts: Sequence[Conflict]) -> dict[str, Any]:
    """By the id of a conflict, the value that was written here since it came, and that the server has not answered."""
    unsent = outbox.unsent_fields(connection, [conflict.record for conflict in conflicts])
    found: dict[str, Any] = {}
    for conflict in conflicts:
        group = group_of(conflict.kind, conflict.field)
        fields = _fields(connection, conflict)
        if fields is not None and not unsent.get(conflict.record, {}).keys().isdisjoint(group):
            found[conflict.id] = as_one(group, fields)
    return found


def _fields(connection: Connection, conflict: Conflict) -> dict[str, Any] | None:
    record = select(tables.record.c.fields).where(tables.record.c.id == conflict.record)
    fields = connection.execute(record).scalar()
    return None if fields is None else from_json(fields)


def count_open(connection: Connection) -> int:
    """How many conflicts are open."""
    return connection.execute(select(func.count()).select_from(tables.conflict).where(_IS_OPEN)).scalar_one()
