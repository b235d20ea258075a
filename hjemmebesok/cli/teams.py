"""hjemmebesok server team, teams, join, leave: who works together."""

from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.database import with_database
from hjemmebesok.cli.server import server
from hjemmebesok.cli.staff import in_municipality, in_team, now, of_user, table
from hjemmebesok.cli.terminal import _

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database


@server.command("team", help=_("Opprett et team. Svaret er teamets id."))
@in_municipality
@click.argument("name", metavar="NAME")
@with_database
def new_team(database: "Database", place: str, name: str) -> None:
    """Prints the id alone, for the next command."""
    from hjemmebesok.server import teams

    click.echo(teams.create_team(database, place, name))


@server.command("teams", help=_("Vis teamene: id, navn og én linje for hvert medlem."))
@in_municipality
@with_database
def list_teams(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import teams

    table(teams.teams(database, place))


@server.command("join", help=_("Ta en bruker med i et team. Teamets ledere har sakene til alle i teamet."))
@in_municipality
@in_team
@of_user
@with_database
def join(database: "Database", place: str, team: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import teams

    teams.join(database, place, team, user, now())


@server.command("leave", help=_("Ta en bruker ut av et team."))
@in_municipality
@in_team
@of_user
@with_database
def leave(database: "Database", place: str, team: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import teams

    teams.leave(database, place, team, user, now())
