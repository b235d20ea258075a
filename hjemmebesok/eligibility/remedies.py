"""Remedies: for what is not met, the smallest single change that would turn it, found by running the rules again.

One thing is changed at a time: the price, the term, the equity, what other debts cost, the income, the interest-only
years, a co-borrower, a debt. A change counts only where it turns the condition to OK, turns no other condition to FAIL
and leaves no larger part of the price without a loan.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import (
    EQUITY,
    INCOME,
    INTEREST_ONLY_YEARS,
    MEMBERS,
    OTHER_EXPENSES,
    PRICE,
    TERM_YEARS,
    Facts,
)
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.kinds import LARGEST_AMOUNT
from hjemmebesok.eligibility.members import Member
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.verdict import Verdict

THOUSAND = Money.kroner(1_000)
HUNDRED = Money.kroner(100)


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change of one fact, the facts as they would be, and the conditions (by code) that it turns to OK."""

    fact: Fact[Any]
    words: Words
    facts: Facts
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lever:
    """What can be changed: how many steps there are, the facts after some of them, and how to say it."""

    fact: Fact[Any]
    steps: int
    change: Callable[[int], Any]  # the fact's value after so many steps
    words: Callable[[int], Words]


def remedies(verdict: Verdict, rates: Rates) -> tuple[Remedy, ...]:
    """The smallest change of each kind for each condition that is FAIL, or SKJONN because of a sum."""
    found: dict[tuple[Fact[Any], Facts], Remedy] = {}
    trial = _Trial(verdict, rates)
    for code in trial.stuck:
        for lever in _levers(verdict):
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


def _levers(verdict: Verdict) -> Iterator[Lever]:
    facts, settings = verdict.facts, verdict.ruleset.settings
    yield from _amounts(facts)
    yield from _borrowers(facts.get(MEMBERS) or ())
    years, asked_for = facts.get(TERM_YEARS), facts.get(INTEREST_ONLY_YEARS)
    if years is not None:
        yield _years(TERM_YEARS, years, 1, settings.longest_term - years, _term)
        yield _years(TERM_YEARS, years, -1, years - settings.shortest_term, _term)
    if asked_for:
        yield _years(INTEREST_ONLY_YEARS, asked_for, -1, asked_for, _interest_only)


def _amounts(facts: Facts) -> Iterator[Lever]:
    price, equity = facts.get(PRICE), facts.get(EQUITY) or ZERO
    expenses, income = facts.get(OTHER_EXPENSES), facts.get(INCOME)
    if price:
        yield _amount(PRICE, price, -1, THOUSAND, N_("En bolig som koster {change} mindre."))
    yield _amount(EQUITY, equity, 1, THOUSAND, N_("{change} mer i egne penger."))
    if expenses:
        words = N_("Gjeld betalt ned, så de faste utgiftene blir {change} lavere.")
        yield _amount(OTHER_EXPENSES, expenses, -1, HUNDRED, words)
    if income is not None:
        yield _more_income(income)


def _borrowers(members: tuple[Member, ...]) -> Iterator[Lever]:
    """Somebody of the household who would sign as well, and somebody whose own debt would be gone."""
    for place, member in enumerate(members):
        if member.borrower is False and not member.is_child:
            yield _member(members, place, replace(member, borrower=True), N_("{who} blir medlåner."))
        elif member.debt:
            yield _member(members, place, replace(member, debt=None), N_("{who} får betalt ned gjelden sin."))


def _member(members: tuple[Member, ...], place: int, then: Member, text: str) -> Lever:
    changed = (*members[:place], then, *members[place + 1 :])
    return Lever(MEMBERS, 1, lambda _: changed, lambda _: Phrase(text, who=then.name or Phrase("En i husstanden")))


def _amount(fact: Fact[Money], now: Money, direction: int, step: Money, text: str) -> Lever:
    """Whole steps up to the largest amount, or down to nothing but not past it."""
    steps = (LARGEST_AMOUNT - now).ore // step.ore if direction > 0 else -(-now.ore // step.ore)

    def change(count: int) -> Money:
        return max(now + step * (direction * count), ZERO)

    def words(count: int) -> Phrase:
        difference = change(count) - now
        return Phrase(text, change=difference if direction > 0 else -difference)

    return Lever(fact, steps, change, words)


def _more_income(lines: tuple[IncomeLine, ...]) -> Lever:
    def change(count: int) -> tuple[IncomeLine, ...]:
        return (*lines, IncomeLine(type=IncomeType.ANNET, amount=HUNDRED * count))

    def words(count: int) -> Phrase:
        return Phrase(
            "{change} mer i inntekt hver måned, eller en medlåner som har så mye igjen etter eget livsopphold.",
            change=HUNDRED * count,
        )

    return Lever(INCOME, 10_000, change, words)


def _years(fact: Fact[int], now: int, direction: int, steps: int, words: Callable[[int, int], Words]) -> Lever:
    return Lever(
        fact,
        max(steps, 0),
        lambda count: now + direction * count,
        lambda count: words(now + direction * count, now),
    )


def _term(years: int, before: int) -> Words:
    return Plural(
        "Betale ned over ett år, ikke {before}.", "Betale ned over {n} år, ikke {before}.", years, before=before
    )


def _interest_only(years: int, before: int) -> Words:
    if not years:
        return Phrase("Betale avdrag fra første år.")
    return Plural(
        "Ha ett år uten avdrag, ikke {before}.", "Ha {n} år uten avdrag, ikke {before}.", years, before=before
    )
