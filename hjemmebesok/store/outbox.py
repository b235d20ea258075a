"""The changes made here and what has become of them, in the order they were made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import uuid_utils.compat as uuid
from sqlalchemy import Connection, update

from hjemmebesok.store import statements, tables
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.merge import REMOVED
from hjemmebesok.wire.messages import Change
from hjemmebesok.wire.set_aside import said

_ROW = tables.outbox.c
UNSENT = ("queued", "again")  # again: it was accepted once, and the server has lost it
REFUSED = ("needs_you", "laid_aside")
_SENT_TO = "sent_to"  # setting: the last change, by its number in this table, that may have reached the server

# A change that locks or removes a record must not overtake the edits made before it, so it never joins an earlier one.
_NEVER_JOINED = ("status", REMOVED)

_CHANGES = "SELECT id, record, kind, case_id, fields, base, settles, device_seq, author, at FROM outbox"
_FIELDS = 4  # where the fields stand in a row of these
_ARE_UNSENT = "state IN ('queued', 'again')"
_ARE_REFUSED = "state IN ('needs_you', 'laid_aside')"
_OLDEST_UNSENT = (  # which they are, the index tells: of a long queue, only these rows are read
    f"{_CHANGES} WHERE device_seq IN"
    f" (SELECT device_seq FROM outbox WHERE {_ARE_UNSENT} AND device_seq > ? ORDER BY device_seq LIMIT ?)"
    " ORDER BY device_seq"
)
_OLDEST = f"{_CHANGES} WHERE +state IN (SELECT value FROM json_each(?)) ORDER BY device_seq LIMIT ?"
_NEWEST_ANSWERED = (
    f"{_CHANGES} WHERE +state = 'accepted' OR (+state = 'needs_you' AND answered_at != '' AND reason != 'too_large')"
    " ORDER BY device_seq DESC LIMIT 1"
)
_UNSENT_AMONG = (
    f"SELECT record, id, fields FROM outbox WHERE {_ARE_UNSENT}"
    " AND record IN (SELECT value FROM json_each(?)) ORDER BY device_seq"
)
_TO_JOIN = (
    "SELECT device_seq, id, fields, base, settles FROM outbox WHERE record = ? AND state = 'queued' AND author = ?"
    " AND device_seq > ? ORDER BY device_seq DESC LIMIT 1"
)
_JOIN = "UPDATE outbox SET fields = ?, base = ?, settles = ?, at = ? WHERE device_seq = ?"
_ENQUEUE = (
    "INSERT INTO outbox (id, record, kind, case_id, fields, base, settles, author, at, state, reason, answered_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', '', '')"
)


@dataclass(frozen=True, slots=True)
class Edit:
    """What one action sets on one record, and the change each field's seen value came from."""

    record: str
    kind: str
    case: str
    set: dict[str, Any]
    base: dict[str, str]
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A change the server would not take, with its reason; nothing of it is lost."""

    change: Change
    reason: str

    @property
    def said(self) -> dict[str, Any]:
        """The fields that it says something of."""
        return said(self.change)


def enqueue(connection: Connection, edit: Edit, settles: Sequence[str] = ()) -> str:
    """Put the edit last in the queue as a change of its own; its id."""
    change = str(uuid.uuid7())
    values = (
        change, edit.record, edit.kind, edit.case, to_json(edit.set), to_json(edit.base), to_json(settles),
        edit.author, edit.at,
    )  # fmt: skip
    statements.run(connection, _ENQUEUE, values)
    return change


def join_unsent(connection: Connection, edit: Edit, settles: Sequence[str] = ()) -> str:
    """Add the edit to its record's unsent change, keeping the first base of each field; "" where there is none that
    surely has not been sent."""
    unsent = statements.rows(connection, _TO_JOIN, (edit.record, edit.author, _sent_to(connection)))
    if not unsent:
        return ""
    number, change, fields, base, settled = unsent[0]
    waiting = from_json(fields)
    if not {*edit.set, *waiting}.isdisjoint(_NEVER_JOINED):
        return ""
    first_base = {name: seen for name, seen in edit.base.items() if seen != change}
    both = (to_json(waiting | edit.set), to_json(first_base | from_json(base)))
    statements.run(connection, _JOIN, (*both, to_json([*from_json(settled), *settles]), edit.at, number))
    return str(change)


def next_unsent(connection: Connection, most: int, largest: int, after: int = 0) -> list[Change]:
    """The oldest unsent changes after this place in the queue: so many at most, of so many bytes together, but always
    one where there is one."""
    found: list[Change] = []
    size = 0
    for row in statements.driver(connection).execute(_OLDEST_UNSENT, (after, most)):
        size += len(row[_FIELDS])
        if found and size > largest:
            break
        found.append(_change(row))
    return found


def place_unsent(connection: Connection, change: str) -> int:
    """Where in the queue this change stands; 0 where it is not unsent."""
    place = f"SELECT device_seq FROM outbox WHERE id = ? AND +{_ARE_UNSENT}"
    return int(statements.value(connection, place, (change,)) or 0)


def note_sent(connection: Connection, changes: Sequence[Change]) -> None:
    """These, the oldest unsent ones, may have reached the server from now on, so that no later edit is added to them.
    One number says it of all of them, and none of them is written anew."""
    last = max((change.device_seq for change in changes), default=0)
    if last > _sent_to(connection):
        write_setting(connection, _SENT_TO, last)


def in_state(connection: Connection, *states: str, limit: int) -> list[Change]:
    """So many changes in these states, oldest first."""
    return [_change(row) for row in statements.rows(connection, _OLDEST, (to_json(states), limit))]


def newest_answered(connection: Connection) -> list[Change]:
    """The last change that the server has answered, where there is one: not one that was too large, for with all that
    is held by then there may be no request that could carry it."""
    return [_change(row) for row in statements.rows(connection, _NEWEST_ANSWERED)]


def is_any_again(connection: Connection) -> bool:
    """Whether the server has lost changes that it once accepted, and does not have again yet."""
    return statements.value(connection, "SELECT 1 FROM outbox WHERE state = 'again' LIMIT 1") is not None


def unsent_cases(connection: Connection) -> set[str]:
    """The cases with changes that the server has not answered."""
    return set(statements.column(connection, f"SELECT DISTINCT case_id FROM outbox WHERE {_ARE_UNSENT}"))


def withheld_cases(connection: Connection) -> set[str]:
    """The cases of changes that the server would not take because the case is not, or no longer, hers."""
    withheld = f"SELECT case_id FROM outbox WHERE {_ARE_REFUSED} AND reason IN ('no_access', 'erased')"
    return set(statements.column(connection, withheld))


def unsendable_cases(connection: Connection) -> set[str]:
    """The cases of changes that no request could carry and that their author has not laid aside: they are nowhere but
    here. Where a case is known to be erased by law, nothing of it is to be kept."""
    erased = f"SELECT case_id FROM outbox WHERE {_ARE_REFUSED} AND reason = 'erased'"
    stuck = f"state = 'needs_you' AND answered_at = '' AND case_id NOT IN ({erased})"
    return set(statements.column(connection, f"SELECT DISTINCT case_id FROM outbox WHERE {stuck}"))


def is_more_to_send(connection: Connection, asked: Sequence[Change]) -> bool:
    """Whether something is unsent once these have been answered. A server that has not answered the last of them is
    not asked on and on."""
    if asked and place_unsent(connection, asked[-1].id):
        return False
    return statements.value(connection, f"SELECT 1 FROM outbox WHERE {_ARE_UNSENT} LIMIT 1") is not None


def count_unsent(connection: Connection) -> int:
    """How many changes have not been accepted by the server yet."""
    return int(statements.value(connection, f"SELECT count(*) FROM outbox WHERE {_ARE_UNSENT}"))


def count_again(connection: Connection) -> int:
    """How many of those were accepted once: the server has been restored from a backup, and is told them again."""
    return int(statements.value(connection, "SELECT count(*) FROM outbox WHERE state = 'again'"))


def set_aside(connection: Connection) -> list[SetAside]:
    """The changes the server would not take."""
    reasons = dict(statements.rows(connection, "SELECT id, reason FROM outbox WHERE state = 'needs_you'"))
    rows = statements.rows(connection, f"{_CHANGES} WHERE state = 'needs_you' ORDER BY device_seq")
    return [SetAside(change, reasons[change.id]) for change in map(_change, rows)]


def lay_aside(connection: Connection, change_id: str) -> None:
    """Let a change that the server would not take need nobody any more: it is kept, never sent again, and no longer
    among those set aside. Any other change stays as it is."""
    refused = update(tables.outbox).where(_ROW.id == change_id, _ROW.state == "needs_you")
    connection.execute(refused.values(state="laid_aside"))


def unsent_fields(connection: Connection, records: Collection[str]) -> dict[str, dict[str, str]]:
    """The fields of these records that hold an unsent value: record -> field -> id of the change."""
    found: dict[str, dict[str, str]] = {}
    for record, change, fields in statements.rows(connection, _UNSENT_AMONG, (to_json(list(records)),)):
        found.setdefault(record, {}).update(dict.fromkeys(from_json(fields), change))
    return found


def made_here(connection: Connection, changes: Collection[str]) -> set[str]:
    """Those of these changes that were made on this laptop, as long as it keeps them."""
    known = "SELECT id FROM outbox WHERE id IN (SELECT value FROM json_each(?))"
    return set(statements.column(connection, known, (to_json(list(changes)),)))


def written_over(connection: Connection, change: str, field: str) -> str:
    """The change that a value of this field was written over, where the server has not answered for it yet; "" where
    there was none, or where it is none of hers."""
    base = f"SELECT base FROM outbox WHERE id = ? AND {_ARE_UNSENT}"
    known = statements.value(connection, base, (change,))
    return str(from_json(known).get(field, "")) if known else ""


def unfinished_records(connection: Connection) -> set[str]:
    """The records of which the server would not take something that their author can write anew: until then, what the
    server has of them is not all there is."""
    unfinished = f"SELECT record FROM outbox WHERE {_ARE_REFUSED} AND reason IN ('too_large', 'malformed')"
    return set(statements.column(connection, unfinished))


def refused_records(connection: Connection) -> set[str]:
    """The records of which the server would not take something."""
    return set(statements.column(connection, f"SELECT record FROM outbox WHERE {_ARE_REFUSED}"))


def sign_unsent(connection: Connection, author: str) -> None:
    """Put the enrolled user's id on changes made before this laptop was enrolled."""
    unsent = update(tables.outbox).where(_ROW.state == "queued", _ROW.device_seq > _sent_to(connection))
    connection.execute(unsent.values(author=author))


def _sent_to(connection: Connection) -> int:
    return int(read_setting(connection, _SENT_TO, 0))


def _change(row: tuple[Any, ...]) -> Change:
    change, record, kind, case, fields, base, settles, number, author, at = row
    return Change(
        id=change, record=record, kind=kind, case=case, set=from_json(fields), base=from_json(base),
        settles=from_json(settles), device_seq=number, author=author, at=at,
    )  # fmt: skip
