"""The server's database, for the commands that work on it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from hjemmebesok.cli.terminal import _


def database_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the database. A URL may hold a password: hence the variable beside it."""
    option = click.option(
        "--database",
        "url",
        metavar="URL",
        envvar="HJEMMEBESOK_DATABASE",
        default="sqlite:///hjemmebesok-server.sqlite",
        help=_("sqlite:///fil eller postgresql://… Den kan også stå i HJEMMEBESOK_DATABASE."),
    )
    return option(command)


def with_database(command: Callable[..., None]) -> Callable[..., Any]:
    """Give a command the option, and call it with the open database as its first argument."""

    @database_option
    @wraps(command)
    def run(url: str, **given: Any) -> None:
        from hjemmebesok.server.database import Database

        database = Database.open(url)
        try:
            command(database, **given)
        finally:
            database.close()

    return run
