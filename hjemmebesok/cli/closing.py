"""hjemmebesok server close, open: a user who has left, or comes back."""

from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.database import with_database
from hjemmebesok.cli.server import server
from hjemmebesok.cli.staff import in_municipality, now, of_user
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Plural

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database


@server.command("close", help=_("Steng en bruker ute. Svaret er sakene som ingen andre har."))
@in_municipality
@of_user
@with_database
def close(database: "Database", place: str, user: str) -> None:
    """The cases alone on the standard output, one a line, for the next command."""
    from hjemmebesok.server.closing import close_user

    cases = close_user(database, place, user, now())
    for case in cases:
        click.echo(case)
    if cases:
        terminal.complain(
            Plural(
                "{n} sak har ingen nå. Gi den til en annen med «hjemmebesok server hand-over» eller «grant».",
                "{n} saker har ingen nå. Gi dem til en annen med «hjemmebesok server hand-over» eller «grant».",
                len(cases),
            )
        )


@server.command("open", help=_("Slipp en bruker som er stengt ute, inn igjen."))
@in_municipality
@of_user
@with_database
def reopen(database: "Database", place: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server.closing import open_user

    open_user(database, place, user, now())
