"""Reading records: one at a time, or those of a case, a day or a parent."""

from datetime import date
from typing import TypeVar

from msgspec import ValidationError
from sqlalchemy import Connection, Row, Select, select

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.record import Record
from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_fields, from_json

R = TypeVar("R", bound=Record)


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
        row = self.connection.execute(self._of(kind).where(tables.record.c.id == record_id)).first()
        if row is None:
            return None
        found = self._read(kind, row)
        if found is None:
            raise Refused(Phrase("Dette er skrevet med en nyere versjon av programmet, og kan ikke vises her."))
        return found

    def in_case(self, kind: type[R], case: str) -> list[R]:
        """All of this kind in one case, oldest first."""
        return self._records(kind, self._of(kind).where(tables.record.c.case_id == case))

    def of_parent(self, kind: type[R], parent: str) -> list[R]:
        """All of this kind that point to this parent, oldest first."""
        return self._records(kind, self._of(kind).where(tables.record.c.parent == parent))

    def between(self, kind: type[R], first: date, last: date) -> list[R]:
        """All of this kind on these days, both included, in the order of their day and time."""
        day = tables.record.c.day
        rows = self._of(kind).where(day >= first.isoformat(), day < f"{last.isoformat()}~")
        return self._records(kind, rows.order_by(None).order_by(day, tables.record.c.id))

    def all(self, kind: type[R]) -> list[R]:
        """Every record of this kind, oldest first."""
        return self._records(kind, self._of(kind))

    def unreadable(self) -> list[str]:
        """Ids of the records that were left out of a list since the store was opened, and are still here."""
        row = tables.record.c
        return list(self.connection.execute(select(row.id).where(row.id.in_(self._unreadable))).scalars())

    def _of(self, kind: type[R]) -> Select[str, str, str]:
        row = tables.record.c
        wanted = select(row.id, row.case_id, row.fields).where(row.kind == kind.kind, row.removed.is_(False))
        return wanted.order_by(row.id)

    def _records(self, kind: type[R], rows: Select[str, str, str]) -> list[R]:
        read = (self._read(kind, row) for row in self.connection.execute(rows))
        return [record for record in read if record is not None]

    def _read(self, kind: type[R], row: Row[str, str, str]) -> R | None:
        try:
            record = from_fields(kind, row.id, row.case_id, from_json(row.fields))
        except ValidationError:
            self._unreadable.add(row.id)
            return None
        self._unreadable.discard(row.id)
        return record
