"""hjemmebesok letter: a letter or a summary as PDF, noted in the household's log."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.language import LANGUAGES

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk


@click.command(help=_("Lag et brev som PDF. KIND er information eller visit_summary."))
@click.argument("kind", metavar="KIND")
@store_option
@click.option("--household", metavar="ID", required=True, help=_("Husstanden brevet er til."))
@click.option(
    "--visit", metavar="ID", default="", help=_("Besøket oppsummeringen gjelder; ellers det siste som er avsluttet.")
)
@click.option("--language", type=click.Choice(LANGUAGES), required=True, help=_("Språket i brevet."))
@click.option(
    "--out",
    metavar="FILE.pdf",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Filen som skrives; slutter navnet på .docx, kan den redigeres i Word."),
)
def letter(kind: str, store: Path, household: str, visit: str, language: str, out: Path) -> None:
    """Written first and noted then, so that the log never tells of a letter that was not made."""
    from hjemmebesok.casework.letters import file_letter, make_letter

    with unlocked(store) as desk:
        about = visit or _last_closed_visit(desk, household) if kind == "visit_summary" else ""
        if out.suffix == ".docx":
            _write_editable(desk, kind, household, language, about, out)
            return
        made = make_letter(desk, kind, household, language, about)
        out.write_bytes(made.pdf)
        file_letter(desk, made)
    terminal.say(Phrase("{file}: {pages}", file=str(out), pages=Plural("{n} side", "{n} sider", made.pages)))


def _write_editable(desk: "Desk", kind: str, household: str, language: str, about: str, out: Path) -> None:
    from hjemmebesok.casework.editable import editable_letter, note_editable

    editable = editable_letter(desk, kind, household, language, about)
    out.write_bytes(editable.data)
    note_editable(desk, editable)
    terminal.say(Phrase("Skrevet til {file}.", file=str(out)))


def _last_closed_visit(desk: "Desk", household: str) -> str:
    from hjemmebesok.casework.households import open_household

    visits = open_household(desk, household).visits
    return next((visit.id for visit in visits if visit.status is VisitStatus.CLOSED), "")
