"""A backup becomes a database again: all of it, checked, or nothing."""

from collections.abc import Iterator
from secrets import token_hex
from typing import Any, BinaryIO

from sqlalchemy import Connection, MetaData, insert, inspect, select, update

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import schema
from hjemmebesok.server.audit import audit_in
from hjemmebesok.server.backup import LARGEST_PART, Beginning, Ending, Rows, Tally
from hjemmebesok.server.database import Database
from hjemmebesok.server.sealed import opened
from hjemmebesok.server.tables import municipality
from hjemmebesok.wire.codec import Unreadable, unpack


def restore(database_url: str, file: BinaryIO, passphrase: str) -> int:
    """Fill an empty database from the file. Returns how many rows there were.

    A backup of an older version is brought up to date. Every municipality's journal is checked, and gets a new epoch,
    so that laptops notice that the server may have forgotten something. Raises Refused, with nothing stored, for a
    database that is not empty, a wrong passphrase, a damaged or cut file, and a journal that does not verify.
    """
    with Database.begin_empty(database_url) as connection:
        if inspect(connection).get_table_names():
            raise Refused(Phrase("Databasen er ikke tom. Gjenopprett i en ny database."))
        parts = _parts(file, passphrase)
        count = _fill(connection, parts)
        schema.migrate(connection)
        for place in connection.execute(select(municipality.c.id)).scalars().all():
            if not audit_in(connection, place).whole:
                raise Refused(Phrase("Journalen til kommunen «{place}» er brutt i sikkerhetskopien.", place=place))
            moved_on = update(municipality).where(municipality.c.id == place).values(epoch=token_hex(16))
            connection.execute(moved_on)
    return count


def _parts(file: BinaryIO, passphrase: str) -> Iterator[Beginning | Rows | Ending]:
    kinds: Any = Beginning | Rows | Ending  # msgspec takes a union of tagged ones
    try:
        for part in opened(file, passphrase):
            yield unpack(part, kinds, LARGEST_PART)
    except Unreadable as error:
        raise Refused(Phrase("Sikkerhetskopien er skadet.")) from error


def _fill(connection: Connection, parts: Iterator[Beginning | Rows | Ending]) -> int:
    """Make the tables of the backup's version and put in its rows, which are counted and hashed on the way."""
    tally, tables, last = Tally(), MetaData(), None
    for last in parts:
        if isinstance(last, Beginning):
            schema.migrate(connection, last.schema)
            tables.reflect(connection)
        elif isinstance(last, Rows):
            tally.add(last)
            rows = [dict(zip(last.columns, row, strict=True)) for row in last.rows]
            connection.execute(insert(tables.tables[last.table]), rows)
    if not isinstance(last, Ending) or last != tally.ending():
        raise Refused(Phrase("Sikkerhetskopien er ikke hel."))
    return sum(count for count, _ in last.tables.values())
