"""The new changes of a push: each is judged alone, in the order it was written, and all are written at the end."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import Connection

from hjemmebesok.server import check, journal
from hjemmebesok.server.access import Access
from hjemmebesok.server.as_seen import made_whole
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.conflicts import Conflicts, same
from hjemmebesok.server.digests import Digests
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.journal import Entry, Head, Written
from hjemmebesok.server.judge import Laying
from hjemmebesok.server.records import Records
from hjemmebesok.server.rows import Together
from hjemmebesok.wire.merge import closed_with, is_closed
from hjemmebesok.wire.messages import Change, Outcome, RecordState, Result
from hjemmebesok.wire.municipal import MUNICIPAL_CASES, lies_right
from hjemmebesok.wire.restricted import is_restricted


@dataclass(frozen=True, slots=True)
class Clocks:
    """The laptop's clock and the server's, at one moment."""

    laptop: datetime
    server: datetime


class Batch:
    """The new changes of a push, and what is stored about the records they touch. Those that are `taken` came under the
    id of another change: they are kept, and not laid on any record."""

    def __init__(
        self,
        connection: Connection,
        caller: Caller,
        changes: Sequence[Change],
        head: Head,
        clocks: Clocks,
        taken: Collection[str] = (),
    ) -> None:
        self._connection, self._caller, self._head, self._clocks = connection, caller, head, clocks
        self._taken = taken
        self._bodies = {change.id: check.packed(change) for change in changes}
        self._flaws = {change.id: check.flaw(change, len(self._bodies[change.id]), caller) for change in changes}
        named = set(filter(check.ID.match, {change.case for change in changes}))
        self._access = Access(connection, caller, named, clocks.server)
        # What is written to an erased case is not kept, whatever else is wrong with it.
        self._flaws |= {change.id: "erased" for change in changes if change.case in self._access.erased}
        sound = [change for change in changes if not self._flaws[change.id]]
        touched = {change.record for change in sound}
        self._records = Records(connection, caller.municipality, touched)
        self._conflicts = Conflicts(connection, caller.municipality, touched)
        self._written: dict[str, Written | None] = {}
        self._read_writers(sound)
        self._entries: list[Entry] = []
        self._in_part: set[str] = set()  # the cases in which a group was said in part: the rest of it has moved too

    def answer(self, change: Change) -> Result:
        """Judge one change, and note the answer for the journal."""
        seq = self._head.seq + len(self._entries) + 1
        at = check.moment(change.at) or self._clocks.server
        written = stamp(check.by_our_clock(at, self._clocks.laptop, self._clocks.server))
        reason = self._flaws[change.id] or self._misplaced(change) or ("id_taken" if change.id in self._taken else "")
        outcome: Outcome = "refused"
        joint: Written | None = None
        if not reason:
            outcome, reason, joint = self._lay(change, written, seq)
        result = Result(change.id, outcome, reason, seq)
        self._entries.append(Entry(change, self._bodies[change.id], written, result))
        if joint:
            self._entries.append(_of_the_server(joint, change, written, seq + 1))
        return result

    def save(self, together: Together) -> dict[str, int]:
        """Write everything, with what is to be written already; returns the heads of the cases that moved."""
        heads = self._access.save(together)
        digests = Digests(self._caller.municipality, self._access.digests)
        self._records.save(digests, together)
        self._conflicts.save(digests, together)
        digests.save(together)
        journal.append(self._caller, self._head, self._entries, self._clocks.server, together)
        together.write(self._connection)
        self._records.drop_unnamed()
        return heads

    def in_step(self, heads: Mapping[str, int]) -> dict[str, tuple[int, int]]:
        """The cases in which nothing happened but clean changes: a laptop that was in step there still is."""
        mixed = {entry.change.case for entry in self._entries if entry.result.outcome != "clean"}
        alone = heads.keys() - mixed - self._in_part - self._conflicts.stirred()
        return {case: (self._access.before.get(case, 0), heads[case]) for case in alone}

    def _misplaced(self, change: Change) -> str:
        """The reason the change cannot go where it wants; the same for a case that is not there as for another's."""
        found = self._records.get(change.record)
        if not self._access.allows(change.case):
            return "not_your_role" if change.case in MUNICIPAL_CASES else "no_access"
        if not lies_right(change.kind, change.case):
            return "elsewhere"
        if found is None or (found.case, found.kind) == (change.case, change.kind):
            return ""
        return "elsewhere" if self._access.holds(found.case) else "no_access"

    def _lay(self, change: Change, at: str, seq: int) -> tuple[Outcome, str, Written | None]:
        found = self._records.get(change.record)
        size = len(self._bodies[change.id])
        if found and self._closed(found, change.set) and not _says_nothing_new(change, found):
            return "refused", "closed", None
        if not self._records.has_room(change.record, size):
            return "refused", "too_large", None
        versions = {} if found is None else dict(found.versions)
        fields = {} if found is None else dict(found.fields)
        record = RecordState(change.record, change.kind, change.case, seq, fields, versions)
        mine = self._written[change.id] = Written(
            change.id, change.record, seq, self._caller.name, at, change.set, change.base
        )
        whole = made_whole(change, record, self._writer)
        self._in_part |= {change.case} if whole is not change else set()
        laying = Laying(whole, mine, record, seq, self._writer, self._conflicts)
        outcome = laying.lay()
        if laying.joint:
            self._written[laying.joint.change] = laying.joint
        if change.set:
            self._records.put(record, size)
        self._access.moved(change.case, seq)
        if is_restricted(record.kind, record.fields):
            self._access.restrict(change.case)
        return outcome, "", laying.joint

    def _closed(self, record: RecordState, wanted: Collection[str]) -> bool:
        parent = self._records.get(closed_with(record.kind, record.fields))
        with_it = parent.fields if parent and parent.case == record.case else None
        return is_closed(record.kind, record.fields, with_it, wanted)

    def _read_writers(self, changes: Sequence[Change]) -> None:
        """Who wrote the values that may turn out to be concurrent, read all at once."""
        wanted = {id_ for change in changes for id_ in _unseen(change, self._records.get(change.record))}
        if wanted:
            self._written |= journal.history(self._connection, self._caller.municipality, wanted)

    def _writer(self, change: str) -> Written | None:
        if change not in self._written:
            self._written[change] = journal.history(self._connection, self._caller.municipality, [change]).get(change)
        return self._written[change]


def _of_the_server(joint: Written, change: Change, at: str, seq: int) -> Entry:
    """What the server made of two values, as a change of its own, so that later ones can build on it."""
    made = replace(change, id=joint.change, set=dict(joint.values), base=dict(joint.base), settles=[])
    return Entry(made, check.packed(made), at, Result(made.id, "clean", "", seq))


def _unseen(change: Change, record: RecordState | None) -> set[str]:
    versions = record.versions if record else {}
    differing = [name for name in change.set if name in versions and versions[name] != change.base.get(name)]
    return {versions[name] for name in differing} | {change.base[name] for name in differing if name in change.base}


def _says_nothing_new(change: Change, record: RecordState) -> bool:
    return all(name in record.fields and same(record.fields[name], value) for name, value in change.set.items())
