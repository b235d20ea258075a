"""Many rows at once. Compiled by SQLAlchemy and handed straight to the driver, which takes half the time."""

from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, cast

import sqlalchemy
from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler

Rows = Sequence[Mapping[str, Any]]


def insert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows; each names all columns."""
    _execute(connection, _insert(table, connection.dialect), rows)


def upsert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows; where the key is there already, replace the other columns."""
    _execute(connection, _upsert(table, connection.dialect), rows)


def _execute(connection: Connection, compiled: SQLCompiler, rows: Rows) -> None:
    if not rows:
        return
    names = compiled.positiontup
    values = [itemgetter(*names)(row) for row in rows] if names else rows
    connection.exec_driver_sql(str(compiled), values)


@cache
def _insert(table: Table, dialect: Dialect) -> SQLCompiler:
    return sqlalchemy.insert(table).compile(dialect=dialect)


@cache
def _upsert(table: Table, dialect: Dialect) -> SQLCompiler:
    statement = (sqlite if dialect.name == "sqlite" else postgresql).insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    keyed = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=others)
    return cast(SQLCompiler, keyed.compile(dialect=dialect))
