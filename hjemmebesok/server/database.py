"""The database: an embedded SQLite file, or PostgreSQL by URL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from time import sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import QueuePool

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import fence, schema

_POSTGRESQL_LIMITS = "-c statement_timeout=30s -c lock_timeout=20s -c idle_in_transaction_session_timeout=60s"
# What was planned while the tables were empty took seconds once they were full: statements are read once, and planned
# each time for the tables as they are.
_POSTGRESQL_PLANS = "-c plan_cache_mode=force_custom_plan"
_DISK_FULL = "53100"  # PostgreSQL's code
_TRIES = 100  # in five seconds
_SQLITE_SETTINGS = ("synchronous=FULL", "cache_size=-65536", "foreign_keys=ON")


class Database:
    """Short transactions on one database, each within one municipality.

    SQLite's single writer waits its turn here and not inside SQLite; on PostgreSQL a fence keeps the transaction in.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._turn = Lock() if engine.dialect.name == "sqlite" else nullcontext()
        self._fenced = engine.dialect.name == "postgresql"
        self._readers = engine.execution_options(isolation_level="REPEATABLE READ") if self._fenced else engine
        self._steps_down = self._fenced and _passes(engine)

    @classmethod
    def open(cls, url: str) -> "Database":
        """The database at `sqlite:///path` or `postgresql://…`, its tables brought up to date. Raises Refused."""
        parsed = _parsed(url)
        try:
            engine = _engine(parsed)
            schema.bring_up_to_date(engine)
        except (DatabaseError, OSError) as error:
            raise _closed(parsed) from error
        return cls(engine)

    @contextmanager
    def read(self, place: str) -> Iterator[Connection]:
        """A connection that sees this municipality as it is at one moment, however many questions it is asked: a case
        is told with its head, and must be given with what it held then."""
        # Committed, though nothing was written: a rollback makes the driver forget what PostgreSQL has read.
        with self._readers.connect() as connection, connection.begin():
            self._enter(connection, place)
            yield connection

    @contextmanager
    def write(self, place: str) -> Iterator[Connection]:
        """One transaction in this municipality: all of it, or nothing."""
        with self._turn, self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            self._enter(connection, place)
            yield connection

    @classmethod
    @contextmanager
    def begin_empty(cls, url: str) -> Iterator[Connection]:
        """One transaction on a database that has no tables yet. Raises Refused where it cannot be opened."""
        parsed = _parsed(url)
        engine = _engine(parsed)
        try:
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
        except (OperationalError, OSError) as error:
            raise _closed(parsed) from error
        finally:
            engine.dispose()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def _enter(self, connection: Connection, place: str) -> None:
        if self._fenced:
            connection.exec_driver_sql(*fence.enter(place, as_role=self._steps_down))


def must_be_there(url: str) -> None:
    """Raises Refused for an SQLite file that is not there: a new one would be as empty as a wrong name is wrong."""
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        raise Refused(Phrase("Databasen {name} finnes ikke.", name=parsed.render_as_string()))


def is_full(error: OperationalError) -> bool:
    """Whether this came of a disk that is full; what was under way has changed nothing."""
    said = error.orig
    if isinstance(said, sqlite3.Error):
        return said.sqlite_errorcode == sqlite3.SQLITE_FULL
    return getattr(said, "sqlstate", "") == _DISK_FULL


def _passes(engine: Engine) -> bool:
    with engine.connect() as connection:
        return fence.passes(connection)


def _closed(url: URL) -> Refused:
    return Refused(Phrase("Databasen {name} kan ikke åpnes.", name=url.render_as_string()))


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise Refused(Phrase("Databaseadressen kan ikke leses. Skriv sqlite:///fil eller postgresql://…")) from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise Refused(Phrase("Serveren bruker SQLite eller PostgreSQL, ikke {name}.", name=parsed.get_backend_name()))
    if not parsed.database:
        raise Refused(Phrase("Databaseadressen «{url}» nevner ingen database.", url=parsed.render_as_string()))
    return parsed


def _engine(url: URL) -> Engine:
    # hide_parameters: an error must not carry a household's fields into a log.
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
        settings = {"options": f"{_POSTGRESQL_LIMITS} {_POSTGRESQL_PLANS}", "connect_timeout": 10}
        # A fixed pool: an overflowing connection is closed after use, and a new one costs PostgreSQL a process.
        return create_engine(url, pool_size=12, max_overflow=0, connect_args=settings, hide_parameters=True)
    return _sqlite(url)


def _sqlite(url: URL) -> Engine:
    Path(url.database or "").touch(mode=0o600)
    settings = {"isolation_level": None, "check_same_thread": False, "timeout": 20}
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=8, max_overflow=32, connect_args=settings, hide_parameters=True
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(raw: Any, _record: Any) -> None:
    _write_ahead(raw)
    for setting in _SQLITE_SETTINGS:
        raw.execute(f"PRAGMA {setting}")


def _write_ahead(raw: sqlite3.Connection) -> None:
    # The first switch to a write-ahead log needs the file alone, and SQLite does not wait its timeout for that.
    for _ in range(_TRIES):
        try:
            raw.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            sleep(0.05)
    raw.execute("PRAGMA journal_mode=WAL")


def _begin(connection: Connection) -> None:
    # The driver begins nothing itself. A writer locks at once, so it never has to give way half-way through.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
