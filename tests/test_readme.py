"""README says what can be done, and all of it can be."""

import re
from pathlib import Path

import click

from dev import COMMANDS
from hjemmebesok.cli import commands

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_readme_shows_every_command_of_dev_py_and_no_other() -> None:
    assert set(re.findall(r"^    python3 dev\.py (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_readme_shows_every_command_of_the_terminal_and_every_option_and_no_other() -> None:
    assert shown() == {name: long_options(command) for name, command in known(commands).items()}


def shown() -> dict[str, set[str]]:
    """What README's lines of code call: the command's full name (`check`, `server user` …) and its options."""
    lines = re.findall(r"^    hjemmebesok ((?:[a-z]+ ?)+)(.*)", README, re.MULTILINE)
    return {name.strip(): set(re.findall(r"--[a-z-]+", rest)) for name, rest in lines}


def known(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Every command there is, by its full name."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        full = f"{before}{name}"
        found |= known(command, f"{full} ") if isinstance(command, click.Group) else {full: command}
    return found


def long_options(command: click.Command) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
