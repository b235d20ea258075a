"""What if: the same caseload under two sets of criteria, A and B. Who moves from what to what, and what it comes to.

A set of criteria is a ruleset with its settings. `compare_verdicts` is the whole way, by `check` alone, for any two
sets; short_way.py has one for large caseloads that must agree with it.

A condition that moves counts as a move even where the whole stays as it was: an answer that is still missing must not
hide that a household would now need more than a usual grant.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.verdict import Verdict

Move = tuple[Outcome, Outcome]  # from what under A to what under B


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Where a household stands under one set. Made by `standing` alone: the same standing is the same object."""

    whole: Outcome
    conditions: tuple[tuple[str, Outcome], ...]  # by code


@cache
def standing(whole: Outcome, conditions: tuple[tuple[str, Outcome], ...]) -> Standing:
    """The standing with these outcomes."""
    return Standing(whole, conditions)


class Mover(NamedTuple):
    """A household and where it stands under A and under B. `number` is what the caller knows it by."""

    number: int
    a: Standing
    b: Standing

    @property
    def whole(self) -> Move:
        """How it moves as a whole: perhaps not at all."""
        return self.a.whole, self.b.whole

    @property
    def conditions(self) -> Mapping[str, Move]:
        """The conditions that move, by code."""
        return _moves(self.a, self.b)


class Sums(NamedTuple):
    """What one set comes to, over the households that can have a loan."""

    borrowers: int = 0
    loans: Money = ZERO
    gaps: Money = ZERO  # what the loans leave over: for a grant, as far as one can be given

    def and_one(self, verdict: Verdict) -> "Sums":
        """With one household more."""
        loan = verdict.figures.loan
        if loan is None or not loan.capacity.largest_loan:
            return self
        return Sums(self.borrowers + 1, self.loans + loan.amount, self.gaps + loan.gap)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A caseload under A and under B. `table` counts every household, `conditions` those whose condition moves."""

    table: Mapping[Move, int]
    conditions: Mapping[str, Mapping[Move, int]]
    a: Sums
    b: Sums
    changed: tuple[Mover, ...]

    @property
    def households(self) -> int:
        """How many there are."""
        return sum(self.table.values())


def compare_verdicts(households: Iterable[tuple[int, Verdict, Verdict]]) -> Comparison:
    """The comparison by the engine's own verdicts under A and B."""
    pairs: Counter[tuple[Standing, Standing]] = Counter()
    sums_a, sums_b, movers = Sums(), Sums(), []
    for number, a, b in households:
        mover = Mover(number, _standing(a), _standing(b))
        pairs[mover.a, mover.b] += 1
        sums_a, sums_b = sums_a.and_one(a), sums_b.and_one(b)
        if differ(mover.a, mover.b):
            movers.append(mover)
    return added_up(pairs, sums_a, sums_b, movers)


def added_up(pairs: Mapping[tuple[Standing, Standing], int], a: Sums, b: Sums, movers: Iterable[Mover]) -> Comparison:
    """The comparison, from how many households stand where under A and B."""
    table: Counter[Move] = Counter()
    conditions: dict[str, Counter[Move]] = {}
    for (before, after), count in pairs.items():
        table[before.whole, after.whole] += count
        for code, move in _moves(before, after).items():
            conditions.setdefault(code, Counter())[move] += count
    return Comparison(table, dict(sorted(conditions.items())), a, b, tuple(movers))


def differ(a: Standing, b: Standing) -> bool:
    """Whether a household with these standings moves at all."""
    return a.whole is not b.whole or bool(_moves(a, b))


@cache
def _moves(a: Standing, b: Standing) -> Mapping[str, Move]:
    """The conditions that both sets have and that move."""
    after = dict(b.conditions)
    return {code: (old, after[code]) for code, old in a.conditions if code in after and after[code] is not old}


def _standing(verdict: Verdict) -> Standing:
    return standing(verdict.outcome, tuple((finding.id, finding.outcome) for finding in verdict.findings))
