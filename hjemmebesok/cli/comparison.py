"""A comparison of two sets of criteria, as lines of text and as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from hjemmebesok.casework.whatif import Explained, WhatIf
from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Ruleset
from hjemmebesok.eligibility.kinds import plain_money
from hjemmebesok.eligibility.plain import Say
from hjemmebesok.eligibility.settings import SETTING_NAMES, Settings
from hjemmebesok.eligibility.settings_file import plain_settings
from hjemmebesok.eligibility.verdict import GUIDANCE, Finding
from hjemmebesok.eligibility.whatif import Move, Sums
from hjemmebesok.language import Language

WIDTH = 100  # characters


def lines(found: WhatIf, explained: Sequence[Explained], language: Language) -> Iterator[str]:
    """The comparison in the reader's language: both sets, who moves, what it comes to, and why each one moves."""
    say, comparison = language.say, found.comparison
    households = Plural("Én husstand er kartlagt", "{n} husstander er kartlagt", comparison.households)
    yield f"{say(households)} · {language.day(found.day)} · {say(GUIDANCE)}"
    yield f"A: {say(found.a.title)}"
    yield f"B: {say(found.b.title)}"
    yield from _differences(found.a.settings, found.b.settings, language)
    yield from _moves(say(N_("Alt i alt")), comparison.table, say)
    titles = {code: condition.title for code, condition in found.a.conditions}
    for code, moves in comparison.conditions.items():
        yield from _moves(f"{code} {say(titles[code])}", moves, say)
    yield ""
    yield _sums("A", comparison.a, say)
    yield _sums("B", comparison.b, say)
    yield ""
    yield say(Plural("Én husstand får et annet svar", "{n} husstander får et annet svar", len(explained)))
    for each in explained:
        yield from _household(each, say)


def to_json(found: WhatIf, explained: Iterable[Explained], say: Say) -> dict[str, Any]:
    """The same as a JSON object: amounts in kroner, outcomes by code, reasons in the reader's language."""
    comparison = found.comparison
    by_condition = comparison.conditions.items()
    return {
        "date": found.day.isoformat(),
        "guidance": say(GUIDANCE),
        "a": _criteria(found.a) | _plain_sums(comparison.a),
        "b": _criteria(found.b) | _plain_sums(comparison.b),
        "households": comparison.households,
        "table": [_count(move, count) for move, count in comparison.table.items()],
        "conditions": [{"id": code, **_count(*each)} for code, moves in by_condition for each in moves.items()],
        "changed": [
            {
                "household": each.household,
                **_move(each.mover.whole),
                "a": [_finding(finding, say) for finding in each.a],
                "b": [_finding(finding, say) for finding in each.b],
            }
            for each in explained
        ],
    }


def _differences(a: Settings, b: Settings, language: Language) -> Iterator[str]:
    for name in SETTING_NAMES:
        before, after = getattr(a, name), getattr(b, name)
        if before != after:
            yield f"   {name}: {language.show(before)} → {language.show(after)}"


def _moves(title: str, moves: Mapping[Move, int], say: Say) -> Iterator[str]:
    yield ""
    yield title
    for (a, b), count in sorted(moves.items()):
        yield f"  {say(OUTCOME_WORDS[a])} → {say(OUTCOME_WORDS[b])}: {count}"


def _sums(name: str, sums: Sums, say: Say) -> str:
    words = Plural(
        "{name}: én husstand kan låne til sammen {loans}, og {gaps} mangler",
        "{name}: {n} husstander kan låne til sammen {loans}, og {gaps} mangler",
        sums.borrowers,
        name=name,
        loans=sums.loans,
        gaps=sums.gaps,
    )
    return say(words)


def _household(each: Explained, say: Say) -> Iterator[str]:
    a, b = (say(OUTCOME_WORDS[outcome]) for outcome in each.mover.whole)
    yield f"  {each.household}: {a} → {b}"
    for name, findings in (("A", each.a), ("B", each.b)):
        for finding in findings:
            outcome, reason = say(OUTCOME_WORDS[finding.outcome]), say(finding.reason)
            yield click.wrap_text(f"{name} {finding.id} {outcome}: {reason}", WIDTH, "    ", "      ")


def _criteria(rules: Ruleset) -> dict[str, Any]:
    return {"ruleset": rules.id, "version": rules.version, "settings": plain_settings(rules.settings)}


def _plain_sums(sums: Sums) -> dict[str, Any]:
    return {"borrowers": sums.borrowers, "loans": plain_money(sums.loans), "gaps": plain_money(sums.gaps)}


def _count(move: Move, count: int) -> dict[str, Any]:
    return {**_move(move), "households": count}


def _move(move: Move) -> dict[str, str]:
    return {"from": str(move[0]), "to": str(move[1])}


def _finding(finding: Finding, say: Say) -> dict[str, Any]:
    return {"id": finding.id, "outcome": str(finding.outcome), "reason": say(finding.reason)}
