"""The files of a municipality, in its database, in pieces: so a backup has them, and the fence stands around them.

A file belongs to a case, and is taken and given only while a record of that case names it and the caller reaches the
case; else it is as if there were none. It is taken too from whoever named it, also once the case is not hers any more:
her words were taken or set aside then, and what she photographed must not be lost with them. It has been received when
its hash was right, and not before.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, insert, select, update

from hjemmebesok.server import naming
from hjemmebesok.server.access import Access
from hjemmebesok.server.check import ID
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Verb
from hjemmebesok.server.tables import case_file, file, file_piece
from hjemmebesok.wire.files import HASH, LARGEST_FILE, PIECE, file_of, length_of_piece
from hjemmebesok.wire.messages import RecordState

MOST_A_CASE = 500  # files that its records name
MOST_SET_ASIDE = 50  # files besides, of changes that were set aside: whoever writes those may have no right to the case
MOST_BYTES = 100 * 1024**3  # of all files of a municipality
UNFINISHED_FOR = timedelta(days=7)  # until an upload that nobody goes on with is forgotten


class File(NamedTuple):
    """A file of a case."""

    place: str  # the municipality
    case: str
    sha256: str


class Arrived(NamedTuple):
    """So many of a file's bytes have arrived; nothing is known of it where its size is 0."""

    offset: int
    size: int

    @property
    def whole(self) -> bool:
        """Whether the file has been received."""
        return self.offset == self.size > 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as it comes: from where, and of how large a file."""

    offset: int
    size: int
    body: bytes


def check_reach(connection: Connection, caller: Caller, wanted: File, verb: Verb, now: datetime) -> None:
    """Raises Refusal 404 unless the caller may do this with the case, and one of its records names the file; whoever
    named it may write it, whatever she is now, where there is such a case."""
    if HASH.match(wanted.sha256) and ID.match(wanted.case):
        access = Access(connection, caller, [wanted.case], now)
        if access.may(verb, wanted.case) and naming.is_named(connection, *wanted):
            return
        known = wanted.case in access.before  # not so where all that was written to it was set aside
        if verb is Verb.WRITE and known and naming.is_named_by(connection, *wanted, caller.user):
            return
    raise Refusal(404, "no_such_file", "there is no such file")


def arrived(connection: Connection, wanted: File) -> Arrived:
    """How much of the file has arrived."""
    found = connection.execute(select(file.c.received, file.c.size).where(_this(file, wanted))).first()
    return Arrived(found.received, found.size) if found else Arrived(0, 0)


def piece(connection: Connection, wanted: File, number: int) -> bytes:
    """One piece of a file that has been received. Raises Refusal 404 where there is none."""
    this = select(file_piece.c.body).where(_this(file_piece, wanted), file_piece.c.number == number)
    body = connection.execute(this).scalar() if arrived(connection, wanted).whole else None
    if body is None:
        raise Refusal(404, "no_such_file", "there is no such file")
    return bytes(body)


def lock(connection: Connection, place: str, case: str) -> None:
    """Let nobody else write to the case, or send its files, until the end of the transaction."""
    this = (case_file.c.municipality_id == place, case_file.c.id == case)
    connection.execute(select(case_file.c.id).where(*this).with_for_update())


def take(connection: Connection, wanted: File, came: Piece, now: datetime) -> Arrived:
    """Keep a piece of a file of a locked case; how much has arrived then. Nothing, where the last piece made it another
    file than its hash says: then it is forgotten, and may come anew.

    Raises Refusal: 409 with the offset to go on from, 400 for what is no piece, 413 where there is no room.
    """
    before = arrived(connection, wanted)
    _check_piece(came, before)
    if not before.size:
        _begin(connection, wanted, came.size, now)
    number = came.offset // PIECE
    connection.execute(insert(file_piece).values(**_key(wanted), number=number, body=came.body))
    received = came.offset + len(came.body)
    if received == came.size and not _is_right(connection, wanted):
        forget(connection, wanted)
        return Arrived(0, 0)
    connection.execute(update(file).where(_this(file, wanted)).values(received=received, touched_at=stamp(now)))
    return Arrived(received, came.size)


def drop_unnamed(connection: Connection, place: str, changed: Iterable[tuple[RecordState | None, RecordState]]) -> None:
    """Delete the files that records named before they were changed, and that no record of their case names now."""
    for before, after in changed:
        named = file_of(before.kind, before.fields) if before else ""
        if named and named != file_of(after.kind, after.fields):
            wanted = File(place, after.case, named)
            if not naming.is_named(connection, *wanted):
                forget(connection, wanted)


def forget(connection: Connection, wanted: File) -> None:
    """Delete the file."""
    for table in (file_piece, file):
        connection.execute(delete(table).where(_this(table, wanted)))


def _check_piece(came: Piece, before: Arrived) -> None:
    if came.size > LARGEST_FILE:
        raise Refusal(413, "too_large", f"a file is at most {LARGEST_FILE} bytes")
    if came.offset != before.offset or (before.size or came.size) != came.size:
        raise Refusal(409, "offset", "the file goes on from elsewhere", expected=before.offset)
    if not came.body or len(came.body) != length_of_piece(came.offset // PIECE, came.size):
        raise Refusal(400, "unreadable", f"a piece is {PIECE} bytes, or the rest of the file")


def _begin(connection: Connection, wanted: File, size: int, now: datetime) -> None:
    _forget_unfinished(connection, wanted.place, now - UNFINISHED_FOR)
    here = file.c.municipality_id == wanted.place
    stored = connection.execute(select(func.coalesce(func.sum(file.c.size), 0)).where(here)).scalar_one()
    if not _has_room(connection, wanted) or stored + size > MOST_BYTES:
        raise Refusal(413, "no_room", "the case, or the municipality, has no room for more files")
    connection.execute(insert(file).values(**_key(wanted), size=size, received=0, touched_at=stamp(now)))


def _has_room(connection: Connection, wanted: File) -> bool:
    of_case = (file.c.municipality_id == wanted.place, file.c.case_id == wanted.case)
    files = set(connection.execute(select(file.c.sha256).where(*of_case)).scalars())
    named = naming.named(connection, wanted.place, wanted.case)
    if wanted.sha256 in named:
        return len(files & named) < MOST_A_CASE
    return len(files - named) < MOST_SET_ASIDE


def _forget_unfinished(connection: Connection, place: str, before: datetime) -> None:
    late = (file.c.municipality_id == place, file.c.received < file.c.size, file.c.touched_at < stamp(before))
    cases = (case_file.c.municipality_id == place, case_file.c.id.in_(select(file.c.case_id).where(*late)))
    # Where somebody is at a case it is left for another time: the upload may be the one that goes on.
    locked = connection.execute(select(case_file.c.id).where(*cases).with_for_update(skip_locked=True)).scalars().all()
    unfinished = select(file.c.case_id, file.c.sha256).where(*late, file.c.case_id.in_(locked))
    for row in connection.execute(unfinished).all():
        forget(connection, File(place, row.case_id, row.sha256))


def _is_right(connection: Connection, wanted: File) -> bool:
    digest = hashlib.sha256()
    bodies = select(file_piece.c.body).where(_this(file_piece, wanted)).order_by(file_piece.c.number)
    with connection.execute(bodies, execution_options={"yield_per": 1}) as found:
        for body in found.scalars():
            digest.update(body)
    return digest.hexdigest() == wanted.sha256


def _this(table: Table, wanted: File) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in _key(wanted).items()))


def _key(wanted: File) -> dict[str, str]:
    return {"municipality_id": wanted.place, "case_id": wanted.case, "sha256": wanted.sha256}
