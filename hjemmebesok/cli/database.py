"""The server's database, for the commands that work on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from hjemmebesok.cli.terminal import _

if TYPE_CHECKING:
    from hjemmebesok.server.directory import Directory


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


@contextmanager
def open_directory(url: str) -> Iterator["Directory"]:
    """The server's databases, as long as the command runs."""
    from hjemmebesok.server.directory import Directory

    directory = Directory.open(url)
    try:
        yield directory
    finally:
        directory.close()


def with_database(command: Callable[..., None]) -> Callable[..., Any]:
    """Give a command the option, and call it with the open database as its first argument.

    A command about a municipality (`place`) gets the database that municipality lies in. Raises Refused where there is
    no database yet: only what begins a server makes one.
    """

    @database_option
    @wraps(command)
    def run(url: str, **given: Any) -> None:
        from hjemmebesok.server.database import must_be_there

        must_be_there(url)
        with open_directory(url) as directory:
            command(directory.of(given.get("place", "")), **given)

    return run
