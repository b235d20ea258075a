"""hjemmebesok server grant, revoke, hand-over …: who holds which cases, and which cases stay on the server."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.database import with_database
from hjemmebesok.cli.server import server
from hjemmebesok.cli.staff import about_case, in_municipality, now, of_user, table
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Plural

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database

_day = click.DateTime(["%Y-%m-%d"])


@server.command("grant", help=_("Gi en bruker en sak."))
@in_municipality
@about_case
@of_user
@click.option("--from", "first", type=_day, metavar="DATE", help=_("Den første dagen; ellers fra nå."))
@click.option("--until", "last", type=_day, metavar="DATE", help=_("Dagen saken går fra brukeren igjen."))
@with_database
def grant(
    database: "Database", place: str, case: str, user: str, first: datetime | None, last: datetime | None
) -> None:
    """Days are those of this machine. Says nothing where it went well."""
    from hjemmebesok.server import caseload

    starts = first.astimezone() if first else now()
    caseload.grant_case(database, place, case, user, now(), starts=starts, until=last and last.astimezone())


@server.command("revoke", help=_("Ta en sak fra en bruker. Den forlater brukerens PC-er når de neste gang er i takt."))
@in_municipality
@about_case
@of_user
@with_database
def revoke(database: "Database", place: str, case: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import caseload

    caseload.revoke_case(database, place, case, user, now())


@server.command("grants", help=_("Vis hvem som har og hadde hvilke saker: sak, bruker, fra og til."))
@in_municipality
@with_database
def list_grants(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    table(admin.grants(database, place))


@server.command("hand-over", help=_("Gi alle sakene til en bruker (USER) til en annen (TAKER)."))
@in_municipality
@of_user
@click.argument("taker", metavar="TAKER")
@with_database
def hand_over(database: "Database", place: str, user: str, taker: str) -> None:
    """All of it or nothing."""
    from hjemmebesok.server import caseload

    moved = caseload.hand_over(database, place, user, taker, now)
    terminal.say(Plural("{n} sak er overført.", "{n} saker er overført.", moved))


@server.command(
    "restrict", help=_("Hold en sak (kode 6) på serveren. Den forlater hver PC når den neste gang er i takt.")
)
@in_municipality
@about_case
@with_database
def restrict(database: "Database", place: str, case: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import caseload

    caseload.restrict_case(database, place, case, now())


@server.command("erase", help=_("Slett alt som er skrevet i en sak, slik loven krever. Det kan ikke tas tilbake."))
@in_municipality
@about_case
@click.confirmation_option(prompt=_("Alt i saken blir borte for alltid. Slette den?"))
@with_database
def erase(database: "Database", place: str, case: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server.erase import erase_case

    erase_case(database, place, case, now())


@server.command("release", help=_("Slipp en sak ut igjen til dem som har den."))
@in_municipality
@about_case
@with_database
def release(database: "Database", place: str, case: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import caseload

    caseload.release_case(database, place, case, now())
