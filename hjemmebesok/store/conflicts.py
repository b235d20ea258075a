"""Conflicts on this laptop: two values of one field, neither lost."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, exists, func, select, update

from hjemmebesok.store import outbox, tables
from hjemmebesok.store.codec import from_json
from hjemmebesok.wire.groups import as_one, group_of
from hjemmebesok.wire.lines import takes_apart
from hjemmebesok.wire.merge import REMOVED, Policy, policy
from hjemmebesok.wire.messages import Conflict, Value

_ROW = tables.conflict.c
_UNDOABLE = (Policy.KEEP_BOTH, Policy.NEEDS_YOU, Policy.LINES, Policy.ELEMENTS)

# Of a record that has been taken away nobody need choose anything; put back, it has both its values again.
_IS_GONE = exists().where(tables.record.c.id == _ROW.record, tables.record.c.removed.is_(True))
_IS_OPEN = _ROW.open.is_(True) & (~_IS_GONE | (func.json_extract(_ROW.body, "$.field") == REMOVED))


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that somebody is to decide, and every value that stands beside the one it shows, each in a conflict of
    its own: of two texts that were brought together, there are two. All are decided at once."""

    conflicts: tuple[Conflict, ...]

    @property
    def first(self) -> Conflict:
        """The oldest of them, which the clash is called after."""
        return self.conflicts[0]

    @property
    def beside(self) -> tuple[Conflict, ...]:
        """The others."""
        return self.conflicts[1:]

    @property
    def values(self) -> tuple[Value, ...]:
        """What the field shows, and then what stands beside it, oldest first."""
        shown = max(self.conflicts, key=lambda conflict: conflict.seq).shown
        return shown, *(conflict.other for conflict in self.conflicts)

    @property
    def joined(self) -> bool:
        """Whether what the field shows is a text made of two, which one decides by writing it over as well."""
        lines = policy(self.first.kind, self.first.field) is Policy.LINES
        return lines and takes_apart(self.values[0].value, None)


def together(conflicts: Iterable[Conflict]) -> list[Clash]:
    """The same by field, in the order of the first of each."""
    found: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in conflicts:
        found.setdefault((conflict.record, conflict.field), []).append(conflict)
    return [Clash(tuple(sorted(each, key=lambda one: one.id))) for each in found.values()]


def open_conflicts(connection: Connection, record_id: str | None = None) -> list[Conflict]:
    """The conflicts nobody has settled, oldest first; of one record, or of all."""
    rows = select(_ROW.body).where(_IS_OPEN).order_by(_ROW.id)
    if record_id is not None:
        rows = rows.where(_ROW.record == record_id)
    return [msgspec.json.decode(body, type=Conflict) for body in connection.execute(rows).scalars()]


def settled_clashes(connection: Connection, most: int) -> list[tuple[Clash, Any]]:
    """Those that were settled last, newest first, each with the value its field has now, so that a choice can be
    undone. What a rule settles at once, such as the strictest protection, is not among them."""
    rows = select(_ROW.body).where(_ROW.open.is_(False)).order_by(func.json_extract(_ROW.body, "$.seq").desc())
    found: dict[tuple[str, str, bytes], list[Conflict]] = {}
    for body in connection.execute(rows).scalars():
        conflict = msgspec.json.decode(body, type=Conflict)
        of_one = (conflict.record, conflict.field, msgspec.json.encode(conflict.shown))  # it was decided beside this
        if len(found) == most and of_one not in found:
            break
        if policy(conflict.kind, conflict.field) in _UNDOABLE and _fields(connection, conflict) is not None:
            found.setdefault(of_one, []).append(conflict)
    return [(clash, _now(connection, clash.first)) for each in found.values() for clash in together(each)]


def written_since(connection: Connection, conflicts: Sequence[Conflict]) -> dict[str, Any]:
    """By the id of a conflict, the value that was written here since it came, and that the server has not answered."""
    unsent = outbox.unsent_fields(connection, [conflict.record for conflict in conflicts])
    found: dict[str, Any] = {}
    for conflict in conflicts:
        written = unsent.get(conflict.record, {}).keys()
        if not written.isdisjoint(group_of(conflict.kind, conflict.field)):
            found[conflict.id] = _now(connection, conflict)
    return found


def decided_by(connection: Connection, edit: outbox.Edit, seen: Mapping[str, Any]) -> list[str]:
    """The conflicts that an edit decides, by their ids: in a text that was made of two, she saw the lines of both side
    by side, and took those of one of them away, or wrote them anew. What has come to stand beside it since she saw it
    is not among them. `seen`: what stood in the fields before."""
    lines = (name for name in edit.set if policy(edit.kind, name) is Policy.LINES)
    apart = {name for name in lines if takes_apart(seen.get(name), edit.set[name])}
    if not apart:
        return []
    beside = [each for each in open_conflicts(connection, edit.record) if each.field in apart]
    return [each.id for each in beside if _saw(connection, edit.base.get(each.field, ""), each)]


def close(connection: Connection, conflicts: Collection[str]) -> None:
    """They need nobody any more."""
    if conflicts:
        settled = update(tables.conflict).where(_ROW.id.in_(conflicts))
        connection.execute(settled.values(open=False))


def _saw(connection: Connection, change: str, conflict: Conflict) -> bool:
    """Whether this change, whose value was seen, is what the conflict shows, or was written over it here."""
    while change and change != conflict.shown.change:
        change = outbox.written_over(connection, change, conflict.field)
    return bool(change)


def _now(connection: Connection, conflict: Conflict) -> Any:
    return as_one(group_of(conflict.kind, conflict.field), _fields(connection, conflict) or {})


def _fields(connection: Connection, conflict: Conflict) -> dict[str, Any] | None:
    record = select(tables.record.c.fields).where(tables.record.c.id == conflict.record)
    fields = connection.execute(record).scalar()
    return None if fields is None else from_json(fields)


def count_open(connection: Connection) -> int:
    """How many fields are open: what several wrote in one field is decided at once."""
    fields = select(_ROW.record, func.json_extract(_ROW.body, "$.field")).where(_IS_OPEN).distinct().subquery()
    return connection.execute(select(func.count()).select_from(fields)).scalar_one()
