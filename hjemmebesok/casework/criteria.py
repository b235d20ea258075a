"""Criteria: the rules a household is weighed by, with the settings and the figures that hold.

An open visit is weighed by what is in force; a closed one by what it notes that it was closed with, so that the answer
is the same however much has been published since. Where that is not on this laptop, it is said, and nothing is put in
its place. A visit notes, each in a line of its own:

  startlan-2025/1            a ruleset and its version, and where the municipality had set something,
  startlan-2025/1/<id>       which published settings stood in place of its own
  rates/<id>                 a published table of figures
  rate/<code>/<figure>       a figure that was used, "" for one that was missed
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.rate_tables import rate_tables, rates_in_force, rates_of, shipped_rates
from hjemmebesok.casework.rule_settings import published, rules_in_force, settings_in_force, with_version
from hjemmebesok.casework.rules_in_use import NAMES, RULES
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.rules import RateTable, RuleSettings
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rate_words import RATE_WORDS, SIFO
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.store.reading import Reading

_TABLE, _FIGURE = "rates", "rate"


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that an answer is made from but the facts and the day. `rules` are in the order they are spoken of."""

    rules: tuple[Ruleset, ...]
    rates: Rates


@cache
def shipped_criteria() -> Criteria:
    """What holds where a municipality has published nothing."""
    return Criteria(tuple(ruleset(each) for each in RULES), shipped_rates())


def criteria_in_force(reading: Reading, on: date) -> Criteria:
    """What holds on this day. Raises Refused where this version of the program cannot use what was published."""
    return Criteria(tuple(rules_in_force(reading, each, on) for each in RULES), rates_in_force(reading))


def criteria_now(desk: Desk) -> Criteria:
    """What holds today. Raises Refused as above."""
    with desk.read() as reading:
        return criteria_in_force(reading, desk.today())


def criteria_of(reading: Reading, visit: Visit, on: date) -> Criteria:
    """What this visit is weighed by: what it was closed with, else what holds on this day.

    Raises Refused where some of that is not here, or is another than it was.
    """
    if visit.status is not VisitStatus.CLOSED:
        return criteria_in_force(reading, on)
    notes = [each.split("/") for each in visit.rules]
    kept = Criteria(tuple(_noted_rules(reading, notes, each) for each in RULES), _noted_rates(reading, notes))
    for figure in (note for note in notes if note[0] == _FIGURE):
        _check_same(kept.rates, figure[1], figure[2], on)
    return kept


def to_note(reading: Reading, answers: Mapping[str, Any], on: date) -> tuple[str, ...]:
    """What a visit that is closed on this day with these answers notes."""
    settings = [(ruleset(each), settings_in_force(reading, each, on)) for each in RULES]
    named = [f"{rules.id}/{rules.version}" + (f"/{own.id}" if own else "") for rules, own in settings]
    tables = [f"{_TABLE}/{table.id}" for table in rate_tables(reading)]
    return (*named, *tables, *_figures(reading, answers, on))


def _figures(reading: Reading, answers: Mapping[str, Any], on: date) -> Iterator[str]:
    try:
        criteria = criteria_in_force(reading, on)
    except Refused:  # nobody could see an answer either, and a note can be closed without one
        return
    facts = facts_from_answers(known_answers(answers, {}), on)
    verdicts = [check(rules, facts, rates=criteria.rates, on=on) for rules in criteria.rules]
    used = {rate.code for verdict in verdicts for rate in verdict.rates}
    missed = {finding.gap for verdict in verdicts for finding in verdict.findings if finding.gap}
    yield from (f"{_FIGURE}/{code}/{_figure(criteria.rates, code, on)}" for code in sorted(used | missed))


def _noted_rules(reading: Reading, notes: Iterable[list[str]], name: str) -> Ruleset:
    _, version, *edition = next((note for note in notes if note[0] == name), (name, ruleset(name).version))
    try:
        rules = ruleset(name, version)
    except Refused:
        raise _absent(
            Phrase("Notatet er vurdert etter {rules} i en versjon som dette programmet ikke har.", rules=_name(name))
        ) from None
    if not edition:
        return rules
    for own in published(reading, RuleSettings):
        if own.id == edition[0]:
            return with_version(rules, own)
    raise _absent(
        Phrase("Innstillingene for {rules} som notatet er vurdert etter, er ikke på denne PC-en.", rules=_name(name))
    )


def _noted_rates(reading: Reading, notes: Iterable[list[str]]) -> Rates:
    wanted = {note[1] for note in notes if note[0] == _TABLE}
    if not wanted:
        return shipped_rates()
    tables: list[RateTable] = [table for table in rate_tables(reading) if table.id in wanted]
    if len(tables) < len(wanted):
        raise _absent(Phrase("Satsene som notatet er vurdert etter, er ikke på denne PC-en."))
    return rates_of(tables)


def _check_same(rates: Rates, code: str, figure: str, on: date) -> None:
    if _figure(rates, code, on) != figure:
        rate = Phrase(RATE_WORDS.get(code, code))
        raise Refused(
            Phrase("Satsen «{rate}» er rettet siden notatet ble låst. Vurderingen vises ikke på nytt.", rate=rate)
        )


def _figure(rates: Rates, code: str, on: date) -> str:
    """What holds on this day, as a visit notes it. Where it was found, and whether it was checked, is no part of it."""
    if code == SIFO:
        budget = rates.sifo_on(on)
        return sha256(repr(replace(budget, source="", verified=False)).encode()).hexdigest()[:16] if budget else ""
    rate = rates.on(code, on)
    if rate is None:
        return ""
    return str(rate.amount.ore) if isinstance(rate.amount, Money) else f"{rate.amount.normalize():f}"


def _absent(what: Phrase) -> Refused:
    return Refused(Phrase("{what} Oppdater programmet, eller koble til serveren.", what=what))


def _name(rules: str) -> Phrase:
    return Phrase(NAMES[rules])
