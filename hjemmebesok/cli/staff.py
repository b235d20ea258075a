"""What the commands for IT staff share: what they are about, when it is, and how lists are shown."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import click

in_municipality = click.argument("place", metavar="MUNICIPALITY")
of_user = click.argument("user", metavar="USER")
about_case = click.argument("case", metavar="CASE")
of_device = click.argument("device", metavar="DEVICE")
in_team = click.argument("team", metavar="TEAM")


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def table(rows: Iterable[Iterable[Any]]) -> None:
    """Rows for people and for `cut` alike: one line each, tabs between."""
    for row in rows:
        click.echo("\t".join("" if cell is None else str(cell) for cell in row))
