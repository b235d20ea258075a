"""hjemmebesok enrol, hjemmebesok sync: this laptop and the municipality's server."""

import webbrowser
from pathlib import Path
from threading import Thread

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
    "--sign-in",
    "place",
    metavar="MUNICIPALITY",
    help=_("Logg inn med kommunens konto i nettleseren i stedet for med engangskode. Kommunen står med sitt nummer."),
)
@click.option(
    "--ca", metavar="FILE", default="", help=_("Sertifikatet serveren er signert med, når det ikke er allment.")
)
@language_option
def enrol(store: Path, server: str, place: str | None, ca: str) -> None:
    """One-time code or an account of the municipality's in, device token into the encrypted store."""
    from hjemmebesok.casework import syncing
    from hjemmebesok.sync.trust import authority_in

    authority = authority_in(Path(ca).read_bytes()) if ca else ""
    with unlocked(store) as desk:
        if place is None:
            code = terminal.ask_secret(N_("Engangskode"), "HJEMMEBESOK_CODE")
            hers = syncing.enrol(desk, server, code, authority)
        else:
            browser = syncing.Browser(_open, terminal.language)
            hers = syncing.sign_in(desk, server, place, browser, authority)
        terminal.say(Phrase("Koblet til {place} som {name}.", place=hers.municipality, name=hers.user.name))


def _open(address: str) -> None:
    # Said in any case: a browser may seem to open where there is no screen, and she can open it herself.
    terminal.complain(N_("Logg inn i nettleseren. Åpnes den ikke, så åpne denne adressen i en på samme PC:"))
    click.echo(address, err=True)
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # one that runs in the terminal would hold us


@click.command(help=_("Send det som er gjort, og hent det kollegene har gjort."))
@store_option
@language_option
def sync(store: Path) -> None:
    """One round, and how things stand after it."""
    from hjemmebesok.casework import syncing

    with unlocked(store) as desk:
        done = syncing.sync_now(desk)
        terminal.say(Phrase("{sent} sendt, {received} hentet.", sent=done.sent, received=done.received))
        if done.files_trouble:
            terminal.complain(Phrase("Bildene venter. {why}", why=done.files_trouble.phrase))
        now = syncing.sync_status(desk)
        terminal.say(Phrase("{unsent} ikke sendt, {need_you} trenger deg.", unsent=now.unsent, need_you=now.need_you))
