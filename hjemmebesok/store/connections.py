"""The open connections of one file, kept from one use to the next.

A pool of SQLAlchemy's makes a connection ready anew for every use, which takes three times as long as a reading of one
record. The same ones read and write, so that what has been decrypted for one use is there for the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine

BY_HAND = "transactions_by_hand"  # an execution option: SQLAlchemy's own beginning is left out


class Connections:
    """For all threads: each has a connection to itself for as long as it uses it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._idle: list[Connection] = []

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in a read transaction."""
        with self.lent() as connection:
            driver: Any = connection.connection.driver_connection
            driver.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()  # of what SQLAlchemy believes it began
                driver.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a write transaction, committed at the end."""
        with self.lent() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def lent(self) -> Iterator[Connection]:
        """A connection in no transaction, for what cannot be done in one."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._engine.connect().execution_options(**{BY_HAND: True})
        try:
            yield connection
        finally:
            connection.rollback()
            self._idle.append(connection)

    def close(self) -> None:
        """Let go of the file. Nobody may be using it any more."""
        while self._idle:
            self._idle.pop().close()
