"""hjemmebesok enrol, hjemmebesok sync: this laptop and the municipality's server."""

from pathlib import Path

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import N_, Phrase


@click.command(
    help=_("Koble lageret til serveren. Engangskoden spørres det om, eller den står i HJEMMEBESOK_CODE."),
)
@store_option
@click.option("--server", metavar="URL", required=True, help=_("Adressen til serveren, for eksempel https://…"))
@click.option(
    "--ca", metavar="FILE", default="", help=_("Sertifikatet serveren er signert med, når det ikke er allment.")
)
@language_option
def enrol(store: Path, server: str, ca: str) -> None:
    """One-time code in, device token into the encrypted store."""
    from hjemmebesok.casework import syncing

    with unlocked(store) as desk:
        code = terminal.ask_secret(N_("Engangskode"), "HJEMMEBESOK_CODE")
        hers = syncing.enrol(desk, server, code, ca)
        terminal.say(Phrase("Koblet til {place} som {name}.", place=hers.municipality, name=hers.user.name))


@click.command(help=_("Send det som er gjort, og hent det kollegene har gjort."))
@store_option
@language_option
def sync(store: Path) -> None:
    """One round, and how things stand after it."""
    from hjemmebesok.casework import syncing

    with unlocked(store) as desk:
        done = syncing.sync_now(desk)
        terminal.say(Phrase("{sent} sendt, {received} hentet.", sent=done.sent, received=done.received))
        now = syncing.sync_status(desk)
        terminal.say(Phrase("{unsent} ikke sendt, {need_you} trenger deg.", unsent=now.unsent, need_you=now.need_you))
