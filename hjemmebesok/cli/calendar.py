"""hjemmebesok calendar: visits, meetings and follow-ups as a file for the caseworker's calendar."""

from datetime import datetime
from pathlib import Path

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(help=_("Lag en kalenderfil (iCalendar) av avtalene. Den sier aldri hvem, og bare etter ønske hvor."))
@store_option
@click.option("--from", "first", metavar="DATE", type=_DAY, required=True, help=_("Første dag, som 2026-10-12."))
@click.option("--to", "last", metavar="DATE", type=_DAY, required=True, help=_("Siste dag."))
@click.option("--with-place", is_flag=True, help=_("Ta med adressen. En fortrolig adresse er aldri med."))
@click.option("--out", metavar="FILE.ics", type=click.Path(path_type=Path), required=True, help=_("Filen som skrives."))
@language_option
def calendar(store: Path, first: datetime, last: datetime, with_place: bool, out: Path) -> None:
    """In the language of the answer."""
    from hjemmebesok.casework.appointments import appointments_file, note_appointments
    from hjemmebesok.casework.saving import save_whole

    with unlocked(store) as desk:
        code = terminal.language.code
        file = appointments_file(desk, first.date(), last.date(), code, with_place=with_place)
        save_whole(file.data, out)
        note_appointments(desk, file)
    terminal.say(Phrase("Skrevet til {file}.", file=str(out)))
