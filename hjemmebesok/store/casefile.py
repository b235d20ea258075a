"""Everything the file holds about one case, as plain values: for whoever has a right to see it all."""

from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, select

from hjemmebesok.domain.record import Record
from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_fields, from_json
from hjemmebesok.wire.messages import Conflict

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class PlainRecord:
    """A record with every field it has, also those that only a newer version knows. Removed ones are still held."""

    id: str
    kind: str
    case: str
    fields: dict[str, Any]
    removed: bool

    def typed(self, kind: type[R]) -> R | None:
        """The record as a value; None where it is of another kind, was removed, or is not readable here."""
        if self.kind != kind.kind or self.removed:
            return None
        try:
            return from_fields(kind, self.id, self.case, self.fields)
        except msgspec.ValidationError:
            return None


@dataclass(frozen=True, slots=True)
class PlainChange:
    """A change made on this laptop: when (ISO 8601), by which user, and what each field was set to."""

    record: str
    kind: str
    at: str
    author: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlainDraft:
    """What was being typed in a field and is not saved."""

    record: str
    field: str
    value: Any
    at: str


def records_of(connection: Connection, case: str) -> list[PlainRecord]:
    """Every record of the case, oldest first."""
    row = tables.record.c
    rows = select(row.id, row.kind, row.fields, row.removed).where(row.case_id == case).order_by(row.id)
    return [
        PlainRecord(found.id, found.kind, case, from_json(found.fields), found.removed)
        for found in connection.execute(rows)
    ]


def changes_of(connection: Connection, case: str) -> list[PlainChange]:
    """Every change that was made to the case on this laptop and is still kept, in order."""
    row = tables.outbox.c
    rows = select(row.record, row.kind, row.at, row.author, row.fields).where(row.case_id == case)
    return [
        PlainChange(found.record, found.kind, found.at, found.author, from_json(found.fields))
        for found in connection.execute(rows.order_by(row.device_seq))
    ]


def conflicts_of(connection: Connection, case: str) -> list[Conflict]:
    """Every field of the case that two people wrote, settled or not, with both values."""
    row = tables.conflict.c
    bodies = connection.execute(select(row.body).where(row.case_id == case).order_by(row.id)).scalars()
    return [msgspec.json.decode(body, type=Conflict) for body in bodies]


def drafts_of(connection: Connection, case: str) -> list[PlainDraft]:
    """What is being typed in the records of the case."""
    row, record = tables.draft.c, tables.record.c
    inside = select(record.id).where(record.case_id == case)
    rows = (
        select(row.record, row.field, row.value, row.at).where(row.record.in_(inside)).order_by(row.record, row.field)
    )
    return [
        PlainDraft(found.record, found.field, from_json(found.value), found.at) for found in connection.execute(rows)
    ]
