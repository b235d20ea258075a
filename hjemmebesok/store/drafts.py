"""What is being typed right now: written at every keystroke, so that a crash loses at most the one under way."""

from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import statements, tables
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.store.seen import Seen


def keep_draft(
    connection: Connection, record_id: str, field: str, value: Any, at: str, seen: Seen | None = None
) -> None:
    """Keep what now stands in a field of the form; the value may be half-typed text. What was `seen` there counts at
    the first keystroke, and is kept until the draft is dropped."""
    values = {"record": record_id, "field": field, "value": to_json(value), "at": at}
    statement = upsert(tables.draft).values(values | {"seen": to_json(seen) if seen else None})
    connection.execute(statement.on_conflict_do_update(index_elements=["record", "field"], set_=values))


def seen_before(connection: Connection, record_id: str, field: str) -> Seen | None:
    """What stood in the field before what is typed there; None where nothing is, or where that was not kept."""
    kept = statements.value(connection, "SELECT seen FROM draft WHERE record = ? AND field = ?", (record_id, field))
    return msgspec.json.decode(kept, type=Seen) if kept else None


def drafts_of(connection: Connection, record_id: str) -> dict[str, Any]:
    """The unsaved values of one record, by field."""
    rows = connection.execute(
        select(tables.draft.c.field, tables.draft.c.value).where(tables.draft.c.record == record_id)
    )
    return {field: from_json(value) for field, value in rows}


def with_draft(connection: Connection, field: str) -> list[str]:
    """Ids of the records in which something is being typed in this field."""
    return statements.column(connection, "SELECT record FROM draft WHERE field = ?", (field,))


def cases_with_draft(connection: Connection) -> set[str]:
    """The cases in which something has been typed that is not saved."""
    typed_in = "SELECT DISTINCT case_id FROM record WHERE id IN (SELECT record FROM draft) AND NOT removed"
    return set(statements.column(connection, typed_in))


def being_typed_in(connection: Connection, case: str) -> list[str]:
    """Ids of the records of this case in which something has been typed that is not saved."""
    typed_in = (
        "SELECT id FROM record WHERE case_id = ? AND id IN (SELECT record FROM draft) AND NOT removed ORDER BY id"
    )
    return statements.column(connection, typed_in, (case,))


def drop_drafts(connection: Connection, record_id: str, field: str | None = None) -> None:
    """Forget what was being typed in one field, or in all of a record's fields."""
    drafts = delete(tables.draft).where(tables.draft.c.record == record_id)
    connection.execute(drafts if field is None else drafts.where(tables.draft.c.field == field))
