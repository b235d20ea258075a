"""Three laptops, and what their caseworkers seldom write: with a program that is older, and what is too large."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from laptops import FIELDS, Laptop
from values import a_value, mark

from hjemmebesok.sync.trouble import SyncTrouble
from hjemmebesok.wire.groups import group_of

SELDOM = 4  # what would soon leave nothing to do is done one time in so many
NARROW = 4_000  # bytes that go through where little does

WHO = st.integers(0, 2)
PICK = st.integers(0, 10_000)


class Desks(RuleBasedStateMachine):
    """The laptops, and the numbers by which what is written is told apart."""

    laptops: list[Laptop]
    numbers: Iterator[int]

    @rule(who=WHO, pick=PICK)
    def write_with_an_older_program(self, who: int, pick: int) -> None:
        """Which knows of no groups."""
        laptop, row = self._record(who, pick, ("visit", "dwelling")[pick % 2])
        if row:
            names = [name for name in FIELDS[row.kind] if len(group_of(row.kind, name)) > 1]
            name = names[pick % len(names)]
            laptop.write_in_part(row.kind, row.id, row.case_id, name, a_value(name, row.case_id, self._number(), pick))

    @rule(who=WHO, pick=PICK)
    def write_what_nobody_takes(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "participant")
        if row and not pick % SELDOM:
            laptop.write(row.kind, row.id, row.case_id, {"note": "x" * 1_100_000})

    @rule(who=WHO, pick=PICK)
    def write_what_no_request_can_carry(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "household")
        if row and not pick % SELDOM:
            noise = "".join(sha256(f"{self._number()}".encode()).hexdigest() for _ in range(200))
            laptop.write(row.kind, row.id, row.case_id, {"name": f"{mark(row.case_id)} {noise}"})
            laptop.network.narrow = NARROW
            self._sync(laptop)
            laptop.too_large |= laptop.never_sent()

    def _number(self) -> int:
        return next(self.numbers)

    def _record(self, who: int, pick: int, kind: str = "") -> tuple[Laptop, Any]:
        laptop = self.laptops[who]
        rows = [row for row in laptop.records() if row.kind in ([kind] if kind else FIELDS)]
        return laptop, rows[pick % len(rows)] if rows else None

    def _sync(self, laptop: Laptop) -> bool:
        """One round; False where it came to trouble."""
        try:
            laptop.sync()
        except SyncTrouble:
            return False
        finally:
            laptop.network.undisturbed()
        return True
