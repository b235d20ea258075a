"""Killing whoever works on a database, before a statement: what was under way is as if it had never begun."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event

from hjemmebesok.store import statements


class Killed(Exception):
    """The process is gone."""


@contextmanager
def killed_after(engine: Engine, allowed: int) -> Iterator[None]:
    """Let so many statements through meanwhile, and no more. It may come to its end before that."""
    left = [allowed]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    event.listen(engine, "before_cursor_execute", count)
    try:
        with watched(engine, count):
            yield
    finally:
        event.remove(engine, "before_cursor_execute", count)


@contextmanager
def watched(engine: Engine, before: Callable[[Any], None]) -> Iterator[None]:
    """Call `before`, with the driver's connection, ahead of each statement of a laptop's that goes straight to the
    driver: SQLAlchemy knows nothing of these."""
    plain = statements.driver

    def watching(connection: Connection) -> Any:
        return _Watched(plain(connection), before) if connection.engine is engine else plain(connection)

    statements.driver = watching
    try:
        yield
    finally:
        statements.driver = plain


@dataclass
class _Watched:
    """What the store uses of a driver's connection."""

    raw: Any
    before: Callable[[Any], None]

    def execute(self, *statement: Any) -> Any:
        self.before(self.raw)
        return self.raw.execute(*statement)

    def executemany(self, *statement: Any) -> Any:
        self.before(self.raw)
        return self.raw.executemany(*statement)

    def commit(self) -> None:
        self.before(self.raw)
        self.raw.commit()

    def rollback(self) -> None:
        self.raw.rollback()
