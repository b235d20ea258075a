"""Reading records: one at a time, or those of a case, a day or a parent."""

from datetime import date
from typing import Any, TypeVar

from msgspec import ValidationError
from sqlalchemy import Connection, select

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.record import Record
from hjemmebesok.store import statements, tables
from hjemmebesok.store.codec import from_fields, from_json
from hjemmebesok.store.kinds import KINDS

R = TypeVar("R", bound=Record)

_OF_KIND = "SELECT id, case_id, fields FROM record WHERE kind = ? AND NOT removed"


class Reading:
    """A consistent view of the records.

    A record that a newer version wrote in a way this one cannot read is left out of every list, so that the others
    show; `unreadable` notes its id, so that it can be told. Asked for alone it is refused, never taken for absent:
    whoever writes must not write over it.
    """

    def __init__(self, connection: Connection, unreadable: set[str] | None = None) -> None:
        self.connection = connection
        self._unreadable = set() if unreadable is None else unreadable

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with this id. Raises Refused where there is none."""
        found = self.find(kind, record_id)
        if found is None:
            raise Refused(Phrase("Det finnes ikke noe med nummer «{id}» på denne PC-en.", id=record_id))
        return found

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, or None. Raises Refused where this version cannot read it."""
        row = self._rows(kind, "AND id = ?", record_id).fetchone()
        if row is None:
            return None
        found = self._read(kind, row)
        if found is None:
            raise Refused(Phrase("Dette er skrevet med en nyere versjon av programmet, og kan ikke vises her."))
        return found

    def in_case(self, kind: type[R], case: str) -> list[R]:
        """All of this kind in one case, oldest first."""
        return self._records(kind, "AND case_id = ? ORDER BY id", case)

    def of_parent(self, kind: type[R], parent: str) -> list[R]:
        """All of this kind that point to this parent, in the order they came to it: an id that follows from others, so
        that two laptops make the same record, tells nothing of when it was made, but ids of changes do."""
        came = f"json_extract(versions, '$.{KINDS[kind.kind].parent}')"
        return self._records(kind, f"AND parent = ? ORDER BY {came}, id", parent)

    def between(self, kind: type[R], first: date, last: date) -> list[R]:
        """All of this kind on these days, both included, in the order of their day and time."""
        days = first.isoformat(), f"{last.isoformat()}~"
        return self._records(kind, "AND day >= ? AND day < ? ORDER BY day, id", *days)

    def with_value(self, kind: type[R], field: str, value: str) -> list[R]:
        """All of this kind with this text in this field, oldest first."""
        return self._records(kind, f"AND json_extract(fields, '$.{field}') = ? ORDER BY id", value)

    def all(self, kind: type[R]) -> list[R]:
        """Every record of this kind, oldest first."""
        return self._records(kind, "ORDER BY id")

    def unreadable(self) -> list[str]:
        """Ids of the records that were left out of a list since the store was opened, and are still here."""
        row = tables.record.c
        return list(self.connection.execute(select(row.id).where(row.id.in_(self._unreadable))).scalars())

    def _records(self, kind: type[R], which: str, *values: str) -> list[R]:
        read = (self._read(kind, row) for row in self._rows(kind, which, *values))
        return [record for record in read if record is not None]

    def _rows(self, kind: type[R], which: str, *values: str) -> Any:
        """The driver's cursor over the id, the case and the fields of each."""
        return statements.driver(self.connection).execute(f"{_OF_KIND} {which}", (kind.kind, *values))

    def _read(self, kind: type[R], row: tuple[str, str, str]) -> R | None:
        record_id, case, fields = row
        try:
            record = from_fields(kind, record_id, case, from_json(fields))
        except ValidationError:
            self._unreadable.add(record_id)
            return None
        self._unreadable.discard(record_id)
        return record
