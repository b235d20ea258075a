"""hjemmebesok archive: letters of a household as a package for the municipality's archive."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Plural, Refused

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.domain.letter import IssuedLetter

_FILE = click.Path(path_type=Path)


@click.command(
    help=_("Lag en pakke til arkivet (Fiks Arkiv) av brevene til en husstand, eller av programmets papirer.")
)
@store_option
@click.option("--household", metavar="ID", default="", help=_("Husstanden brevene er til."))
@click.option("--papers", is_flag=True, help=_("Papirer uten husstand: saker til styret og deltakerlister."))
@click.option(
    "--letter", "wanted", metavar="ID", multiple=True, help=_("Et brev fra loggen; ellers alle som ikke er i arkivet.")
)
@click.option("--pdf", metavar="FILE.pdf", type=_FILE, multiple=True, help=_("Et brev slik det ble lagret den gangen."))
@click.option(
    "--new-case/--same-case",
    default=None,
    help=_("Om arkivet skal lage saken; ellers bare når noe arkiveres første gang."),
)
@click.option("--out", metavar="FILE.zip", type=_FILE, required=True, help=_("Filen som skrives."))
@language_option
def archive(
    store: Path,
    household: str,
    papers: bool,
    wanted: tuple[str, ...],
    pdf: tuple[Path, ...],
    new_case: bool | None,
    out: Path,
) -> None:
    """Written first and noted then, so that the log never tells of a package that was not made."""
    from hjemmebesok.casework.archiving import note_archived, package_for_archive
    from hjemmebesok.casework.archiving_papers import package_of_papers
    from hjemmebesok.casework.filed import letter_as_filed
    from hjemmebesok.casework.saving import save_whole

    if papers == bool(household):
        raise click.UsageError(_("Velg enten --household ID eller --papers."))
    saved = {hashlib.sha256(data).hexdigest(): data for data in map(Path.read_bytes, pdf)}
    with unlocked(store) as desk:
        letters = _letters(desk, household, wanted)
        filed = [letter_as_filed(desk, letter, saved.get(letter.sha256)) for letter in letters]
        if household:
            package = package_for_archive(desk, household, filed, new_case=new_case)
        else:
            package = package_of_papers(desk, filed, new_case=new_case)
        save_whole(package.data, out)
        note_archived(desk, package)
    there = Plural("{n} dokument er i arkivpakken.", "{n} dokumenter er i arkivpakken.", len(filed))
    terminal.say(Phrase("{file}: {letters}", file=str(out), letters=there))


def _letters(desk: "Desk", household: str, wanted: tuple[str, ...]) -> "list[IssuedLetter]":
    """Those of the household, or the programme's papers where it is ''."""
    from hjemmebesok.casework.archiving import letters_to_archive
    from hjemmebesok.casework.archiving_papers import papers_to_archive

    again = bool(wanted)
    letters = letters_to_archive(desk, household, again=again) if household else papers_to_archive(desk, again=again)
    if unknown := set(wanted) - {letter.id for letter in letters}:
        raise Refused(Phrase("Det finnes ikke noe brev med nummer «{id}» i loggen.", id=min(unknown)))
    return [letter for letter in letters if not wanted or letter.id in wanted]
