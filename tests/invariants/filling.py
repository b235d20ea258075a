"""A disk that fills up under a SQLite database: it may grow by so many pages, and then no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from killing import watched
from sqlalchemy import Connection, Engine, event

_NO_LIMIT = 1_000_000


@contextmanager
def full_after(engine: Engine, pages: int) -> Iterator[None]:
    """Let the database grow by so many pages meanwhile."""
    limited: list[Any] = []

    def limit(raw: Any) -> None:
        if raw not in limited:
            (held,) = raw.execute("PRAGMA page_count").fetchone()
            raw.execute(f"PRAGMA max_page_count = {held + pages}")
            limited.append(raw)

    def begin(connection: Connection) -> None:
        limit(connection.connection.dbapi_connection)

    event.listen(engine, "begin", begin)
    try:
        with watched(engine, limit):
            yield
    finally:
        event.remove(engine, "begin", begin)
        for raw in limited:
            raw.execute(f"PRAGMA max_page_count = {_NO_LIMIT}")
