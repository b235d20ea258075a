"""hjemmebesok server backup, restore: everything the server knows, in one sealed file."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.database import database_option, open_directory, with_database
from hjemmebesok.cli.server import server
from hjemmebesok.cli.staff import now
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import N_, Phrase, Refused

if TYPE_CHECKING:
    from hjemmebesok.server.database import Database

PASSPHRASE = "HJEMMEBESOK_BACKUP_PASSPHRASE"
in_file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))


@server.command(
    "backup",
    help=_("Ta sikkerhetskopi av databasen mens serveren går. Passfrasen står i HJEMMEBESOK_BACKUP_PASSPHRASE."),
)
@in_file
@with_database
def backup(database: "Database", file: Path) -> None:
    """A file that is there is never written over; one that is not whole is not left behind."""
    from hjemmebesok.server.backup import backup

    if file.exists():
        raise Refused(Phrase("{name} finnes fra før.", name=str(file)))
    passphrase = terminal.ask_secret(N_("Passfrase for sikkerhetskopien"), PASSPHRASE)
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.touch(mode=0o600, exist_ok=False)  # another backup may be under way: its file is not ours to take away
    try:
        with unfinished.open("wb") as into:
            count = backup(database, into, passphrase, now())
            into.flush()
            os.fsync(into.fileno())
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)
    terminal.say(Phrase("{rows} rader er kopiert til {name}.", rows=count, name=str(file)))


@server.command("restore", help=_("Fyll en tom database fra en sikkerhetskopi."))
@in_file
@database_option
def restore(file: Path, url: str) -> None:
    """Everything, checked, or nothing. Names the municipalities that lie in other databases and not in the copy."""
    from hjemmebesok.server.restore import restore

    with file.open("rb") as source:
        passphrase = terminal.ask_secret(N_("Passfrase for sikkerhetskopien"), PASSPHRASE)
        count = restore(url, source, passphrase)
    terminal.say(Phrase("{rows} rader er gjenopprettet. Journalene er hele.", rows=count))
    with open_directory(url) as directory:
        for place, other in directory.elsewhere().items():
            terminal.say(
                Phrase(
                    "Kommunen «{place}» er ikke i kopien. Det som gjøres med den her, gjøres i {database}.",
                    place=place,
                    database=other,
                )
            )
