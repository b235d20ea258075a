"""What if the criteria were others: the whole caseload on this laptop under two sets of rules and settings.

Every household with a form is asked about as things stand today, by its newest form as it is saved. Two sets that the
short way fits go by the stored rows; any others go form by form through the engine, which is about a hundred times as
slow and quite fast enough for the households of one caseworker.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256

from hjemmebesok import __version__
from hjemmebesok.assets import resource
from hjemmebesok.casework.assess import known_answers, shipped_rates
from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.eligibility import short_way
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rulesets.leie_til_eie_2011 import LEIE_TIL_EIE_2011
from hjemmebesok.eligibility.verdict import Finding, Verdict
from hjemmebesok.eligibility.whatif import Comparison, Mover, compare_verdicts
from hjemmebesok.store import weighed
from hjemmebesok.store.weighed import NumberedForm


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The comparison, with what it was made from: criteria A and B, and the day."""

    a: Ruleset
    b: Ruleset
    day: date
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Explained:
    """A household that moves, and why: what the engine finds under A and under B, of the conditions that move.

    Two sets that have no condition in common are told in full.
    """

    household: str  # its id
    mover: Mover
    a: tuple[Finding, ...]
    b: tuple[Finding, ...]


def what_if(desk: Desk, a: Ruleset, b: Ruleset) -> WhatIf:
    """Compare the caseload under A with the same caseload under B, today."""
    short = short_way.fits(a) and short_way.fits(b)
    return WhatIf(a, b, desk.today(), _by_rows(desk, a, b) if short else by_the_engine(desk, a, b))


def by_the_engine(desk: Desk, a: Ruleset, b: Ruleset) -> Comparison:
    """The same comparison by the whole way, for any criteria."""
    with desk.store.reading_connection() as connection:
        forms = ((number, _facts(form, desk.today())) for number, form in weighed.newest_forms(connection))
        return compare_verdicts((number, *_verdicts(facts, a, b, desk.today())) for number, facts in forms)


def explain(desk: Desk, found: WhatIf, movers: Iterable[Mover]) -> list[Explained]:
    """Why these households move, in the order of their forms: ask for those in sight, or for all of them."""
    by_number = {mover.number: mover for mover in movers}
    with desk.store.reading_connection() as connection, _undisturbed():
        forms = [(by_number[number], form) for number, form in weighed.numbered_forms(connection, list(by_number))]
        asked = {
            codes: (_about(found.a, codes), _about(found.b, codes)) for codes in {_codes(each) for each, _ in forms}
        }
        return [_explained(mover, form, *asked[_codes(mover)], found.day) for mover, form in forms]


def _explained(mover: Mover, form: Kartlegging, a: Ruleset, b: Ruleset, day: date) -> Explained:
    under_a, under_b = _verdicts(_facts(form, day), a, b, day)
    return Explained(form.case, mover, under_a.findings, under_b.findings)


def _by_rows(desk: Desk, a: Ruleset, b: Ruleset) -> Comparison:
    day, worked_out_with = desk.today(), _stamp(desk.today())
    with desk.store.reading_connection() as connection:
        behind = weighed.is_behind(connection, worked_out_with)
    if behind:
        with desk.store.writing_connection() as connection, _undisturbed():
            weighed.bring_up_to_date(connection, worked_out_with, lambda form: _row(form, day))
    with desk.store.reading_connection() as connection:
        return short_way.compare_rows(weighed.rows(connection), a.settings, b.settings)


def _row(form: NumberedForm, day: date) -> short_way.Row:
    return short_way.row(form.number, _facts(form.form, day), rates=shipped_rates(), on=day)


def _stamp(day: date) -> str:
    """What the rows are worked out with: this version's rules, the rates, and the day."""
    rules = LEIE_TIL_EIE_2011
    return f"{__version__} {rules.id} {rules.version} {_rates_as_shipped()} {day}"


@cache
def _rates_as_shipped() -> str:
    """The same for as long as no figure changes."""
    files = sorted(resource("rates").glob("*.toml"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _codes(mover: Mover) -> tuple[str, ...]:
    return tuple(mover.conditions)


def _about(rules: Ruleset, codes: tuple[str, ...]) -> Ruleset:
    """The rules with only the conditions that move: all that has to be asked about."""
    moving = tuple(each for each in rules.conditions if each[0] in codes)
    return replace(rules, conditions=moving) if moving else rules


def _facts(form: Kartlegging, day: date) -> Facts:
    return facts_from_answers(known_answers(form.answers, {}), day)


def _verdicts(facts: Facts, a: Ruleset, b: Ruleset, day: date) -> tuple[Verdict, Verdict]:
    rates = shipped_rates()
    return check(a, facts, rates=rates, on=day), check(b, facts, rates=rates, on=day)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the garbage collector, which looks at all there is so far again and again: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
