"""Rows of figures, one for each household that has a form and each ruleset that has been asked about over a caseload.

A row is worked out from the household's newest form; what its figures mean is for the caller. As with the search words,
saving only notes which case is out of date, and the next comparison brings those up to date. A row says until when it
lasts; and rows are worked out with something (rules, rates): where that is no longer the same, all are out of date.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, text

from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.store import statements, tables
from hjemmebesok.store.codec import from_fields, from_json, to_json

_AT_ONCE = 1_000  # cases weighed in one transaction, so that nobody who saves has to wait for all of them

_NEWEST = """
    SELECT r.rowid AS number, r.id, r.case_id, r.fields FROM record r
    WHERE r.kind = 'kartlegging' AND NOT r.removed AND r.id = (
        SELECT form.id FROM record form LEFT JOIN record visit ON visit.id = form.parent
        WHERE form.case_id = r.case_id AND form.kind = 'kartlegging' AND NOT form.removed
        ORDER BY visit.day DESC, json_extract(visit.fields, '$.version') DESC, form.id DESC LIMIT 1)
"""
_OF_CASES = "form IN (SELECT rowid FROM record WHERE kind = 'kartlegging' AND case_id IN ({cases}))"
_NOTE = "INSERT OR IGNORE INTO to_weigh SELECT ruleset, ? FROM weighed_with"


class NumberedForm(NamedTuple):
    """A form, and the short number that it has for as long as it is on this laptop."""

    number: int
    form: Kartlegging


class Lasting(NamedTuple):
    """A row of plain values, and the last day that it is the same."""

    row: Sequence[Any]
    until: date


class WorkedOutWith(NamedTuple):
    """What the rows of a ruleset are worked out with: its name, all else that matters as one text, and the day."""

    ruleset: str
    stamp: str
    day: date


class Rows(NamedTuple):
    """The rows of a ruleset in the order of their numbers."""

    numbers: list[int]
    rows: list[list[Any]]


def note(connection: Connection, case: str) -> None:
    """Note that the rows of this case are out of date."""
    statements.run(connection, _NOTE, (case,))


def is_behind(connection: Connection, now: WorkedOutWith) -> bool:
    """True where some row is missing or out of date."""
    return _has_changed(connection, now) or _any(connection, _WAITING, now) or _any(connection, _ENDED, now)


def note_all_behind(connection: Connection, now: WorkedOutWith) -> int:
    """Note every case whose row is missing or out of date, and with what rows are worked out from now on. How many."""
    if _has_changed(connection, now):
        connection.execute(text("DELETE FROM weighed WHERE ruleset = :ruleset"), _values(now))
        connection.execute(text(_EVERYONE), _values(now))
    connection.execute(text(_WHO_ENDED), _values(now))
    connection.execute(text("INSERT OR REPLACE INTO weighed_with VALUES (:ruleset, :stamp, :day)"), _values(now))
    return _waiting(connection, now)


def weigh_some(connection: Connection, now: WorkedOutWith, work_out: Callable[[NumberedForm], Lasting]) -> int:
    """Make the rows of some of the cases that were noted. How many are left."""
    at_once = {"ruleset": now.ruleset, "at_once": _AT_ONCE}
    some = "SELECT case_id FROM to_weigh WHERE ruleset = :ruleset ORDER BY case_id LIMIT :at_once"
    connection.execute(
        text(f"DELETE FROM weighed WHERE ruleset = :ruleset AND {_OF_CASES.format(cases=some)}"), at_once
    )
    made = []
    for each in _forms(connection, f"{_NEWEST} AND r.case_id IN ({some})", **at_once):
        row, until = work_out(each)
        made.append({"ruleset": now.ruleset, "form": each.number, "until": until.isoformat(), "row": to_json(row)})
    if made:
        connection.execute(insert(tables.weighed), made)
    connection.execute(text(f"DELETE FROM to_weigh WHERE ruleset = :ruleset AND case_id IN ({some})"), at_once)
    return _waiting(connection, now)


def rows(connection: Connection, ruleset: str) -> Rows:
    """All rows of a ruleset, by way of the driver since there may be very many."""
    found = statements.rows(connection, "SELECT form, row FROM weighed WHERE ruleset = ? ORDER BY form", (ruleset,))
    return Rows([number for number, _ in found], from_json(f"[{','.join([row for _, row in found])}]"))


def newest_forms(connection: Connection) -> Iterator[NumberedForm]:
    """The newest form of every case that has one."""
    return _forms(connection, _NEWEST)


def newest_among(connection: Connection, ids: Collection[str]) -> set[str]:
    """Which of these records are the newest form of their case."""
    among = f"{_NEWEST} AND r.id IN (SELECT value FROM json_each(:ids))"
    return {each.form.id for each in _forms(connection, among, ids=to_json(list(ids)))}


def count_newest(connection: Connection) -> int:
    """How many cases have a form."""
    forms = "SELECT count(DISTINCT case_id) FROM record WHERE kind = 'kartlegging' AND NOT removed"
    return int(connection.execute(text(forms)).scalar_one())


def numbered_forms(connection: Connection, numbers: Sequence[int]) -> Iterator[NumberedForm]:
    """The forms with these numbers, in the order in which they lie in the file."""
    columns, wanted = "rowid AS number, id, case_id, fields", "rowid IN (SELECT value FROM json_each(:numbers))"
    return _forms(connection, f"SELECT {columns} FROM record WHERE {wanted} ORDER BY rowid", numbers=to_json(numbers))


def forget(connection: Connection, case: str) -> None:
    """Take a case out, before its records go."""
    connection.execute(text(f"DELETE FROM weighed WHERE {_OF_CASES.format(cases=':case')}"), {"case": case})
    connection.execute(delete(tables.to_weigh).where(tables.to_weigh.c.case_id == case))


_WAITING = "SELECT 1 FROM to_weigh WHERE ruleset = :ruleset LIMIT 1"
_ENDED = "SELECT 1 FROM weighed WHERE ruleset = :ruleset AND until < :day LIMIT 1"
_EVERYONE = "INSERT OR IGNORE INTO to_weigh SELECT :ruleset, case_id FROM record WHERE kind = 'kartlegging'"
_WHO_ENDED = """
    INSERT OR IGNORE INTO to_weigh SELECT :ruleset, record.case_id FROM weighed JOIN record ON record.rowid = form
    WHERE ruleset = :ruleset AND until < :day
"""


def _has_changed(connection: Connection, now: WorkedOutWith) -> bool:
    """Whether what matters has; also where the clock has been put back, since a row holds only from its day on."""
    known = tables.weighed_with.c
    found = connection.execute(select(known.stamp, known.day).where(known.ruleset == now.ruleset)).first()
    return found is None or found.stamp != now.stamp or found.day > now.day.isoformat()


def _any(connection: Connection, statement: str, now: WorkedOutWith) -> bool:
    return connection.execute(text(statement), _values(now)).first() is not None


def _waiting(connection: Connection, now: WorkedOutWith) -> int:
    count = text("SELECT count(*) FROM to_weigh WHERE ruleset = :ruleset")
    return int(connection.execute(count, _values(now)).scalar_one())


def _values(now: WorkedOutWith) -> dict[str, str]:
    return {"ruleset": now.ruleset, "stamp": now.stamp, "day": now.day.isoformat()}


def _forms(connection: Connection, statement: str, **values: Any) -> Iterator[NumberedForm]:
    for row in connection.execute(text(statement), values):
        yield NumberedForm(row.number, from_fields(Kartlegging, row.id, row.case_id, from_json(row.fields)))
