"""Plain statements, straight to the driver.

What is done in every round with the server, or for every record, is many small statements; and to make one ready and
wrap its answer takes SQLAlchemy ten times as long as the file takes to give it. What is done seldom stays SQLAlchemy's.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

Values = Sequence[Any]


def driver(connection: Connection) -> Any:
    """The driver's own connection; what it does is in the same transaction."""
    return connection.connection.driver_connection


def rows(connection: Connection, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows of the answer."""
    found: list[tuple[Any, ...]] = driver(connection).execute(statement, values).fetchall()
    return found


def column(connection: Connection, statement: str, values: Values = ()) -> list[Any]:
    """The first value of every row of the answer."""
    return [row[0] for row in driver(connection).execute(statement, values)]


def value(connection: Connection, statement: str, values: Values = ()) -> Any:
    """The first value of the first row of the answer; None where there is no row."""
    row = driver(connection).execute(statement, values).fetchone()
    return None if row is None else row[0]


def run(connection: Connection, statement: str, values: Values = ()) -> int:
    """Change what the statement says; how many rows."""
    return int(driver(connection).execute(statement, values).rowcount)


def run_each(connection: Connection, statement: str, many: Sequence[Values]) -> int:
    """The same with each of many values; how many rows."""
    return int(driver(connection).executemany(statement, many).rowcount) if many else 0
