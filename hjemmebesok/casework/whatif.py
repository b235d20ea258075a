"""What if the criteria were others: the whole caseload on this laptop under two sets of rules and settings.

Every household with a form is asked about as things stand today, by its newest form as it is saved. Sets that a short
way fits go by the stored rows; any others go form by form through the engine, which is about a hundred times as slow
and quite fast enough for the households of one caseworker.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hjemmebesok.casework.caseload_rows import GoesOn, Stopped, caseload_rows, facts_of, undisturbed
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rate_tables import rates_in_force
from hjemmebesok.casework.unsettled import unsettled
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import Words
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.short_way import ShortWay, compare_rows, short_way
from hjemmebesok.eligibility.short_way.way import Side
from hjemmebesok.eligibility.verdict import Finding, Verdict
from hjemmebesok.eligibility.whatif import Comparison, Mover, compare_verdicts
from hjemmebesok.store import weighed
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.weighed import Rows

_TOLD = 500  # households between each time that somebody hears how far it has come


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The comparison, with what it was made from: criteria A and B, the figures that hold, and the day; `unsettled`
    says what two have written differently in the forms."""

    a: Ruleset
    b: Ruleset
    rates: Rates
    day: date
    comparison: Comparison
    unsettled: Words | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A household that moves, and why: what the engine finds under A and under B, of the conditions that move.

    Two sets that have no condition in common are told in full.
    """

    household: str  # its id
    mover: Mover
    a: tuple[Finding, ...]
    b: tuple[Finding, ...]


def what_if(desk: Desk, a: Ruleset, b: Ruleset, goes_on: GoesOn = lambda _done, _of: True) -> WhatIf:
    """Compare the caseload under A with the same caseload under B, today.

    `goes_on` hears now and then how far it has come; where it says no, Stopped is raised.
    """
    ways = short_way(a), short_way(b)
    with desk.read() as reading:
        rates = rates_in_force(reading)
    if ways[0] is None or ways[1] is None:
        found = by_the_engine(desk, a, b, goes_on)
    else:
        found = _by_rows(desk, a, b, (ways[0], ways[1]), rates, goes_on)
    return WhatIf(a, b, rates, desk.today(), found, _unsettled(desk))


def _unsettled(desk: Desk) -> Words | None:
    with desk.store.reading_connection() as connection:
        conflicts = open_conflicts(connection)
        newest = weighed.newest_among(connection, {each.record for each in conflicts})
    return unsettled(each for each in conflicts if each.record in newest)


def by_the_engine(desk: Desk, a: Ruleset, b: Ruleset, goes_on: GoesOn = lambda _done, _of: True) -> Comparison:
    """The same comparison by the whole way, for any criteria."""
    with desk.store.reading_connection() as connection:
        of, day, rates = weighed.count_newest(connection), desk.today(), rates_in_force(Reading(connection))
        facts = ((number, facts_of(form, day)) for number, form in weighed.newest_forms(connection))
        return compare_verdicts(
            (number, *_verdicts(known, a, b, rates, day)) for number, known in _told(facts, of, goes_on)
        )


def _told(facts: Iterable[tuple[int, Facts]], of: int, goes_on: GoesOn) -> Iterator[tuple[int, Facts]]:
    for done, each in enumerate(facts):
        if done % _TOLD == 0 and not goes_on(done, of):
            raise Stopped
        yield each


def explain(desk: Desk, found: WhatIf, movers: Iterable[Mover]) -> list[Explained]:
    """Why these households move, in the order of their forms: ask for those in sight, or for all of them."""
    by_number = {mover.number: mover for mover in movers}
    with desk.store.reading_connection() as connection, undisturbed():
        forms = [(by_number[number], form) for number, form in weighed.numbered_forms(connection, list(by_number))]
        asked = {
            codes: (_about(found.a, codes), _about(found.b, codes)) for codes in {_codes(each) for each, _ in forms}
        }
        return [_explained(mover, form, *asked[_codes(mover)], found) for mover, form in forms]


def _explained(mover: Mover, form: Kartlegging, a: Ruleset, b: Ruleset, found: WhatIf) -> Explained:
    under_a, under_b = _verdicts(facts_of(form, found.day), a, b, found.rates, found.day)
    return Explained(form.case, mover, under_a.findings, under_b.findings)


def _by_rows(
    desk: Desk, a: Ruleset, b: Ruleset, ways: tuple[ShortWay, ShortWay], rates: Rates, goes_on: GoesOn
) -> Comparison:
    if ways[0] is ways[1]:
        (rows,) = caseload_rows(desk, ways[:1], rates, goes_on)
        both = rows, rows
    else:
        both = _of_both(*caseload_rows(desk, ways, rates, goes_on))
    day = desk.today()
    with undisturbed():
        sides = [
            Side(way, way.weigh(rows.rows, rules.settings, rates, day))
            for way, rows, rules in zip(ways, both, (a, b), strict=True)
        ]
        return compare_rows(both[0].numbers, *sides)


def _of_both(a: Rows, b: Rows) -> tuple[Rows, Rows]:
    """The households that both have rows of: an answer may have been saved while the other's were worked out."""
    if a.numbers == b.numbers:
        return a, b
    shared = sorted({*a.numbers} & {*b.numbers})
    by_number = [dict(zip(each.numbers, each.rows, strict=True)) for each in (a, b)]
    in_a, in_b = (Rows(shared, [rows[number] for number in shared]) for rows in by_number)
    return in_a, in_b


def _codes(mover: Mover) -> tuple[str, ...]:
    return tuple(mover.conditions)


def _about(rules: Ruleset, codes: tuple[str, ...]) -> Ruleset:
    """The rules with only the conditions that move: all that has to be asked about."""
    moving = tuple(each for each in rules.conditions if each[0] in codes)
    return replace(rules, conditions=moving) if moving else rules


def _verdicts(facts: Facts, a: Ruleset, b: Ruleset, rates: Rates, day: date) -> tuple[Verdict, Verdict]:
    return check(a, facts, rates=rates, on=day), check(b, facts, rates=rates, on=day)
