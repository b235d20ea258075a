"""Remedies: for what is not met, the smallest single change that would turn it, found by running the rules again.

One thing is changed at a time: the price, the term, the equity, what other debts cost, the income, the interest-only
years, a co-borrower, a debt. A change counts only where it turns the condition to OK, turns no other condition to FAIL
and leaves no larger part of the price without a loan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import Words
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import PRICE, Facts
from hjemmebesok.eligibility.levers import Lever, levers
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change of one fact, the facts as they would be, and the conditions (by code) that it turns to OK."""

    fact: Fact[Any]
    words: Words
    facts: Facts
    turns: tuple[str, ...]


def remedies(verdict: Verdict, rates: Rates) -> tuple[Remedy, ...]:
    """The smallest change of each kind for each condition that is FAIL, or SKJONN because of a sum."""
    found: dict[tuple[Fact[Any], Facts], Remedy] = {}
    trial = _Trial(verdict, rates)
    for code in trial.stuck:
        for lever in levers(verdict):
            steps = trial.fewest(code, lever)
            if steps:
                facts = verdict.facts.but(**{lever.fact.name: lever.change(steps)})
                before = found.get((lever.fact, facts))
                turns = (*before.turns, code) if before else (code,)
                found[lever.fact, facts] = Remedy(lever.fact, lever.words(steps), facts, turns)
    return tuple(found.values())


class _Trial:
    """The rules, run again and again on changed facts."""

    def __init__(self, verdict: Verdict, rates: Rates) -> None:
        self._verdict, self._rates, self._day = verdict, rates, verdict.day
        self._failed = {finding.id for finding in verdict.findings if finding.outcome is Outcome.FAIL}
        self._gap = _gap(verdict)
        self._seen: dict[Facts, tuple[dict[str, Outcome], bool]] = {}
        self.stuck = [
            finding.id
            for finding in verdict.findings
            if finding.outcome is Outcome.FAIL or (finding.outcome is Outcome.SKJONN and PRICE in finding.used)
        ]

    def fewest(self, code: str, lever: Lever) -> int:
        """The fewest steps that turn the condition, 0 where none do. More steps never undo what fewer did."""
        if not self._rests_on(code, lever.fact):
            return 0
        high = next((count for count in _doubling(lever.steps) if self._turned(code, lever, count)), 0)
        low = high // 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._turned(code, lever, middle) else (middle, high)
        return high

    def _rests_on(self, code: str, fact: Fact[Any]) -> bool:
        finding = next(finding for finding in self._verdict.findings if finding.id == code)
        return fact in finding.used or fact in {one.fact for one in finding.assumed}

    def _turned(self, code: str, lever: Lever, steps: int) -> bool:
        facts = self._verdict.facts.but(**{lever.fact.name: lever.change(steps)})
        if facts not in self._seen:
            tried = check(self._verdict.ruleset, facts, rates=self._rates, on=self._day)
            wider = self._gap is not None and (_gap(tried) or ZERO) > self._gap
            self._seen[facts] = {finding.id: finding.outcome for finding in tried.findings}, wider
        outcomes, wider = self._seen[facts]
        new_failures = {other for other, outcome in outcomes.items() if outcome is Outcome.FAIL} - self._failed
        return outcomes[code] is Outcome.OK and not new_failures and not wider


def _gap(verdict: Verdict) -> Money | None:
    return verdict.figures.loan.gap if verdict.figures.loan else None


def _doubling(most: int) -> Iterator[int]:
    count = 1
    while count < most:
        yield count
        count *= 2
    if most:
        yield most
