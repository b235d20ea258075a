"""hjemmebesok server …: what the municipality's IT staff do on the server's own machine."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from hjemmebesok.cli.database import with_database
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Phrase, Refused

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database

ROLES = ("caseworker", "team_leader", "reader")

in_municipality = click.argument("place", metavar="MUNICIPALITY")
of_user = click.argument("user", metavar="USER")
about_case = click.argument("case", metavar="CASE")
of_device = click.argument("device", metavar="DEVICE")


@click.group(help=_("Kommuner, brukere, engangskoder, saker og PC-er på serveren."))
def server() -> None:
    """Every command for IT staff."""


@server.command("municipality", help=_("Opprett en kommune. ID er 2–20 små bokstaver og tall, som kommunenummeret."))
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="NAME")
@with_database
def municipality(database: "Database", id_: str, name: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.create_municipality(database, id_, name)


@server.command("user", help=_("Opprett en bruker. Svaret er brukerens id."))
@in_municipality
@click.argument("name", metavar="NAME")
@click.option("--role", type=click.Choice(ROLES), default=ROLES[0], show_default=True, help=_("Rollen til brukeren."))
@with_database
def new_user(database: "Database", place: str, name: str, role: str) -> None:
    """Prints the id alone, for the next command."""
    from hjemmebesok.server import admin
    from hjemmebesok.server.rights import Role

    click.echo(admin.create_user(database, place, name, Role(role), _now()))


@server.command("users", help=_("Vis brukerne: id, navn og rolle."))
@in_municipality
@with_database
def list_users(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    _table(admin.users(database, place))


@server.command("code", help=_("Lag en engangskode for én ny PC. Den vises bare denne gangen, og varer i ett døgn."))
@in_municipality
@of_user
@with_database
def new_code(database: "Database", place: str, user: str) -> None:
    """Prints the code alone."""
    from hjemmebesok.server import admin

    click.echo(admin.make_code(database, place, user, _now()))


@server.command("grant", help=_("Gi en bruker en sak."))
@in_municipality
@about_case
@of_user
@with_database
def grant(database: "Database", place: str, case: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.grant_case(database, place, case, user, _now())


@server.command("revoke", help=_("Ta en sak fra en bruker. Den forlater PC-ene til brukeren ved neste synk."))
@in_municipality
@about_case
@of_user
@with_database
def revoke(database: "Database", place: str, case: str, user: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.revoke_case(database, place, case, user, _now())


@server.command("grants", help=_("Vis hvem som har og hadde hvilke saker: sak, bruker, fra og til."))
@in_municipality
@with_database
def list_grants(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    _table(admin.grants(database, place))


@server.command("devices", help=_("Vis PC-ene: id, bruker, navn, tilstand og når den ble koblet til."))
@in_municipality
@with_database
def list_devices(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    _table(admin.devices(database, place))


@server.command("suspend", help=_("Steng en PC ute. Ingenting på den går tapt."))
@in_municipality
@of_device
@with_database
def suspend(database: "Database", place: str, device: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.suspend_device(database, place, device, _now())


@server.command("resume", help=_("Slipp en PC inn igjen."))
@in_municipality
@of_device
@with_database
def resume(database: "Database", place: str, device: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.resume_device(database, place, device, _now())


@server.command("audit", help=_("Se etter at ingenting i serverens journal er endret eller fjernet."))
@in_municipality
@with_database
def audit(database: "Database", place: str) -> None:
    """Exit code 1 where the chain is broken."""
    from hjemmebesok.server.audit import audit

    found = audit(database, place)
    if not found.whole:
        raise Refused(Phrase("Journalen er brutt ved endring nummer {number}.", number=found.broken_at))
    terminal.say(
        Phrase("Journalen er hel: {changes} endringer, {erased} slettet.", changes=found.changes, erased=found.erased)
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _table(rows: Iterable[Iterable[Any]]) -> None:
    """Rows for people and for `cut` alike: one line each, tabs between."""
    for row in rows:
        click.echo("\t".join("" if cell is None else str(cell) for cell in row))
