"""hjemmebesok server …: what the municipality's IT staff do on the server's own machine."""

from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.database import database_option, open_directory, with_database
from hjemmebesok.cli.staff import in_municipality, now, of_device, of_user, table
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Phrase, Refused

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database

ROLES = ("caseworker", "team_leader", "reader", "it")


@click.group(help=_("Kommuner, brukere, engangskoder, saker og PC-er på serveren."))
def server() -> None:
    """Every command for IT staff."""


@server.command("municipality", help=_("Opprett en kommune. ID er 2–20 små bokstaver og tall, som kommunenummeret."))
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="NAME")
@click.option("--at", metavar="URL", default="", help=_("En annen database for denne kommunen enn serverens egen."))
@database_option
def municipality(url: str, id_: str, name: str, at: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin, placing

    with open_directory(url) as directory:
        if at:
            placing.place_municipality(directory, id_, name, at)
        else:
            admin.create_municipality(directory.of(id_), id_, name)


@server.command("user", help=_("Opprett en bruker. Svaret er brukerens id."))
@in_municipality
@click.argument("name", metavar="NAME")
@click.option("--role", type=click.Choice(ROLES), default=ROLES[0], show_default=True, help=_("Rollen til brukeren."))
@click.option("--id", "id_", metavar="ID", default="", help=_("Id-en brukeren hadde på en server som gikk tapt."))
@click.option("--subject", metavar="TEXT", default="", help=_("Hvem brukeren er hos kommunens innlogging."))
@with_database
def new_user(database: "Database", place: str, name: str, role: str, id_: str, subject: str) -> None:
    """Prints the id alone, for the next command."""
    from hjemmebesok.server import admin
    from hjemmebesok.server.rights import Role

    click.echo(admin.create_user(database, place, name, Role(role), now(), id_=id_, subject=subject))


@server.command("role", help=_("Gi en bruker en annen rolle."))
@in_municipality
@of_user
@click.argument("role", type=click.Choice(ROLES))
@with_database
def role(database: "Database", place: str, user: str, role: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin
    from hjemmebesok.server.rights import Role

    admin.set_role(database, place, user, Role(role), now())


@server.command("subject", help=_("Si hvem en bruker er hos kommunens innlogging."))
@in_municipality
@of_user
@click.argument("subject", metavar="TEXT")
@with_database
def subject(database: "Database", place: str, user: str, subject: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.set_subject(database, place, user, subject, now())


@server.command("provider", help=_("Si hvor kommunens brukere logger inn (OpenID Connect): utsteder og klient."))
@in_municipality
@click.argument("issuer", metavar="URL")
@click.argument("client", metavar="CLIENT")
@click.option(
    "--claim",
    metavar="NAME",
    default="sub",
    show_default=True,
    help=_("Opplysningen som sier hvem brukeren er; oid hos Entra ID."),
)
@with_database
def provider(database: "Database", place: str, issuer: str, client: str, claim: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.set_provider(database, place, issuer, client, claim)


@server.command("users", help=_("Vis brukerne: id, navn, rolle, hvem de er hos innloggingen og når de ble stengt ute."))
@in_municipality
@with_database
def list_users(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    table(admin.users(database, place))


@server.command("code", help=_("Lag en engangskode for én ny PC. Den vises bare denne gangen, og varer i ett døgn."))
@in_municipality
@of_user
@with_database
def new_code(database: "Database", place: str, user: str) -> None:
    """Prints the code alone."""
    from hjemmebesok.server import admin

    click.echo(admin.make_code(database, place, user, now()))


@server.command(
    "devices", help=_("Vis PC-ene: id, bruker, navn, tilstand, når den ble koblet til og dagen den sist var innom.")
)
@in_municipality
@with_database
def list_devices(database: "Database", place: str) -> None:
    """One line each."""
    from hjemmebesok.server import admin

    table(admin.devices(database, place))


@server.command("suspend", help=_("Steng en PC ute. Ingenting på den går tapt."))
@in_municipality
@of_device
@with_database
def suspend(database: "Database", place: str, device: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.suspend_device(database, place, device, now())


@server.command("resume", help=_("Slipp en PC inn igjen."))
@in_municipality
@of_device
@with_database
def resume(database: "Database", place: str, device: str) -> None:
    """Says nothing where it went well."""
    from hjemmebesok.server import admin

    admin.resume_device(database, place, device, now())


@server.command("quarantine", help=_("Vis endringene serveren ikke tok imot: nummer, forfatter og grunn."))
@in_municipality
@with_database
def list_quarantine(database: "Database", place: str) -> None:
    """One line each, of ids alone: what was written in them is not for IT staff to read."""
    from hjemmebesok.server import admin

    table(admin.quarantined(database, place))


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
