"""The unit of work: one action, one transaction. Data and outgoing change are written together or not at all."""

from datetime import datetime
from typing import Any

import uuid_utils.compat as uuid
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.domain.record import Record
from hjemmebesok.store import tables
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.codec import from_json, to_fields, to_json
from hjemmebesok.store.kinds import KINDS
from hjemmebesok.store.reading import Reading

# A change that locks a record must not overtake the edits made before it, so it never joins an earlier one.
_NEVER_JOINED = "status"


def new_id() -> str:
    """A fresh id; ids made later sort later."""
    return str(uuid.uuid7())


class Work(Reading):
    """Reads and writes of one action by one author at one time."""

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

    def put(self, record: Record) -> None:
        """Save the record; only the fields that differ become a change. Nothing different, nothing written."""
        self._set(record.kind, record.id, record.case, to_fields(record))

    def remove(self, record: Record) -> None:
        """Mark the record as removed; it can be restored, and an edit made elsewhere meanwhile brings it back."""
        self._set(record.kind, record.id, record.case, {"removed": True})

    def set_field(self, record: Record, field: str, value: Any) -> None:
        """Set one field to a plain value, for fields that this version has no type for or that are answers."""
        self._set(record.kind, record.id, record.case, {field: value})

    def _set(self, kind: str, record_id: str, case: str, wanted: dict[str, Any]) -> None:
        row = tables.record.c
        found = self.connection.execute(select(row.fields, row.versions).where(row.id == record_id)).first()
        fields: dict[str, Any] = from_json(found.fields) if found else {}
        versions: dict[str, str] = from_json(found.versions) if found else {}
        if fields.get("removed"):
            wanted = {"removed": False} | wanted  # an edit brings a removed record back
        fresh = {name: value for name, value in wanted.items() if name not in fields or fields[name] != value}
        if not fresh:
            return
        change = self._record_change(kind, record_id, case, fresh, versions)
        fields |= fresh
        versions |= dict.fromkeys(fresh, change)
        write_record(self.connection, kind, record_id, case, fields, versions)
        self._kinds.add(kind)
        self._cases.add(case)

    def _record_change(
        self, kind: str, record_id: str, case: str, fresh: dict[str, Any], versions: dict[str, str]
    ) -> str:
        base = {name: versions[name] for name in fresh if name in versions}
        joined = self._join(record_id, fresh, base)
        if joined:
            return joined
        change = new_id()
        self.connection.execute(
            insert(tables.outbox).values(
                id=change, record=record_id, kind=kind, case_id=case, fields=to_json(fresh), base=to_json(base),
                author=self._author, at=self._at, state="queued",
            )
        )  # fmt: skip
        return change

    def _join(self, record_id: str, fresh: dict[str, Any], base: dict[str, str]) -> str:
        """Add the fields to the record's unsent change, if it has one, keeping the first base of each field."""
        row = tables.outbox.c
        mine = (row.record == record_id, row.state == "queued", row.author == self._author)
        unsent = self.connection.execute(
            select(row.device_seq, row.id, row.fields, row.base).where(*mine).order_by(row.device_seq.desc())
        ).first()
        if unsent is None or _NEVER_JOINED in fresh or _NEVER_JOINED in from_json(unsent.fields):
            return ""
        first_base = {name: version for name, version in base.items() if version != unsent.id}
        joined = {
            "fields": to_json(from_json(unsent.fields) | fresh),
            "base": to_json(first_base | from_json(unsent.base)),
        }
        self.connection.execute(
            update(tables.outbox).where(row.device_seq == unsent.device_seq).values(**joined, at=self._at)
        )
        return str(unsent.id)


def write_record(
    connection: Connection, kind: str, record_id: str, case: str, fields: dict[str, Any], versions: dict[str, str]
) -> None:
    """Write the row of one record, with its indexed columns, and note that its case must be searched anew."""
    known = KINDS.get(kind)
    values = {
        "id": record_id,
        "kind": kind,
        "case_id": case,
        "day": fields.get(known.day) if known and known.day else None,
        "parent": fields.get(known.parent) if known and known.parent else None,
        "fields": to_json(fields),
        "versions": to_json(versions),
        "removed": bool(fields.get("removed")),
    }
    statement = upsert(tables.record).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
    if known and known.searched:
        connection.execute(upsert(tables.search_dirty).values(case_id=case).on_conflict_do_nothing())
