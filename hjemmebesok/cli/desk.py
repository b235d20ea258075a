"""Unlocking the store that a command works on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hjemmebesok.cli.terminal import _, terminal

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the folder of the store."""
    text = _("Mappen med lageret. Passfrasen spørres det om, eller den står i HJEMMEBESOK_PASSPHRASE.")
    return click.option("--store", metavar="PATH", type=click.Path(path_type=Path), required=True, help=text)(command)


@contextmanager
def unlocked(store: Path) -> Iterator["Desk"]:
    """The desk of the store in this folder, locked up again afterwards. Raises Refused where it does not open."""
    from hjemmebesok.casework.desk import open_desk

    desk = open_desk(store, terminal.ask_passphrase())
    try:
        yield desk
    finally:
        desk.close()
