"""Conflicts on this laptop: two values of one field, neither lost."""

import msgspec
from sqlalchemy import Connection, func, select

from hjemmebesok.store import tables
from hjemmebesok.wire.messages import Conflict

_ROW = tables.conflict.c


def open_conflicts(connection: Connection, record_id: str | None = None) -> list[Conflict]:
    """The conflicts nobody has settled, oldest first; of one record, or of all."""
    rows = select(_ROW.body).where(_ROW.open.is_(True)).order_by(_ROW.id)
    if record_id is not None:
        rows = rows.where(_ROW.record == record_id)
    return [msgspec.json.decode(body, type=Conflict) for body in connection.execute(rows).scalars()]


def count_open(connection: Connection) -> int:
    """How many conflicts are open."""
    return connection.execute(select(func.count()).where(_ROW.open.is_(True))).scalar_one()
