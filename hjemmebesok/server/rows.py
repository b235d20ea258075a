"""Many rows at once. Compiled by SQLAlchemy and handed straight to the driver, which takes half the time.

To PostgreSQL the rows travel column by column, as arrays of one statement: a statement for each row takes twice the
time, and COPY is not for tables with row-level security.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, Literal, NamedTuple, cast

from sqlalchemy import Column, Connection, Dialect, Table, bindparam, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

Rows = Sequence[Mapping[str, Any]]


class Step(NamedTuple):
    """What is done with rows of a table, each of which names these columns."""

    how: Literal["insert", "upsert", "update"]
    table: Table
    columns: tuple[str, ...]


class Together:
    """Rows of several tables that are written together, each table once. On SQLite in the order they came; PostgreSQL
    gets one statement, since most of what a small one takes is the way there and back, and sees at its end that
    everything refers to something."""

    def __init__(self) -> None:
        self._steps: list[tuple[Step, Rows]] = []

    def insert(self, table: Table, rows: Rows) -> None:
        """Insert the rows; each names all columns."""
        self._add("insert", table, rows)

    def upsert(self, table: Table, rows: Rows) -> None:
        """Insert the rows; where the key is there already, replace the other columns."""
        self._add("upsert", table, rows)

    def update(self, table: Table, row: Mapping[str, Any]) -> None:
        """Replace these columns of the row with this key."""
        self._add("update", table, [row])

    def write(self, connection: Connection) -> None:
        """Write all of them."""
        if connection.dialect.name == "postgresql":
            _write_at_once(connection, self._steps)
            return
        for step, rows in self._steps:
            compiled = _row_by_row(step, connection.dialect)
            values = itemgetter(*cast(list[str], compiled.positiontup))
            connection.exec_driver_sql(str(compiled), [values(row) for row in rows])

    def _add(self, how: Literal["insert", "upsert", "update"], table: Table, rows: Rows) -> None:
        if rows:
            self._steps.append((Step(how, table, tuple(rows[0])), rows))


def insert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows; each names all columns."""
    together = Together()
    together.insert(table, rows)
    together.write(connection)


def upsert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows; where the key is there already, replace the other columns."""
    together = Together()
    together.upsert(table, rows)
    together.write(connection)


def _write_at_once(connection: Connection, steps: Sequence[tuple[Step, Rows]]) -> None:
    if steps:
        wanted = tuple(step for step, _ in steps)
        arrays = {
            f"{step.table.name}_{name}": [row[name] for row in rows] for step, rows in steps for name in step.columns
        }
        connection.exec_driver_sql(_from_arrays(wanted, connection.dialect), arrays)


@cache
def _row_by_row(step: Step, dialect: Dialect) -> SQLCompiler:
    table = step.table
    if step.how == "update":
        this = (column == bindparam(column.name) for column in table.primary_key)
        return update(table).where(*this).compile(dialect=dialect, column_keys=_others(step))
    wanted = sqlite.insert(table)
    if step.how == "upsert":
        others = {name: wanted.excluded[name] for name in _others(step)}
        wanted = wanted.on_conflict_do_update(index_elements=list(table.primary_key), set_=others)
    return wanted.compile(dialect=dialect)


@cache
def _from_arrays(steps: tuple[Step, ...], dialect: Dialect) -> str:
    *before, last = (_one(step, dialect) for step in steps)
    named = ", ".join(f"{step.how}_{step.table.name} AS ({one})" for step, one in zip(steps, before, strict=False))
    return f"WITH {named} {last}" if named else last


def _one(step: Step, dialect: Dialect) -> str:
    table, names, rows = step.table.name, ", ".join(step.columns), _arrays(step, dialect)
    key = [column.name for column in step.table.primary_key]
    if step.how == "update":
        this = " AND ".join(f"{table}.{name} = given.{name}" for name in key)
        return f"UPDATE {table} SET {_changed(step, 'given')} FROM {rows} AS given ({names}) WHERE {this}"
    inserted = f"INSERT INTO {table} ({names}) SELECT * FROM {rows}"
    if step.how == "insert":
        return inserted
    return f"{inserted} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {_changed(step, 'excluded')}"


def _arrays(step: Step, dialect: Dialect) -> str:
    columns = (step.table.columns[name] for name in step.columns)
    return f"unnest({', '.join(f'%({step.table.name}_{each.name})b::{_type(each, dialect)}[]' for each in columns)})"


def _changed(step: Step, source: str) -> str:
    return ", ".join(f"{name} = {source}.{name}" for name in _others(step))


def _others(step: Step) -> list[str]:
    return [name for name in step.columns if not step.table.columns[name].primary_key]


def _type(column: Column[Any], dialect: Dialect) -> str:
    return str(column.type.compile(dialect=dialect)).partition(" ")[0]  # the collation is the table's
