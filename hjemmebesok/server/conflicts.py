"""The conflicts on the records a push touches: values that stay on a field until somebody has chosen."""

from collections.abc import Collection
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, bindparam, select

from hjemmebesok.server.among import Among
from hjemmebesok.server.digests import Digests
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import conflict
from hjemmebesok.wire.messages import Change, Conflict, Value

_read = msgspec.msgpack.Decoder(Conflict).decode
_write = msgspec.msgpack.Encoder().encode

_OPEN = select(conflict.c.body).where(
    conflict.c.municipality_id == bindparam("place"), Among(conflict.c.record_id), conflict.c.state == "open"
)


class Conflicts:
    """Open conflicts by record, read once and written back once."""

    def __init__(self, connection: Connection, municipality: str, records: Collection[str]) -> None:
        self._connection = connection
        self._municipality = municipality
        self._open: dict[str, dict[str, Conflict]] = {}
        self._before: dict[str, Conflict | None] = {}
        self._changed: dict[str, Conflict] = {}
        for body in connection.execute(_OPEN, {"place": municipality, "asked": records}).scalars():
            found = _read(body)
            self._open.setdefault(found.record, {})[found.id] = found

    def beside(self, record: str) -> bool:
        """True where a value is kept beside some field of the record."""
        return bool(self._open.get(record))

    def keep(self, change: Change, field: str, seq: int, shown: Value, other: Value, *, settled: bool) -> None:
        """A value that was not, or is no longer, shown stays on the field."""
        state: Literal["open", "settled"] = "settled" if settled else "open"
        id_ = f"{field}/{other.change}"  # a value is pushed aside once
        self._put(Conflict(id_, change.record, change.kind, change.case, field, seq, shown, other, state))

    def settle(self, change: Change, seq: int) -> None:
        """The author has looked at these conflicts and decided. Those of other records are passed over."""
        mine = self._open.get(change.record)
        for found in [mine[id_] for id_ in change.settles if id_ in mine] if mine else []:
            self._put(msgspec.structs.replace(found, seq=seq, state="settled"))

    def overtake(self, change: Change, field: str, seq: int) -> None:
        """The author wrote on from a value that is kept here, so that one need not be chosen about any more."""
        for found in self._on(change.record, field):
            if found.other.change == change.base.get(field):
                self._put(msgspec.structs.replace(found, seq=seq, state="settled"))

    def show(self, change: Change, field: str, seq: int, shown: Value) -> None:
        """The field shows another value from now on; what is kept beside it stays, and needs nobody's choice any more
        where it says the same."""
        for found in self._on(change.record, field):
            if same(found.other.value, shown.value):
                self._put(msgspec.structs.replace(found, seq=seq, state="settled"))
            else:
                self._put(msgspec.structs.replace(found, seq=seq, shown=shown))

    def stirred(self) -> set[str]:
        """The cases in which a conflict was made, moved or settled."""
        return {found.case for found in self._changed.values()}

    def save(self, digests: Digests, together: Together) -> None:
        """What was changed is to be written; it is noted in the digests."""
        for found in self._changed.values():
            digests.turn_conflict(self._before[found.id], found)
        changed = [
            {
                "municipality_id": self._municipality,
                "id": found.id,
                "case_id": found.case,
                "record_id": found.record,
                "seq": found.seq,
                "state": found.state,
                "body": _write(found),
            }
            for found in self._changed.values()
        ]
        together.upsert(conflict, changed)

    def _on(self, record: str, field: str) -> list[Conflict]:
        on_record = self._open.get(record)
        return [found for found in on_record.values() if found.field == field] if on_record else []

    def _put(self, found: Conflict) -> None:
        on_record = self._open.setdefault(found.record, {})
        self._before.setdefault(found.id, on_record.get(found.id))
        on_record[found.id] = found
        if found.state == "settled":
            del on_record[found.id]
        self._changed[found.id] = found


def same(one: Any, other: Any) -> bool:
    """True for equal values of one type: 1, 1.0 and yes are three different answers."""
    return type(one) is type(other) and bool(one == other)
