"""The municipality's own settings of each ruleset: what is published, what holds on a day, and publishing others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date
from typing import Any, TypeVar

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.rules_in_use import NAMES
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.rules import RULES_CASE, RateTable, RuleSettings
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.eligibility.settings_file import plain_settings, with_settings
from hjemmebesok.store import outbox
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import new_id

P = TypeVar("P", RuleSettings, RateTable)


def check_may_publish(reading: Reading) -> None:
    """Raises Refused where she may not."""
    if not may_publish(reading):
        raise Refused(Phrase("Regler og satser gjelder hele kommunen, og endres av dem som leder et team."))


def published(reading: Reading, kind: type[P]) -> list[P]:
    """Every version of the municipality's own, oldest first, but those that the server would not take from her."""
    found = reading.in_case(kind, RULES_CASE)
    refused = outbox.refused_records(reading.connection) if found else set()
    return [each for each in found if each.id not in refused]


def settings_history(reading: Reading, rules: str) -> list[RuleSettings]:
    """Every version for this ruleset, the one that holds last before those it stands in place of."""
    kept = [each for each in published(reading, RuleSettings) if each.ruleset == rules]
    return sorted(kept, key=lambda each: (each.in_force, each.published_at, each.id), reverse=True)


def settings_in_force(reading: Reading, rules: str, on: date) -> RuleSettings | None:
    """What holds on this day: of those that have come into force, the latest; None where the ruleset's own do."""
    return next((each for each in settings_history(reading, rules) if each.in_force <= on), None)


def rules_in_force(reading: Reading, rules: str, on: date) -> Ruleset:
    """The ruleset in use with the settings that hold on this day. Raises Refused where this version cannot use them."""
    version = settings_in_force(reading, rules, on)
    return with_version(ruleset(rules), version) if version else ruleset(rules)


def with_version(rules: Ruleset, version: RuleSettings) -> Ruleset:
    """The ruleset with these published settings. Raises Refused where this version of the program cannot use them."""
    try:
        return replace(with_settings(rules, version.values), edition=version.id)
    except Refused as refused:
        name = Phrase(NAMES[rules.id])
        raise Refused(
            Phrase(
                "Kommunens innstillinger for {rules} fra {day} kan ikke brukes her: {why}",
                rules=name,
                day=version.in_force,
                why=refused.phrase,
            )
        ) from None


def publish_settings(desk: Desk, rules: str, values: Mapping[str, Any], in_force: date, reason: str) -> Changes:
    """Let these settings hold from a day on, whole: what is not among them is as the ruleset has it. `made` is its id.

    What was closed before keeps the settings it was closed with, also where the day has been. Raises Refused where she
    may not, without a reason, and naming the setting and the source of its limits for one that cannot be.
    """
    settings = plain_settings(with_settings(ruleset(rules), dict(values)).settings)
    if not reason.strip():
        raise Refused(Phrase("Skriv hvorfor reglene endres."))
    with desk.work() as work:
        check_may_publish(work)
        version = RuleSettings(
            id=new_id(),
            case=RULES_CASE,
            ruleset=rules,
            values={name: settings[name] for name in values},
            in_force=in_force,
            reason=reason.strip(),
            published_at=desk.now().astimezone(UTC),
            published_by=desk.user.name,
        )
        work.put(version)
        return work.made(version.id)
