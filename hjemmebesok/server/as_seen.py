"""A group of which a change says only a part, read as its author saw it.

Whoever changes one field of a group means them all (wire/groups.py), but a program that is older than the group sends
only the one. The others are then those of the version she names as her base: what has been written to them since, she
has not seen, and it is no part of what she says. So her group is whole, and is laid as any other. Where it cannot be
told what she saw, as after a restore, what she says is kept and not shown.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from hjemmebesok.server.journal import Written
from hjemmebesok.wire.groups import GROUPS, groups_of
from hjemmebesok.wire.messages import Change, RecordState

FARTHEST = 100  # how far back a value is followed to those it was written over

History = Callable[[str], Written | None]
Group = tuple[str, ...]


class Seen(NamedTuple):
    """A value as the author of a change saw it, None where she saw none or it cannot be told; and the id of a change
    with which it stood there, "" where none is known."""

    value: Any = None
    change: str = ""


def made_whole(change: Change, record: RecordState, history: History) -> Change:
    """The change with all of each group that it says a part of; itself where it says all that there is."""
    if change.kind not in GROUPS:
        return change
    values, base = dict(change.set), dict(change.base)
    for group in groups_of(change.kind, change.set):
        for name in group:
            if name not in change.set and name in record.versions:
                values[name], seen_in = _seen(name, group, change, record, history)
                base |= {name: seen_in} if seen_in else {}
    return replace(change, set=values, base=base) if len(values) > len(change.set) else change


def _seen(name: str, group: Group, change: Change, record: RecordState, history: History) -> Seen:
    """What the author saw in this field, which the change does not say."""
    passed: dict[str, Written] = {}
    at = _newest(group, change.base, record, history)
    while at and at.change not in passed and len(passed) < FARTHEST:
        passed[at.change] = at
        if record.versions[name] in passed:
            return Seen(record.fields[name], record.versions[name])
        if name in at.values:
            return Seen(at.values[name], next(iter(passed)))
        at = _newest(group, at.base, record, history)
    return Seen(None, next(iter(passed), ""))


def _newest(group: Group, base: Mapping[str, str], record: RecordState, history: History) -> Written | None:
    """The last of the changes that the group is based on."""
    named = [history(base[name]) for name in group if name in base]
    return max((one for one in named if one and one.record == record.id), key=lambda one: one.seq, default=None)
