"""How a change is laid on a record, field by field. Bases decide, clocks only choose what is shown in the meantime.

A field whose author saw the value that is current is *clean*: it wins whatever the clocks say. The same value is
*merged*. Otherwise two people wrote without having seen each other, and the kind's policy decides: both are joined to
one value where that can be done, else one is shown and the other stays on the field as a conflict.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from uuid_utils import uuid7

from hjemmebesok.server.conflicts import Conflicts
from hjemmebesok.server.joining import Joint, join
from hjemmebesok.server.journal import Written
from hjemmebesok.wire.merge import REMOVED, Policy, greatest, policy, strictest
from hjemmebesok.wire.messages import Change, Outcome, RecordState, Value

_WORST_LAST: tuple[Outcome, ...] = ("clean", "merged", "concurrent")
_SETTLED = (Policy.STRICTEST, Policy.GREATEST, Policy.LATER)  # nobody needs to choose
_FARTHEST = 100  # how far back a value is followed to those it was written over

History = Callable[[str], Written | None]


@dataclass(slots=True)
class Laying:
    """One change being laid on one record. What the server makes of two values is a change of its own: `joint`."""

    change: Change
    mine: Written
    record: RecordState
    seq: int
    history: History
    conflicts: Conflicts
    joint: Written = field(init=False)

    def __post_init__(self) -> None:
        self.joint = Written(str(uuid7()), self.record.id, self.seq, self.mine.author, self.mine.at, {}, {})

    def lay(self) -> Outcome:
        """Lay the change on the record's fields and versions; the outcome is that of its least lucky field."""
        self.conflicts.settle(self.change, self.seq)
        if self._is_untouched():
            self.record.fields.update(self.change.set)
            self.record.versions.update(dict.fromkeys(self.change.set, self.mine.change))
            return "clean"
        was_removed = self.record.fields.get(REMOVED) is True
        outcomes = {self._lay_field(name) for name in self.change.set}
        if was_removed and self.change.set and REMOVED not in self.change.set:
            outcomes.add(self._bring_back())
        return max(outcomes, key=_WORST_LAST.index, default="clean")

    def _is_untouched(self) -> bool:
        """True where the author saw every field as it is and nothing stands beside any: nearly always, and then all
        fields are laid at once."""
        versions, base = self.record.versions, self.change.base
        seen = all(versions.get(name) in (None, base.get(name)) for name in self.change.set)
        removed = self.record.fields.get(REMOVED) is True or self.change.set.get(REMOVED) is True
        return seen and not removed and not self.conflicts.beside(self.record.id)

    def _lay_field(self, name: str) -> Outcome:
        current, base = self.record.versions.get(name), self.change.base.get(name)
        if name == REMOVED and self.change.set[name] is True and (unseen := self._unseen()):
            return self._stay(unseen)
        if current is None or current == base:
            self._show(name, self.change.set[name], self.mine)
            return "clean"
        self.conflicts.overtake(self.change, name, self.seq)
        if same(self.record.fields[name], self.change.set[name]) or self._was_written_over(name, current):
            return "merged"
        if self._saw_equal(name):
            self._show(name, self.change.set[name], self.mine)
            return "clean"
        return self._bring_together(name)

    def _bring_together(self, name: str) -> Outcome:
        theirs, before = self._writer(name), self._before(name)
        value = join(policy(self.change.kind, name), before, self._theirs(name), self.mine.value(name))
        if value is None:
            self._keep_both(name, theirs)
            return "concurrent"
        self._show_joint(name, value, theirs)
        for kept in value.kept:
            self.conflicts.keep(self.change, name, self.seq, self._shown(name), kept, settled=not value.overlap)
        return "concurrent" if value.overlap else "merged"

    def _show_joint(self, name: str, value: Joint, theirs: Written) -> None:
        if same(value.value, self.change.set[name]):
            self._show(name, value.value, self.mine)
        elif not same(value.value, self.record.fields[name]):
            self.joint = self.joint.joined(name, value.value, theirs)
            self._show(name, value.value, self.joint)

    def _keep_both(self, name: str, writer: Written) -> None:
        theirs, mine = self._theirs(name), self.mine.value(name)
        settled = policy(self.change.kind, name) in _SETTLED
        if mine_is_shown(self.change, name, self.mine, theirs, writer):
            self._show(name, mine.value, self.mine)
            self.conflicts.keep(self.change, name, self.seq, mine, theirs, settled=settled)
        else:
            self.conflicts.keep(self.change, name, self.seq, theirs, mine, settled=settled)

    def _bring_back(self) -> Outcome:
        """Somebody else had removed what this author wrote in: the edit wins, and the removal stays beside it."""
        removal = self._writer(REMOVED)
        gone = Value(removal.change, True, removal.author, removal.at)
        self.joint = self.joint.joined(REMOVED, False, removal)
        self._show(REMOVED, False, self.joint)
        self.conflicts.keep(self.change, REMOVED, self.seq, self._shown(REMOVED), gone, settled=False)
        return "concurrent"

    def _stay(self, unseen: str) -> Outcome:
        """The author removes what somebody else has written in meanwhile: the edit wins here too."""
        edit = self._writer(unseen)
        there = Value(edit.change, False, edit.author, edit.at)
        self.conflicts.keep(self.change, REMOVED, self.seq, there, self.mine.value(REMOVED), settled=False)
        return "concurrent"

    def _unseen(self) -> str:
        """A field that has another value than the author saw who removes the record; "" where there is none."""
        return next((name for name in self.record.versions if name != REMOVED and not self._saw(name)), "")

    def _saw(self, name: str) -> bool:
        current, base = self.record.versions[name], self.change.base.get(name)
        return current == base or name in self.change.set or self._saw_equal(name)

    def _saw_equal(self, name: str) -> bool:
        # The value they saw came after the current one and is equal: it was their own, and was merged into this one.
        base, current = self.change.base.get(name), self.record.versions[name]
        seen, shown = self.history(base) if base else None, self.history(current)
        if seen is None or shown is None or seen.record != self.record.id or seen.seq < shown.seq:
            return False
        return name in seen.values and same(seen.values[name], self.record.fields[name])

    def _was_written_over(self, name: str, current: str) -> bool:
        # A restored server gets changes again, and a later one may come before the one it was written over.
        for _ in range(_FARTHEST):
            writer = self.history(current)
            current = writer.base.get(name, "") if writer and writer.record == self.record.id else ""
            if current in ("", self.change.id):
                return bool(current)
        return False

    def _before(self, name: str) -> Value | None:
        """The value that both wrote over, as far as it is known; an empty one where there was none."""
        base = self.change.base.get(name)
        if base is None:
            return Value("", None, "", "")
        seen = self.history(base)
        return seen.value(name) if seen and seen.record == self.record.id and name in seen.values else None

    def _writer(self, name: str) -> Written:
        current = self.record.versions[name]
        return self.history(current) or Written(current, self.record.id, 0, "", "", {}, {})

    def _theirs(self, name: str) -> Value:
        writer = self._writer(name)
        return Value(writer.change, self.record.fields[name], writer.author, writer.at)

    def _shown(self, name: str) -> Value:
        shown = self.joint if name in self.joint.values else self.mine
        if self.record.versions[name] not in (self.joint.change, self.mine.change):
            return self._theirs(name)
        return Value(shown.change, self.record.fields[name], shown.author, shown.at)

    def _show(self, name: str, value: Any, writer: Written) -> None:
        self.record.fields[name] = value
        self.record.versions[name] = writer.change
        shown = Value(writer.change, value, writer.author, writer.at)
        self.conflicts.show(self.change, name, self.seq, shown)


def mine_is_shown(change: Change, name: str, mine: Written, theirs: Value, writer: Written) -> bool:
    """Which of two concurrent values the field shows, by the policy of its kind; later ids win a tie of clocks."""
    rule, value = policy(change.kind, name), change.set[name]
    if rule is Policy.NEEDS_YOU:
        return False
    if rule is Policy.STRICTEST:
        return same(strictest(change.kind, name, theirs.value, value), value)
    if rule is Policy.GREATEST:
        return same(greatest(theirs.value, value), value)
    return (mine.at, mine.change) > (writer.at, writer.change)


def same(one: Any, other: Any) -> bool:
    """True for equal values of one type: 1, 1.0 and yes are three different answers."""
    return type(one) is type(other) and bool(one == other)
