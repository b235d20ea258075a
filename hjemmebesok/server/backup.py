"""A backup of a whole database: every table as it was at one moment, while the server goes on; the same file on SQLite
and PostgreSQL, so that one can be restored into the other.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

import msgspec
from sqlalchemy import Connection, Table, select

from hjemmebesok.server import fence, schema
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.sealed import Seal
from hjemmebesok.server.tables import metadata
from hjemmebesok.wire.codec import LARGEST_MESSAGE, pack

ROWS_A_PART = 1_000
ROWS_AT_ONCE = {"file_piece": 4}  # rows of a megabyte each; of other tables a whole part
BYTES_A_PART = 4 * 1024 * 1024
LARGEST_PART = 2 * LARGEST_MESSAGE  # the row after them may hold a change that was set aside, as large as a message


class Beginning(msgspec.Struct, frozen=True, tag=True):
    """The first part: the migration the tables were at, and when it was."""

    schema: str
    at: str


class Rows(msgspec.Struct, frozen=True, tag=True):
    """Some rows of one table."""

    table: str
    columns: list[str]
    rows: list[list[Any]]


class Ending(msgspec.Struct, frozen=True, tag=True):
    """The last part: how many rows each table has, and their SHA-256."""

    tables: dict[str, tuple[int, bytes]]


class Tally:
    """Counts and hashes the rows of each table, in the order they pass."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._hashes: dict[str, Any] = {}

    def add(self, part: Rows) -> None:
        """Some more rows."""
        self._counts[part.table] = self._counts.get(part.table, 0) + len(part.rows)
        self._hashes.setdefault(part.table, hashlib.sha256()).update(msgspec.msgpack.encode(part.rows))

    def ending(self) -> Ending:
        """What has passed."""
        return Ending({table: (count, self._hashes[table].digest()) for table, count in self._counts.items()})


def backup(database: Database, file: BinaryIO, passphrase: str, now: datetime) -> int:
    """Write everything to the file, sealed with the passphrase. Returns how many rows there were."""
    seal, tally = Seal(file, passphrase), Tally()
    seal.write(pack(Beginning(schema.NEWEST, stamp(now))))
    with database.read(fence.EVERYWHERE) as connection:
        for table in metadata.sorted_tables:
            for part in _parts(connection, table):
                tally.add(part)
                seal.write(pack(part))
    ending = tally.ending()
    seal.write(pack(ending))
    return sum(count for count, _ in ending.tables.values())


def _parts(connection: Connection, table: Table) -> Iterator[Rows]:
    name, columns = str(table.name), [str(column.name) for column in table.columns]
    rows: list[list[Any]] = []
    size = 0
    at_once = ROWS_AT_ONCE.get(name, ROWS_A_PART)
    with connection.execute(select(table), execution_options={"yield_per": at_once}) as found:
        for row in found:
            rows.append(list(row))
            size += sum(len(cell) for cell in row if isinstance(cell, (bytes, str)))
            if size > BYTES_A_PART or len(rows) == ROWS_A_PART:
                yield Rows(name, columns, rows)
                rows, size = [], 0
    if rows:
        yield Rows(name, columns, rows)
