"""Levers: what can be changed about a household to turn an answer, one thing at a time and step by step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
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
from hjemmebesok.eligibility.verdict import Verdict

THOUSAND = Money.kroner(1_000)
HUNDRED = Money.kroner(100)


@dataclass(frozen=True, slots=True)
class Lever:
    """What can be changed: how many steps there are, the facts after some of them, and how to say it."""

    fact: Fact[Any]
    steps: int
    change: Callable[[int], Any]  # the fact's value after so many steps
    words: Callable[[int], Words]


def levers(verdict: Verdict) -> Iterator[Lever]:
    """Everything that can be changed, given what is known."""
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
