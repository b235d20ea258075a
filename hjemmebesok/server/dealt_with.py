"""What was set aside and somebody is done with: it waits no more, but its photo may still be on its way.

So the line stays as long as a laptop keeps what it has sent, and then goes, with the files that nothing else names.
What was written stays in the journal.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, delete, select, update

from hjemmebesok.server import files, journal, naming
from hjemmebesok.server.access import LATELY
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.files import File
from hjemmebesok.server.tables import change, payload, quarantine
from hjemmebesok.wire.files import file_of
from hjemmebesok.wire.messages import Change


def note(connection: Connection, place: str, numbers: Collection[int], now: datetime) -> None:
    """Somebody is done with these; what others were done with long ago is forgotten on the way."""
    journal.lock(connection, place)  # before the lines and the cases, as a push and an erasure do
    waiting = (quarantine.c.municipality_id == place, quarantine.c.done_at.is_(None))
    connection.execute(update(quarantine).where(*waiting, quarantine.c.seq.in_(numbers)).values(done_at=stamp(now)))
    _forget(connection, place, _done_before(connection, place, now - LATELY))


def _done_before(connection: Connection, place: str, when: datetime) -> list[Row[Any]]:
    line = and_(change.c.municipality_id == place, change.c.seq == quarantine.c.seq)
    body = and_(payload.c.municipality_id == place, payload.c.seq == quarantine.c.seq)
    wanted = select(quarantine.c.seq, change.c.case_id, payload.c.body).join_from(quarantine, change, line)
    old = (quarantine.c.municipality_id == place, quarantine.c.done_at < stamp(when))
    return list(connection.execute(wanted.outerjoin(payload, body).where(*old)))


def _forget(connection: Connection, place: str, old: Sequence[Row[Any]]) -> None:
    these = quarantine.c.seq.in_([row.seq for row in old])
    connection.execute(delete(quarantine).where(quarantine.c.municipality_id == place, these))
    for wanted in sorted({File(place, row.case_id, sha256) for row in old if (sha256 := _named_in(row))}):
        files.lock(connection, place, wanted.case)
        if not naming.is_named(connection, *wanted) and not naming.is_set_aside(connection, *wanted):
            files.forget(connection, wanted)


def _named_in(row: Row[Any]) -> str:
    if row.body is None:  # of an erased case
        return ""
    one = msgspec.msgpack.decode(row.body, type=Change)
    return file_of(one.kind, one.set)
