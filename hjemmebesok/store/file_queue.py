"""Which files are to go to the server, and which are to come from it. What no record names any more is deleted.

A case that is not hers any more stays until its files are safe with the server, as it does for its unsent changes, for
what is typed in it and not saved, and for a change that is too large to send until she has laid that aside.
"""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import files, statements, tables
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.files import NAMED_IN, file_of

_STAYING = "staying_for_files"  # setting: the cases that are hers no more, and stay for what only is here
_SENT = tables.file_sent.c
_NAMED_IN = to_json(list(NAMED_IN))

_NAMING = "SELECT kind, case_id, fields FROM record WHERE kind IN (SELECT value FROM json_each(?)) AND NOT removed"
_EVER_NAMING = (
    "SELECT kind, fields FROM record WHERE kind IN (SELECT value FROM json_each(?))"
    " AND case_id IN (SELECT value FROM json_each(?))"
)
_ALL_SENT = "SELECT case_id, sha256 FROM file_sent"
_ALL_HERE = "SELECT sha256 FROM file"
_WHOLE = f"{_ALL_HERE} WHERE whole"


class Named(NamedTuple):
    """A file that a record of this case names."""

    case: str
    sha256: str


def named(connection: Connection) -> set[Named]:
    """The files that records here name."""
    naming = statements.rows(connection, _NAMING, (_NAMED_IN,))
    found = (Named(case, file_of(kind, from_json(fields))) for kind, case, fields in naming)
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


def ask_again(connection: Connection) -> None:
    """The server is asked anew which files it has: it was restored from a backup."""
    connection.execute(delete(tables.file_sent))


def unsent_cases(connection: Connection, but: Collection[Named] = ()) -> set[str]:
    """The cases with files, `but` these, that the server is not known to have."""
    return {each.case for each in to_send(connection) if each not in but}


def stay(connection: Connection, cases: Collection[str]) -> None:
    """These cases, and no others, are hers no more and stay for what only is here of them."""
    if staying(connection) != set(cases):
        write_setting(connection, _STAYING, sorted(cases))


def staying(connection: Connection) -> set[str]:
    """The cases that are hers no more, and stay for what only is here of them."""
    return set(read_setting(connection, _STAYING, []))


def files_in(connection: Connection, cases: Collection[str]) -> set[str]:
    """The hashes of all that records of these cases name or, where they are removed, named."""
    naming = statements.rows(connection, _EVER_NAMING, (_NAMED_IN, to_json(list(cases))))
    return {file_of(kind, from_json(fields)) for kind, fields in naming}


def sweep(connection: Connection, among: Collection[str] | None = None) -> bool:
    """Delete the files, `among` these or all, that no record names any more; True where there were any."""
    wanted = named(connection)
    for case, sha256 in _sent(connection) - wanted:
        connection.execute(delete(tables.file_sent).where(_SENT.case_id == case, _SENT.sha256 == sha256))
    gone = set(statements.column(connection, _ALL_HERE)) - {each.sha256 for each in wanted}
    gone &= gone if among is None else set(among)
    for sha256 in gone:
        files.forget(connection, sha256)
    return bool(gone)


def _sent(connection: Connection) -> set[Named]:
    return {Named(*row) for row in statements.rows(connection, _ALL_SENT)}


def _whole(connection: Connection) -> set[str]:
    return set(statements.column(connection, _WHOLE))
