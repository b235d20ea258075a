"""Which files a case's records name, and who named them."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, select

from hjemmebesok.server.tables import change, payload, quarantine, record
from hjemmebesok.wire.files import NAMED_IN, file_of
from hjemmebesok.wire.messages import Change, RecordState

_read = msgspec.msgpack.Decoder(RecordState).decode
_read_change = msgspec.msgpack.Decoder(Change).decode


def named(connection: Connection, place: str, case: str) -> set[str]:
    """The SHA-256 of every file that a record of the case names."""
    return {sha256 for sha256, _ in _naming(connection, place, case)}


def is_named(connection: Connection, place: str, case: str, sha256: str) -> bool:
    """Whether a record of the case names the file."""
    return sha256 in named(connection, place, case)


def is_named_by(connection: Connection, place: str, case: str, sha256: str, user: str) -> bool:
    """Whether this user named the file: in a record of the case, or in a change to it that was set aside."""
    naming = [one for found, one in _naming(connection, place, case) if found == sha256]
    writers = {one.versions[NAMED_IN[one.kind]] for one in naming}
    hers = (change.c.municipality_id == place, change.c.id.in_(writers), change.c.author_id == user)
    if writers and connection.execute(select(change.c.seq).where(*hers)).first():
        return True
    return is_set_aside(connection, place, case, sha256, quarantine.c.author_id == user)


def is_set_aside(connection: Connection, place: str, case: str, sha256: str, *of: ColumnElement[bool]) -> bool:
    """Whether a change to the case names the file that was set aside, and not forgotten since."""
    return any(file_of(one.kind, one.set) == sha256 for one in _set_aside(connection, place, case, *of))


def _naming(connection: Connection, place: str, case: str) -> Iterable[tuple[str, RecordState]]:
    these = (record.c.municipality_id == place, record.c.case_id == case, record.c.kind.in_(NAMED_IN))
    states = map(_read, connection.execute(select(record.c.body).where(*these)).scalars())
    return ((sha256, state) for state in states if (sha256 := file_of(state.kind, state.fields)))


def _set_aside(connection: Connection, place: str, case: str, *of: ColumnElement[bool]) -> Iterable[Change]:
    line = and_(change.c.municipality_id == place, change.c.seq == quarantine.c.seq, change.c.case_id == case)
    body = and_(payload.c.municipality_id == place, payload.c.seq == quarantine.c.seq)
    wanted = select(payload.c.body).join_from(quarantine, change, line).join(payload, body)
    these = wanted.where(quarantine.c.municipality_id == place, *of)
    return map(_read_change, connection.execute(these).scalars())
