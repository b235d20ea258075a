"""The unit of work: one action, one transaction. Data and outgoing change are written together or not at all."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import uuid_utils.compat as uuid
from sqlalchemy import Connection, update

from hjemmebesok.domain.record import Record
from hjemmebesok.store import outbox, statements, tables, weighed
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.codec import from_json, to_fields, to_json
from hjemmebesok.store.conflicts import close, decided_by
from hjemmebesok.store.kinds import KINDS
from hjemmebesok.store.permission import refuse_reader
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.seen import NOTHING, Seen
from hjemmebesok.wire.groups import apart, groups_of
from hjemmebesok.wire.merge import REMOVED
from hjemmebesok.wire.messages import Conflict

Written = tuple[str, str, str, dict[str, Any], dict[str, str]]  # kind, id, case, fields, versions

_STORED = "SELECT fields, versions FROM record WHERE id = ?"
_WRITE = """
    INSERT INTO record (id, kind, case_id, day, parent, fields, versions, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, case_id = excluded.case_id, day = excluded.day,
        parent = excluded.parent, fields = excluded.fields, versions = excluded.versions, removed = excluded.removed
"""
_NOTE_SEARCH = "INSERT OR IGNORE INTO search_dirty VALUES (?)"
_SEARCHED = frozenset(kind for kind, known in KINDS.items() if known.searched)
_WEIGHED = frozenset(kind for kind, known in KINDS.items() if known.weighed)


def new_id() -> str:
    """A fresh id; ids made later sort later."""
    return str(uuid.uuid7())


def derived_id(*parts: str) -> str:
    """The id of what follows from other records; made twice, it is the same thing."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(parts)))


class Work(Reading):
    """Reads and writes of one action by one author at one time. What would change something raises Refused for who may
    only read; what is there already, she may save again."""

    def __init__(self, connection: Connection, author: str, at: datetime) -> None:
        super().__init__(connection)
        self._author, self._at = author, at.isoformat(timespec="milliseconds")
        self._kinds: set[str] = set()
        self._cases: set[str] = set()

    @property
    def changes(self) -> Changes:
        """What has been changed so far."""
        return Changes(frozenset(self._kinds), frozenset(self._cases))

    def made(self, record_id: str) -> Changes:
        """What has been changed, and the id of what the action was asked to make."""
        return Changes(frozenset(self._kinds), frozenset(self._cases), record_id)

    def put(self, record: Record, seen: Record | Seen | None = None) -> None:
        """Save the record; only the fields that differ become a change. Nothing different, nothing written.

        `seen` is the record as it was when its author began, or what stood in the fields that she wrote in, where
        another's changes may have come since: what only the other changed stays, and what both changed has two values.
        """
        if isinstance(seen, Record):
            before: Seen | None = Seen.all_of(to_fields(seen))
        else:
            before = self._with_own(record.id, seen)
        self._set(record.kind, record.id, record.case, to_fields(record), before)

    def remove(self, record: Record) -> None:
        """Mark the record as removed; it can be restored, and an edit made elsewhere meanwhile brings it back: so the
        change tells everything its author had seen."""
        fields, versions = stored(self.connection, record.id)
        if not fields or fields.get(REMOVED):
            return
        gone = {REMOVED: True}
        edit = outbox.Edit(record.id, record.kind, record.case, gone, versions, self._author, self._at)
        change = self._change(edit)
        self._write(record.kind, record.id, record.case, fields | gone, versions | {REMOVED: change})

    def set_field(self, record: Record, field: str, value: Any, seen: Seen | None = None) -> None:
        """Set one field to a plain value, for fields that this version has no type for or that are answers. `seen` is
        what stood there when its author began, as above."""
        self._set(record.kind, record.id, record.case, {field: value}, self._with_own(record.id, seen))

    def set_fields(self, kind: type[Record], record_id: str, case: str, fields: dict[str, Any]) -> None:
        """Set some fields of a record to plain values, and leave its other fields alone."""
        self._set(kind.kind, record_id, case, fields)

    def settle(self, conflict: Conflict, value: Any, beside: Iterable[Conflict] = ()) -> None:
        """Decide a field that has two values; it is a change even where the value shown already is the chosen one. The
        conflicts `beside` it, of the same field, are decided with it."""
        fields, versions = stored(self.connection, conflict.record)
        chosen = apart(conflict.kind, conflict.field, value)
        base = {name: versions[name] for name in chosen if name in versions}
        edit = outbox.Edit(conflict.record, conflict.kind, conflict.case, chosen, base, self._author, self._at)
        settles = [each.id for each in (conflict, *beside)]
        change = self._change(edit, settles=settles)
        by_this = versions | dict.fromkeys(chosen, change)
        self._write(conflict.kind, conflict.record, conflict.case, fields | chosen, by_this)

    def _set(self, kind: str, record_id: str, case: str, wanted: dict[str, Any], before: Seen | None = None) -> None:
        fields, versions = stored(self.connection, record_id)
        before = before or NOTHING
        seen = {name: value for name, value in fields.items() if name not in before.names} | dict(before.values)
        if fields.get(REMOVED):
            wanted = {REMOVED: False} | wanted  # an edit brings a removed record back
        known = seen.keys() | before.names  # what she saw standing empty is as if it were none
        fresh = {name: value for name, value in wanted.items() if name not in known or seen.get(name) != value}
        if not fresh:
            return
        with_these = {name for group in groups_of(kind, fresh) for name in group}
        own = {name: value for name, value in seen.items() if name in with_these or name not in versions}
        fresh = own | fresh
        there = {name: change for name, change in versions.items() if fields.get(name) == seen.get(name)}
        base = {name: change for name, change in {**before.versions, **there}.items() if name in fresh}
        edit = outbox.Edit(record_id, kind, case, fresh, base, self._author, self._at)
        change = self._change(edit, joins=True, settles=decided_by(self.connection, edit, seen))
        self._write(kind, record_id, case, fields | fresh, versions | dict.fromkeys(fresh, change))

    def _change(self, edit: outbox.Edit, *, joins: bool = False, settles: Sequence[str] = ()) -> str:
        """The one door to the queue: the id of the change that the edit goes up in, one that waits already where it
        `joins`. The conflicts it `settles` need nobody any more. Raises Refused for who may only read."""
        refuse_reader(self.connection)
        close(self.connection, settles)
        joined = outbox.join_unsent(self.connection, edit, settles) if joins else ""
        return joined or outbox.enqueue(self.connection, edit, settles)

    def _with_own(self, record_id: str, seen: Seen | None) -> Seen | None:
        """What she has written there herself since, she has seen as well."""
        if seen is None:
            return None
        fields, versions = stored(self.connection, record_id)
        since = {name: versions[name] for name in seen.names if name in versions}
        here = outbox.made_here(self.connection, since.values())
        return seen.later({name for name, change in since.items() if change in here}, fields, versions)

    def _write(self, kind: str, record_id: str, case: str, fields: dict[str, Any], versions: dict[str, str]) -> None:
        write_record(self.connection, kind, record_id, case, fields, versions)
        self._kinds.add(kind)
        self._cases.add(case)


def stored(connection: Connection, record_id: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The fields of a record, and the change that each of them came from; nothing where there is no such record."""
    found = statements.rows(connection, _STORED, (record_id,))
    return (from_json(found[0][0]), from_json(found[0][1])) if found else ({}, {})


def seen_in(connection: Connection, record_id: str) -> Seen:
    """All that stands in a record now, as somebody sees it who begins to write there."""
    return Seen.all_of(*stored(connection, record_id))


def take_back(connection: Connection, record_id: str, change: str) -> None:
    """What this change set keeps its value here, and no longer comes from any change."""
    _, versions = stored(connection, record_id)
    kept = {name: known for name, known in versions.items() if known != change}
    if kept != versions:
        this = update(tables.record).where(tables.record.c.id == record_id)
        connection.execute(this.values(versions=to_json(kept)))


def write_record(
    connection: Connection, kind: str, record_id: str, case: str, fields: dict[str, Any], versions: dict[str, str]
) -> None:
    """Write the row of one record, with its indexed columns, and note what must be worked out anew for its case."""
    write_records(connection, [(kind, record_id, case, fields, versions)])


def write_records(connection: Connection, records: Iterable[Written]) -> None:
    """The same for many records at once."""
    rows = [_row(*record) for record in records]
    if not rows:
        return
    statements.run_each(connection, _WRITE, rows)
    touched = {(row[1], row[2]) for row in rows}
    statements.run_each(connection, _NOTE_SEARCH, [(case,) for kind, case in touched if kind in _SEARCHED])
    for case in {case for kind, case in touched if kind in _WEIGHED}:
        weighed.note(connection, case)


def _row(kind: str, record_id: str, case: str, fields: dict[str, Any], versions: dict[str, str]) -> tuple[Any, ...]:
    known = KINDS.get(kind)
    day, parent = (_text(fields, known.day), _text(fields, known.parent)) if known else (None, None)
    removed = bool(fields.get(REMOVED))
    return record_id, kind, case, day, parent, to_json(fields), to_json(versions), removed


def _text(fields: dict[str, Any], name: str) -> str | None:
    # A newer version may write something else there, which must not keep the record from being stored.
    value = fields.get(name) if name else None
    return value if isinstance(value, str) else None
