"""Which files are to go to the server, and which are to come from it. What no record names any more is deleted.

A case that is not hers any more stays until its files are safe with the server, as it does for its unsent changes.
"""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import files, tables
from hjemmebesok.store.codec import from_json
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.files import NAMED_IN, file_of

_STAYING = "staying_for_files"  # setting: the cases that are hers no more, and stay until their files are sent
_EPOCH = "files_epoch"  # setting: of the server that has what is noted as sent
_FILE, _SENT, _RECORD = tables.file.c, tables.file_sent.c, tables.record.c

# Made once: to build a statement takes longer than to run it.
_NAMING = select(_RECORD.kind, _RECORD.case_id, _RECORD.fields).where(_RECORD.kind.in_(NAMED_IN), ~_RECORD.removed)
_ALL_SENT = select(_SENT.case_id, _SENT.sha256)
_ALL_HERE = select(_FILE.sha256)
_WHOLE = _ALL_HERE.where(_FILE.whole)


class Named(NamedTuple):
    """A file that a record of this case names."""

    case: str
    sha256: str


def named(connection: Connection) -> set[Named]:
    """The files that records here name."""
    found = (Named(each.case_id, file_of(each.kind, from_json(each.fields))) for each in connection.execute(_NAMING))
    return {each for each in found if each.sha256}


def to_send(connection: Connection) -> list[Named]:
    """The files that are here, and that the server is not known to have."""
    whole = _whole(connection)
    return sorted(each for each in named(connection) - _sent(connection) if each.sha256 in whole)


def to_fetch(connection: Connection) -> list[Named]:
    """The files that are not here, or not all of them."""
    whole = _whole(connection)
    return sorted(each for each in named(connection) if each.sha256 not in whole)


def note_sent(connection: Connection, file: Named) -> None:
    """The server has this one."""
    values = {"case_id": file.case, "sha256": file.sha256}
    connection.execute(upsert(tables.file_sent).values(values).on_conflict_do_nothing())


def note_epoch(connection: Connection, epoch: str) -> None:
    """The server is in this epoch. In a new one it was restored from a backup, and is asked again what it has."""
    if read_setting(connection, _EPOCH, "") != epoch:
        connection.execute(delete(tables.file_sent))
        write_setting(connection, _EPOCH, epoch)


def unsent_cases(connection: Connection, but: Collection[Named] = ()) -> set[str]:
    """The cases with files, `but` these, that the server is not known to have."""
    return {each.case for each in to_send(connection) if each not in but}


def stay(connection: Connection, cases: Collection[str]) -> None:
    """These cases, and no others, are hers no more and stay until their files are sent."""
    if staying(connection) != set(cases):
        write_setting(connection, _STAYING, sorted(cases))


def staying(connection: Connection) -> set[str]:
    """The cases that are hers no more, and stay until their files are sent."""
    return set(read_setting(connection, _STAYING, []))


def sweep(connection: Connection) -> bool:
    """Delete the files that no record names any more; True where there were any."""
    wanted = named(connection)
    for case, sha256 in _sent(connection) - wanted:
        connection.execute(delete(tables.file_sent).where(_SENT.case_id == case, _SENT.sha256 == sha256))
    gone = set(connection.execute(_ALL_HERE).scalars()) - {each.sha256 for each in wanted}
    for sha256 in gone:
        files.forget(connection, sha256)
    return bool(gone)


def _sent(connection: Connection) -> set[Named]:
    return {Named(*row) for row in connection.execute(_ALL_SENT).all()}


def _whole(connection: Connection) -> set[str]:
    return set(connection.execute(_WHOLE).scalars())
