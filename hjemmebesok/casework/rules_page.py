"""What a municipality may set, as a page shows it: each setting with its limits, who set it, and what a change says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.proposal import Setting, differences, setting_of, settings_of
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.rule_settings import (
    publish_settings,
    rules_in_force,
    settings_history,
    settings_in_force,
    with_version,
)
from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.domain.rules import RuleSettings
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.eligibility.settings import LIMITS
from hjemmebesok.eligibility.settings_file import plain_settings
from hjemmebesok.store.changes import Changes

# What changes no outcome, and so is nothing to propose, but is shown or worked out.
_MORE = {
    "leie-til-eie-2011": ("bostotte_sone",),
    "startlan-2025": ("reserve_salaries", "bostotte_sone"),
    "tilskudd": ("grant_years", "bostotte_sone"),
}


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting with the value that holds. `limits` says from what to what, and by which source."""

    setting: Setting
    limits: Words
    since: RuleSettings | None  # the version that set it so; None where it is as in the program


@dataclass(frozen=True, slots=True)
class Version:
    """One published version, and what it changed of the ruleset's own; none where it went back to them."""

    version: RuleSettings
    holds: bool
    changes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """Everything of one ruleset."""

    rules: Ruleset
    lines: tuple[SettingLine, ...]
    history: tuple[Version, ...]
    may_publish: bool


def rules_page(desk: Desk, rules: str) -> RulesPage:
    """The page of a ruleset, as it holds today. Raises Refused where this version cannot use what was published."""
    with desk.read() as reading:
        now = rules_in_force(reading, rules, desk.today())
        history = settings_history(reading, rules)
        holds, may = settings_in_force(reading, rules, desk.today()), may_publish(reading)
    past = [each for each in history if each.in_force <= desk.today()]
    shown = [*settings_of(now), *(setting_of(now, name) for name in _MORE[rules])]
    lines = tuple(SettingLine(each, limit_words(each), _since(past, each.name)) for each in shown)
    versions = tuple(Version(each, each == holds, tuple(_changes(rules, each))) for each in history)
    return RulesPage(now, lines, versions, may)


def limit_words(setting: Setting) -> Words:
    """«Fra 0 til 0,25 prosentpoeng. Kilde: …»; "" where there is a choice of a few."""
    limits = LIMITS.get(setting.name)
    if limits is None:
        return ""
    ends = {"smallest": limits.smallest, "largest": limits.largest}
    if limits.source:
        return Phrase("Fra {smallest} til {largest}. Kilde: {source}.", **ends, source=Phrase(limits.source))
    return Phrase("Fra {smallest} til {largest}. Grensen skal bare hindre skrivefeil.", **ends)


def refusal(setting: Setting, value: Any) -> Phrase | None:
    """Why a setting cannot have this value, with the source; None where it can."""
    limits = LIMITS.get(setting.name)
    if value is None or limits is None or limits.smallest <= value <= limits.largest:
        return None
    given = {"setting": Phrase(setting.label), "value": value, "limits": limit_words(setting)}
    return Phrase("«{setting}» kan ikke være {value}. {limits}", **given)


def as_values(rules: Ruleset, changed: Mapping[str, Any]) -> dict[str, Any]:
    """What to publish so that the rules that hold are changed like this: all that differs from the ruleset's own.

    Raises Refused for settings that cannot be.
    """
    own = ruleset(rules.id).settings
    wanted = replace(rules.settings, **changed)
    plain, before = plain_settings(wanted), plain_settings(own)
    return {name: value for name, value in plain.items() if value != before[name]}


def publish_changes(desk: Desk, rules: str, changed: Mapping[str, Any], first: date, reason: str) -> Changes:
    """Let these settings be others from a day on, and all else as it would have been on that day. Raises Refused as
    `publish_settings` does."""
    with desk.read() as reading:
        values = as_values(rules_in_force(reading, rules, first), changed)
    return publish_settings(desk, rules, values, first, reason)


def _since(past: list[RuleSettings], name: str) -> RuleSettings | None:
    """The version that first set it to what it is, without a break; `past` begins with the one that holds."""
    since = None
    for version in past:
        if name not in version.values or (since and version.values[name] != since.values[name]):
            break
        since = version
    return since


def _changes(rules: str, version: RuleSettings) -> Iterator[Words]:
    own = ruleset(rules)
    try:
        yield from differences(own, with_version(own, version))
    except Refused as refused:
        yield refused.phrase
