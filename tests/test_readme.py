"""README says what can be done, and all of it can be."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import click

import dev
from hjemmebesok.casework.rate_tables import shipped_rates
from hjemmebesok.cli import commands
from hjemmebesok.domain.income import IncomeType
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.facts import FACTS
from hjemmebesok.eligibility.plain import facts_from_json, verdict_to_json
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.language import language

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_readme_shows_every_command_of_dev_py_and_no_other() -> None:
    assert dev_commands(README) == set(dev.COMMANDS)
    assert dev_commands(dev.__doc__ or "") == set(dev.COMMANDS)


def test_readme_shows_every_command_of_the_terminal_and_every_option_and_no_other() -> None:
    assert shown() == {name: long_options(command) for name, command in known(commands).items()}


def test_readme_names_every_fact_and_every_type_of_income() -> None:
    assert [name for name in (*FACTS, *IncomeType) if f"`{name}`" not in README] == []


def test_readmes_facts_give_readmes_verdict() -> None:
    facts, excerpt = (json.loads(text) for text in re.findall(r"^```json\n(.+?)^```", README, re.MULTILINE | re.DOTALL))
    verdict = check(ruleset("leie-til-eie-2011"), facts_from_json(facts), rates=shipped_rates(), on=date(2026, 10, 12))
    assert is_part_of(excerpt, verdict_to_json(verdict, language("nb").say))


def is_part_of(excerpt: Any, whole: Any) -> bool:
    """An excerpt leaves out names and list items; what it has is the same."""
    if isinstance(excerpt, dict):
        return all(is_part_of(value, whole[name]) for name, value in excerpt.items())
    if isinstance(excerpt, list):
        return all(any(is_part_of(item, other) for other in whole) for item in excerpt)
    return bool(excerpt == whole)


def dev_commands(text: str) -> set[str]:
    return set(re.findall(r"^    python3 dev\.py (\w+)", text, re.MULTILINE))


def shown() -> dict[str, set[str]]:
    """What README's lines of code call: the command's full name (`check`, `server user` …) and its options."""
    lines = re.findall(r"^    hjemmebesok ((?:[a-z][a-z-]* ?)+)(.*)", README, re.MULTILINE)
    return {name.strip(): set(re.findall(r"--[a-z-]+", rest)) for name, rest in lines}


def known(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Every command there is, by its full name."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        full = f"{before}{name}"
        found |= known(command, f"{full} ") if isinstance(command, click.Group) else {full: command}
    return found


def long_options(command: click.Command) -> set[str]:
    every = [option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)]
    return {option for option in every if option.startswith("--")}
