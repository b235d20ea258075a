"""The cases a laptop is behind in, as one parameter: the statement stays the same however many there are."""

import json
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    column,
    func,
    select,
    true,
)

from hjemmebesok.server.columns import Key


class Behind(NamedTuple):
    """A case of which the laptop has not heard everything: what it holds, and how far the case has come."""

    case: str
    held: int
    head: int


def parameter(cases: list[Behind]) -> str:
    """The cases as the statement wants them."""
    return json.dumps([case._asdict() for case in cases])


@cache  # to build a statement takes longer than to run it
def since(dialect: str, table: Table) -> Select[Any]:
    """What lies in these cases after what the laptop holds, in the order of (case, seq). Takes `asked` and `place`.

    Bounded by the head: what is written meanwhile has a higher number, and comes next time. A case with nothing in this
    table gives an empty row: an outer join, for SQLite may turn an inner one around and read the whole municipality.
    """
    cases, case, held, head = _rows(dialect)
    here = and_(table.c.municipality_id == bindparam("place"), table.c.case_id == case)
    wanted = select(table.c.case_id, table.c.seq, table.c.body).where(here, table.c.seq > held, table.c.seq <= head)
    if dialect == "sqlite":
        columns = select(*wanted.selected_columns)
        return columns.join_from(cases, table, wanted.whereclause, isouter=True).order_by(case, table.c.seq)
    # Looked up for each case: without OFFSET, PostgreSQL reads all of the municipality before it knows its tables.
    found = wanted.offset(0).lateral()
    return select(*found.c).join_from(cases, found, true(), isouter=True).order_by(case, found.c.seq)


def _rows(dialect: str) -> tuple[Any, ColumnElement[str], ColumnElement[int], ColumnElement[int]]:
    asked = bindparam("asked", type_=Text)
    if dialect == "sqlite":
        each = func.json_each(asked).table_valued("value", name="cases")
        case, held, head = (func.json_extract(each.c.value, f"$.{name}") for name in Behind._fields)
        return each, case, held, head
    columns = column("case", Key), column("held", BigInteger), column("head", BigInteger)
    rows = func.json_to_recordset(cast(asked, JSON)).table_valued(*columns, name="cases")
    named = rows.render_derived(with_types=True)
    return named, named.c.case, named.c.held, named.c.head
