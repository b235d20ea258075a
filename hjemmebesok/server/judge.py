"""How a change is laid on a record, field by field. Bases decide, clocks only choose what is shown in the meantime.

A field whose author saw the value that is current is *clean*: it wins whatever the clocks say. The same value is
*merged*. Otherwise two people wrote without having seen each other, and the kind's policy decides what is shown; the
other value stays on the field as a conflict.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hjemmebesok.server.conflicts import Conflicts
from hjemmebesok.server.journal import Written
from hjemmebesok.wire.merge import Policy, policy, strictest
from hjemmebesok.wire.messages import Change, Outcome, RecordState, Value

_WORST_LAST: tuple[Outcome, ...] = ("clean", "merged", "concurrent")


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to judge: who wrote an earlier change, and the conflicts that lie on its record."""

    history: Callable[[str], Written | None]
    conflicts: Conflicts

    def lay(self, change: Change, mine: Written, record: RecordState, seq: int) -> Outcome:
        """Lay the change on the record's fields and versions; the outcome is that of its least lucky field."""
        self.conflicts.settle(change, seq)
        outcomes = {self._lay_field(change, mine, record, field, seq) for field in change.set}
        return max(outcomes, key=_WORST_LAST.index, default="clean")

    def _lay_field(self, change: Change, mine: Written, record: RecordState, field: str, seq: int) -> Outcome:
        current, base = record.versions.get(field), change.base.get(field)
        if current is None or current == base:
            self._show(change, mine, record, field, seq)
            return "clean"
        self.conflicts.overtake(change, field, seq)
        if same(record.fields[field], change.set[field]):
            return "merged"
        if base is not None and self._is_merged_with(current, base, field, record):
            self._show(change, mine, record, field, seq)
            return "clean"
        self._keep_both(change, mine, record, field, seq)
        return "concurrent"

    def _is_merged_with(self, current: str, base: str, field: str, record: RecordState) -> bool:
        # The value they saw came after the current one and is equal: it was their own, and was merged into this one.
        seen, shown = self.history(base), self.history(current)
        if seen is None or shown is None or seen.record != record.id or seen.seq < shown.seq:
            return False
        return field in seen.values and same(seen.values[field], record.fields[field])

    def _keep_both(self, change: Change, mine: Written, record: RecordState, field: str, seq: int) -> None:
        current = record.versions[field]
        writer = self.history(current) or Written(current, record.id, 0, "", "", {})
        theirs = Value(current, record.fields[field], writer.author, writer.at)
        settled = policy(change.kind, field) is Policy.STRICTEST
        if mine_is_shown(change, field, mine, theirs, writer):
            self._show(change, mine, record, field, seq)
            self.conflicts.keep(change, field, seq, mine.value(field), theirs, settled=settled)
        else:
            self.conflicts.keep(change, field, seq, theirs, mine.value(field), settled=settled)

    def _show(self, change: Change, mine: Written, record: RecordState, field: str, seq: int) -> None:
        record.fields[field] = change.set[field]
        record.versions[field] = change.id
        self.conflicts.show(change, field, seq, mine.value)


def mine_is_shown(change: Change, field: str, mine: Written, theirs: Value, writer: Written) -> bool:
    """Which of two concurrent values the field shows, by the policy of its kind; later ids win a tie of clocks."""
    rule = policy(change.kind, field)
    if rule is Policy.NEEDS_YOU:
        return False
    if rule is Policy.STRICTEST:
        return same(strictest(change.kind, field, theirs.value, change.set[field]), change.set[field])
    return (mine.at, mine.change) > (writer.at, writer.change)


def same(one: Any, other: Any) -> bool:
    """True for equal values of one type: 1, 1.0 and yes are three different answers."""
    return type(one) is type(other) and bool(one == other)
