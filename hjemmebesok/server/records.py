"""The records a push touches, as they are while it is judged."""

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from hjemmebesok.server import check, files
from hjemmebesok.server.among import Among
from hjemmebesok.server.digests import Digests
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import record
from hjemmebesok.wire.merge import closed_with
from hjemmebesok.wire.messages import RecordState

LARGEST_RECORD = 4 * 1024 * 1024  # bytes; a page must hold one

_read = msgspec.msgpack.Decoder(RecordState).decode
_write = msgspec.msgpack.Encoder().encode

_THESE = select(record.c.id, record.c.body).where(record.c.municipality_id == bindparam("place"), Among(record.c.id))


class Records:
    """Records by id, read in as few questions as possible, and written back in one."""

    def __init__(self, connection: Connection, municipality: str, ids: Collection[str]) -> None:
        self._connection = connection
        self._municipality = municipality
        self._known: dict[str, RecordState | None] = {}
        self._before: dict[str, RecordState | None] = {}
        self._changed: dict[str, RecordState] = {}
        self._sizes: dict[str, int] = {}
        self._load(ids)
        found = [one for one in self._known.values() if one]
        self._load({parent for one in found if (parent := closed_with(one.kind, one.fields))})

    def get(self, id_: str) -> RecordState | None:
        """The record with this id; None where there is none, or no id."""
        if id_ not in self._known:
            self._load([id_])
        return self._known.get(id_)

    def has_room(self, id_: str, size: int) -> bool:
        """True where so many bytes may be added to the record."""
        return self._sizes.get(id_, 0) + size <= LARGEST_RECORD

    def put(self, one: RecordState, size: int) -> None:
        """The record as it is from now on, after a change of so many bytes."""
        self._before.setdefault(one.id, self._known.get(one.id))
        self._known[one.id] = self._changed[one.id] = one
        self._sizes[one.id] = self._sizes.get(one.id, 0) + size

    def save(self, digests: Digests, together: Together) -> None:
        """What was put is to be written; it is noted in the digests."""
        changed = []
        for one in self._changed.values():
            digests.turn_record(self._before[one.id], one)
            changed.append(self._row(one))
        together.upsert(record, changed)

    def drop_unnamed(self) -> None:
        """Delete the files that no record names any more, now that all are written."""
        turned = ((self._before[one.id], one) for one in self._changed.values())
        files.drop_unnamed(self._connection, self._municipality, turned)

    def _row(self, one: RecordState) -> dict[str, Any]:
        return {
            "municipality_id": self._municipality,
            "id": one.id,
            "case_id": one.case,
            "kind": one.kind,
            "seq": one.seq,
            "body": _write(one),
        }

    def _load(self, ids: Collection[str]) -> None:
        # What a field names may be any text; PostgreSQL would not take every text as a question.
        missing = [id_ for id_ in ids if id_ not in self._known and check.ID.match(id_)]
        if not missing:
            return
        self._known |= dict.fromkeys(missing)
        for id_, body in self._connection.execute(_THESE, {"place": self._municipality, "asked": missing}).all():
            self._known[id_] = _read(body)
            self._sizes[id_] = len(body)
