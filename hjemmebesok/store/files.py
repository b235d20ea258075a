"""The files that records name, in the encrypted file, in pieces: never on the disk as files of their own.

A file is there when its hash has been checked, and not before. What is deleted is written over (secure_delete).
"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from hjemmebesok.store import tables
from hjemmebesok.wire.files import LARGEST_FILE, PIECE, length_of_piece

_FILE, _PIECE = tables.file.c, tables.file_piece.c


class Pieces(NamedTuple):
    """So many pieces are here, of a file of `size` bytes; 0 where nothing is known of it."""

    number: int
    size: int
    whole: bool


def put(connection: Connection, data: bytes) -> str:
    """Keep these bytes; their SHA-256. Kept already, nothing is written."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not here(connection, sha256).whole:
        forget(connection, sha256)
        connection.execute(insert(tables.file).values(sha256=sha256, size=len(data), whole=True))
        for number, start in enumerate(range(0, len(data), PIECE)):
            _put_piece(connection, sha256, number, data[start : start + PIECE])
    return sha256


def read(connection: Connection, sha256: str) -> bytes | None:
    """The file; None while it has not arrived."""
    return b"".join(_bodies(connection, sha256)) if here(connection, sha256).whole else None


def here(connection: Connection, sha256: str) -> Pieces:
    """How much of the file is here."""
    file = connection.execute(select(_FILE.size, _FILE.whole).where(_FILE.sha256 == sha256)).first()
    if file is None:
        return Pieces(0, 0, whole=False)
    count = select(func.count()).where(_PIECE.sha256 == sha256)
    return Pieces(connection.execute(count).scalar_one(), file.size, whole=file.whole)


def piece(connection: Connection, sha256: str, number: int) -> bytes:
    """One piece of a file that is here."""
    wanted = select(_PIECE.body).where(_PIECE.sha256 == sha256, _PIECE.number == number)
    return bytes(connection.execute(wanted).scalar_one())


def take_piece(connection: Connection, sha256: str, size: int, body: bytes) -> Pieces:
    """Keep the next piece of a file of `size` bytes that is on its way here; how much of it is here then.

    The last one makes it whole where the hash is right. Where that is wrong, or the piece is not the next one, nothing
    of the file is kept, and it comes anew.
    """
    before = here(connection, sha256)
    if before.whole:
        return before
    if not _is_next(before, size, body):
        forget(connection, sha256)
    else:
        if not before.number:
            connection.execute(insert(tables.file).values(sha256=sha256, size=size, whole=False))
        _put_piece(connection, sha256, before.number, body)
        if not length_of_piece(before.number + 1, size):
            _finish(connection, sha256)
    return here(connection, sha256)


def forget(connection: Connection, sha256: str) -> None:
    """Delete this file."""
    connection.execute(delete(tables.file_piece).where(_PIECE.sha256 == sha256))
    connection.execute(delete(tables.file).where(_FILE.sha256 == sha256))


def _is_next(before: Pieces, size: int, body: bytes) -> bool:
    one_file = before.size in (0, size) and size <= LARGEST_FILE
    return one_file and 0 < len(body) == length_of_piece(before.number, size)


def _finish(connection: Connection, sha256: str) -> None:
    digest = hashlib.sha256()
    for body in _bodies(connection, sha256):
        digest.update(body)
    if digest.hexdigest() == sha256:
        connection.execute(update(tables.file).where(_FILE.sha256 == sha256).values(whole=True))
    else:
        forget(connection, sha256)


def _put_piece(connection: Connection, sha256: str, number: int, body: bytes) -> None:
    connection.execute(insert(tables.file_piece).values(sha256=sha256, number=number, body=body))


def _bodies(connection: Connection, sha256: str) -> Iterator[bytes]:
    for number in range(here(connection, sha256).number):
        yield piece(connection, sha256, number)
