"""A disk that fills up under a SQLite database: it may grow by so many pages, and then no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

_NO_LIMIT = 1_000_000


@contextmanager
def full_after(engine: Engine, pages: int) -> Iterator[None]:
    """Let the database grow by so many pages meanwhile."""
    limited: list[Any] = []

    def limit(connection: Connection) -> None:
        held = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        if connection.connection.dbapi_connection not in limited:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {held + pages}")
            limited.append(connection.connection.dbapi_connection)

    event.listen(engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(engine, "begin", limit)
        for raw in limited:
            raw.execute(f"PRAGMA max_page_count = {_NO_LIMIT}")
