"""hjemmebesok paper: a list, a day plan or a paper for the board as PDF, noted in the log."""

from datetime import datetime
from pathlib import Path

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.language import LANGUAGES


@click.command(help=_("Lag et papir om flere husstander som PDF: meeting_list, day_plan eller sale_frames."))
@click.argument("kind", metavar="KIND")
@store_option
@click.option("--meeting", metavar="ID", default="", help=_("Fellesmøtet en deltakerliste gjelder."))
@click.option(
    "--day", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help=_("Dagen en dagsplan gjelder; ellers i dag.")
)
@click.option("--language", type=click.Choice(LANGUAGES), required=True, help=_("Språket i papiret."))
@click.option("--out", metavar="FILE.pdf", type=click.Path(path_type=Path), required=True, help=_("Filen som skrives."))
def paper(kind: str, store: Path, meeting: str, day: datetime | None, language: str, out: Path) -> None:
    """Written first and noted then, as a letter is."""
    from hjemmebesok.casework.letters import file_letter, make_paper

    with unlocked(store) as desk:
        made = make_paper(desk, kind, language, meeting or (f"{day:%Y-%m-%d}" if day else ""))
        out.write_bytes(made.pdf)
        file_letter(desk, made)
    terminal.say(Phrase("{file}: {pages}", file=str(out), pages=Plural("{n} side", "{n} sider", made.pages)))
