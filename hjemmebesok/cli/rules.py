"""hjemmebesok rates and settings: what a municipality publishes of figures and settings, from a terminal."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.json_file import read_settings
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Plural, Words

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.casework.rate_tables import RatePreview

_day = click.DateTime(["%Y-%m-%d"])
_dry = click.option("--dry-run", is_flag=True, help=_("Vis bare hva som ville blitt endret."))
_reason = click.option("--reason", metavar="TEXT", default="", help=_("Hvor det er fra, eller hvorfor det endres."))


@click.command(help=_("Les inn satser (TOML) for hele kommunen. Serveren deler dem ut når PC-en er i takt med den."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@store_option
@_reason
@_dry
@language_option
def rates(file: Path, store: Path, reason: str, dry_run: bool) -> None:
    """All of the file or nothing of it; what changes is told in either case."""
    from hjemmebesok.casework.rate_tables import preview_rates, publish_rates

    data = file.read_bytes()
    with unlocked(store) as desk:
        preview = preview_rates(desk, data)
        if not dry_run:
            publish_rates(desk, data, reason or file.name)
    for words in _told(preview):
        terminal.say(words)
    if dry_run:
        terminal.say(Phrase("Ingenting er lest inn."))


@click.command(help=_("Vis kommunens innstillinger, eller la dem i FILE (TOML eller JSON) gjelde fra en dag."))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@store_option
@click.option("--ruleset", "name", metavar="ID", default="", help=_("leie-til-eie-2011, startlan-2025 eller tilskudd."))
@click.option("--from", "first", type=_day, metavar="DATE", help=_("Den første dagen; ellers i dag."))
@_reason
@_dry
@language_option
def settings(file: Path | None, store: Path, name: str, first: datetime | None, reason: str, dry_run: bool) -> None:
    """With a file: its settings in place of all that were published for the ruleset. Without: those that hold."""
    with unlocked(store) as desk:
        if file is None:
            told = list(_in_force(desk))
        else:
            plain, rules = _named(file, name)
            told = list(_publish(desk, rules, plain, first.date() if first else desk.today(), reason, dry_run=dry_run))
    for words in told:
        terminal.say(words)


def _named(file: Path, name: str) -> tuple[dict[str, object], str]:
    from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
    from hjemmebesok.domain.phrase import Refused

    plain = read_settings(file)
    if not isinstance(plain, dict):
        raise Refused(Phrase("Innstillingene må være navn og verdier."))
    rules = name or str(plain.get("ruleset", LEIE_TIL_EIE))
    return {key: value for key, value in plain.items() if key != "ruleset"}, rules


def _publish(
    desk: "Desk", rules: str, plain: dict[str, object], first: date, reason: str, *, dry_run: bool
) -> Iterator[Words]:
    from hjemmebesok.casework.proposal import differences
    from hjemmebesok.casework.rule_settings import publish_settings, rules_in_force
    from hjemmebesok.eligibility.rulesets import ruleset
    from hjemmebesok.eligibility.settings_file import with_settings

    with desk.read() as reading:
        before = rules_in_force(reading, rules, first)
    yield from differences(before, with_settings(ruleset(rules), plain))
    if dry_run:
        yield Phrase("Ingenting er endret.")
    else:
        publish_settings(desk, rules, plain, first, reason)


def _in_force(desk: "Desk") -> Iterator[Words]:
    from hjemmebesok.casework.rule_settings import settings_in_force
    from hjemmebesok.casework.rules_in_use import RULES

    with desk.read() as reading:
        for rules in RULES:
            own = settings_in_force(reading, rules, desk.today())
            if own is None:
                yield Phrase("{rules}: som i programmet", rules=rules)
                continue
            yield Phrase(
                "{rules}: fra {day}, av {name}. {why}",
                rules=rules,
                day=own.in_force,
                name=own.published_by,
                why=own.reason,
            )
            yield from (f"  {setting} = {value}" for setting, value in own.values.items())


def _told(preview: "RatePreview") -> Iterator[Words]:
    from hjemmebesok.casework.rate_words import change_words, table_words

    yield Plural("{n} ny sats eller tabell", "{n} nye satser og tabeller", len(preview.changes) + len(preview.budgets))
    yield from (change_words(change) for change in preview.changes)
    yield from (table_words(budget) for budget in preview.budgets)
    if preview.unchanged:
        yield Plural("{n} som før", "{n} som før", preview.unchanged)
