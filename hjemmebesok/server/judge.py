"""How a change is laid on a record, field by field. Bases decide, clocks only choose what is shown in the meantime.

A field whose author saw the value that is current is *clean*: it wins whatever the clocks say. The same value is
*merged*. Otherwise two people wrote without having seen each other, and the kind's policy decides: both are joined to
one value where that can be done, else one is shown and the other stays on the field as a conflict. The fields of a
group are one in all this: the author's are laid all or none, and those that she left out are as she saw them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from uuid_utils import uuid7

from hjemmebesok.server.conflicts import Conflicts, same
from hjemmebesok.server.joining import Joint, join
from hjemmebesok.server.journal import Written
from hjemmebesok.wire.groups import as_one, groups_of
from hjemmebesok.wire.merge import REMOVED, Policy, greatest, is_stricter, policy, strictest
from hjemmebesok.wire.messages import Change, Outcome, RecordState, Value

_WORST_LAST: tuple[Outcome, ...] = ("clean", "merged", "concurrent")
_SETTLED = (Policy.STRICTEST, Policy.GREATEST, Policy.LATER)  # nobody needs to choose
_FARTHEST = 100  # how far back a value is followed to those it was written over

Group = tuple[str, ...]  # fields that are laid as one, mostly one alone
History = Callable[[str], Written | None]


@dataclass(slots=True)
class Laying:
    """One change, its groups made whole, being laid on one record; `mine` is the change as it came. What the server
    makes of two values is a change of its own: `joint`."""

    change: Change
    mine: Written
    record: RecordState
    seq: int
    history: History
    conflicts: Conflicts
    joint: Written | None = None

    def lay(self) -> Outcome:
        """Lay the change on the record's fields and versions; the outcome is that of its least lucky field."""
        self.conflicts.settle(self.change, self.seq)
        if self._is_untouched():
            self.record.fields.update(self.change.set)
            self.record.versions.update(dict.fromkeys(self.change.set, self.mine.change))
            return "clean"
        was_removed = self.record.fields.get(REMOVED) is True
        outcomes = {self._lay_fields(group) for group in groups_of(self.change.kind, self.change.set)}
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

    def _lay_fields(self, group: Group) -> Outcome:
        """A field, or those of a group that the author wrote."""
        names = [name for name in group if name in self.change.set]
        if REMOVED in names and self.change.set[REMOVED] is True and (unseen := self._unseen()):
            return self._stay(unseen)
        differing = [name for name in names if not self._has_seen(name)]
        if not differing:
            return self._take(group)
        self.conflicts.overtake(self.change, group[0], self.seq)
        if all(self._is_there(name) for name in names):
            return "merged"
        if all(self._saw_equal(name) for name in differing):
            return self._take(group)
        return self._bring_together(group, differing[0])

    def _has_seen(self, name: str) -> bool:
        return self.record.versions.get(name) in (None, self.change.base.get(name))

    def _is_there(self, name: str) -> bool:
        current = self.record.versions.get(name)
        if current is None:
            return False
        return same(self.record.fields[name], self.change.set[name]) or self._was_written_over(name, current)

    def _bring_together(self, group: Group, name: str) -> Outcome:
        theirs, before = self._writer(name), self._before(name)
        value = join(policy(self.change.kind, name), before, self._theirs((name,), name), self.mine.value(name))
        if value is None:
            self._keep_both(group, name)
            return "concurrent"
        self._show_joint(name, value, theirs)
        for kept in value.kept:
            self.conflicts.keep(self.change, name, self.seq, self._shown(name), kept, settled=not value.overlap)
        return "concurrent" if value.overlap else "merged"

    def _show_joint(self, name: str, value: Joint, theirs: Written) -> None:
        if same(value.value, self.change.set[name]):
            self._show(name, value.value, self.mine)
        elif not same(value.value, self.record.fields[name]):
            self._make_joint(name, value.value, theirs)

    def _make_joint(self, name: str, value: Any, theirs: Written) -> None:
        mine = self.mine
        joint = self.joint or Written(str(uuid7()), self.record.id, self.seq, mine.author, mine.at, {}, {})
        self.joint = joint.joined(name, value, theirs)
        self._show(name, value, self.joint)

    def _keep_both(self, group: Group, name: str) -> None:
        writer, theirs, mine = self._writer(name), self._theirs(group, name), self._mine(group)
        settled = policy(self.change.kind, name) in _SETTLED
        if self._is_whole(group) and mine_is_shown(self.change, name, self.mine, theirs, writer):
            self._take(group)
            self.conflicts.keep(self.change, group[0], self.seq, mine, theirs, settled=settled)
        else:
            self.conflicts.keep(self.change, group[0], self.seq, theirs, mine, settled=settled)

    def _is_whole(self, group: Group) -> bool:
        """True where it is known what the author saw of all that the group has here."""
        rest = [name for name in group if name in self.record.versions and name not in self.mine.values]
        return all(self.change.set[name] is not None for name in rest)

    def _bring_back(self) -> Outcome:
        """Somebody else had removed what this author wrote in: the edit wins, and the removal stays beside it."""
        removal = self._writer(REMOVED)
        gone = Value(removal.change, True, removal.author, removal.at)
        self._make_joint(REMOVED, False, removal)
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

    def _theirs(self, group: Group, name: str) -> Value:
        """What these fields show, as written by whoever wrote this one of them."""
        writer = self._writer(name)
        return Value(writer.change, as_one(group, self.record.fields), writer.author, writer.at)

    def _mine(self, group: Group) -> Value:
        values = as_one(group, self.record.fields | self.change.set)
        return Value(self.mine.change, values, self.mine.author, self.mine.at)

    def _shown(self, name: str) -> Value:
        current = self.record.versions[name]
        shown = next((one for one in (self.joint, self.mine) if one and one.change == current), None)
        if shown is None:
            return self._theirs((name,), name)
        return Value(shown.change, self.record.fields[name], shown.author, shown.at)

    def _take(self, group: Group) -> Outcome:
        """The author's values are shown from now on."""
        mine = self._mine(group)
        for name in group:
            if name in self.change.set:
                self.record.fields[name], self.record.versions[name] = self.change.set[name], self.mine.change
        self.conflicts.show(self.change, group[0], self.seq, mine)
        return "clean"

    def _show(self, name: str, value: Any, writer: Written) -> None:
        self.record.fields[name] = value
        self.record.versions[name] = writer.change
        shown = Value(writer.change, value, writer.author, writer.at)
        self.conflicts.show(self.change, name, self.seq, shown)


def mine_is_shown(change: Change, name: str, mine: Written, theirs: Value, writer: Written) -> bool:
    """Which of two concurrent values the field shows, by the policy of its kind; later ids win a tie of clocks."""
    rule, value = policy(change.kind, name), change.set[name]
    if rule is Policy.NEEDS_YOU:
        return is_stricter(change.kind, name, value, theirs.value)
    if rule is Policy.STRICTEST:
        return same(strictest(change.kind, name, theirs.value, value), value)
    if rule is Policy.GREATEST:
        return same(greatest(theirs.value, value), value)
    return (mine.at, mine.change) > (writer.at, writer.change)
