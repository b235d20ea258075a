"""The open connections of one file, kept from one use to the next.

A pool of SQLAlchemy's makes a connection ready anew for every use, which takes three times as long as a reading of one
record. The same ones read and write, so that what has been decrypted for one use is there for the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from hjemmebesok.store import statements

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
            statements.driver(connection).execute("BEGIN")
            yield connection

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[Connection]:
        """A connection in a write transaction, committed at the end; where it is `lasting`, once the disk has it."""
        with self.lent() as connection:
            file = statements.driver(connection)
            file.execute("PRAGMA synchronous=FULL" if lasting else "PRAGMA synchronous=NORMAL")
            file.execute("BEGIN IMMEDIATE")
            yield connection
            file.commit()

    @contextmanager
    def lent(self) -> Iterator[Connection]:
        """A connection in no transaction, for what cannot be done in one."""
        connection = self._take()
        try:
            yield connection
        finally:
            connection.rollback()  # of what SQLAlchemy believes it began
            statements.driver(connection).rollback()
            self._idle.append(connection)

    def _take(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._engine.connect().execution_options(**{BY_HAND: True})

    def close(self) -> None:
        """Let go of the file. Nobody may be using it any more."""
        while self._idle:
            self._idle.pop().close()
