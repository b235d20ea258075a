"""Rows of figures, one for each household that has a form, for comparing rules over a whole caseload.

A row is worked out from the household's newest form; what its figures mean is for the caller. As with the search words,
saving only notes which case is out of date, and the next comparison brings those up to date. Rows are worked out with
something (rules, rates, a day): where that is no longer the same, all of them are out of date.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_fields, from_json, to_json
from hjemmebesok.store.settings import read_setting, write_setting

_WORKED_OUT_WITH = "weighed_with"
_AT_ONCE = 1_000  # rows written together
_COLUMNS = tables.weighed.columns.keys()

_NEWEST = """
    SELECT r.rowid AS number, r.id, r.case_id, r.fields FROM record r
    WHERE r.kind = 'kartlegging' AND NOT r.removed AND r.id = (
        SELECT form.id FROM record form LEFT JOIN record visit ON visit.id = form.parent
        WHERE form.case_id = r.case_id AND form.kind = 'kartlegging' AND NOT form.removed
        ORDER BY visit.day DESC, json_extract(visit.fields, '$.version') DESC, form.id DESC LIMIT 1)
"""
_NOTE = upsert(tables.to_weigh).on_conflict_do_nothing()  # made once, since it runs with every answer that is saved


class NumberedForm(NamedTuple):
    """A form, and the short number that it has for as long as it is on this laptop."""

    number: int
    form: Kartlegging


def note(connection: Connection, case: str) -> None:
    """Note that the row of this case is out of date."""
    connection.execute(_NOTE, {"case_id": case})


def is_behind(connection: Connection, worked_out_with: str) -> bool:
    """True where some row is missing or out of date."""
    waiting = connection.execute(select(tables.to_weigh.c.case_id).limit(1)).first() is not None
    return waiting or read_setting(connection, _WORKED_OUT_WITH) != worked_out_with


def bring_up_to_date(
    connection: Connection, worked_out_with: str, work_out: Callable[[NumberedForm], Sequence[Any]]
) -> None:
    """Make the rows that are missing or out of date. `work_out` gives one, in the order of the table's columns."""
    if read_setting(connection, _WORKED_OUT_WITH) != worked_out_with:
        connection.execute(delete(tables.weighed))
        connection.execute(text("INSERT OR IGNORE INTO to_weigh SELECT case_id FROM record WHERE kind = 'kartlegging'"))
        write_setting(connection, _WORKED_OUT_WITH, worked_out_with)
    _delete_rows(connection, "SELECT case_id FROM to_weigh")
    waiting = _forms(connection, f"{_NEWEST} AND r.case_id IN (SELECT case_id FROM to_weigh)")
    worked_out = (dict(zip(_COLUMNS, work_out(form), strict=True)) for form in waiting)
    while batch := list(islice(worked_out, _AT_ONCE)):
        connection.execute(insert(tables.weighed), batch)
    connection.execute(delete(tables.to_weigh))


def rows(connection: Connection) -> list[Any]:
    """All rows, as tuples in the order of the table's columns: the driver's own, since there may be very many."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(f"SELECT {', '.join(_COLUMNS)} FROM weighed")
        return list(cursor.fetchall())
    finally:
        cursor.close()


def newest_forms(connection: Connection) -> Iterator[NumberedForm]:
    """The newest form of every case that has one."""
    return _forms(connection, _NEWEST)


def numbered_forms(connection: Connection, numbers: Sequence[int]) -> Iterator[NumberedForm]:
    """The forms with these numbers, in the order in which they lie in the file."""
    columns, wanted = "rowid AS number, id, case_id, fields", "rowid IN (SELECT value FROM json_each(:numbers))"
    return _forms(connection, f"SELECT {columns} FROM record WHERE {wanted} ORDER BY rowid", numbers=to_json(numbers))


def forget(connection: Connection, case: str) -> None:
    """Take a case out, before its records go."""
    _delete_rows(connection, ":case", case=case)
    connection.execute(delete(tables.to_weigh).where(tables.to_weigh.c.case_id == case))


def _delete_rows(connection: Connection, cases: str, **values: str) -> None:
    of_cases = f"SELECT rowid FROM record WHERE kind = 'kartlegging' AND case_id IN ({cases})"
    connection.execute(text(f"DELETE FROM weighed WHERE form IN ({of_cases})"), values)


def _forms(connection: Connection, statement: str, **values: Any) -> Iterator[NumberedForm]:
    for row in connection.execute(text(statement), values):
        yield NumberedForm(row.number, from_fields(Kartlegging, row.id, row.case_id, from_json(row.fields)))
