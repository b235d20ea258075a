"""hjemmebesok access: all that is held about one person of a household, for the right of access."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words

if TYPE_CHECKING:
    from hjemmebesok.casework.access import AccessFile


@click.command(help=_("Lag hele mappen til en person som ber om innsyn. Ingenting om andre blir med."))
@store_option
@click.option("--household", metavar="ID", required=True, help=_("Husstanden."))
@click.option("--person", metavar="ID", required=True, help=_("Den som ber om innsyn."))
@click.option(
    "--with", "included", metavar="ID", multiple=True, help=_("En annen i husstanden som har sagt ja til å være med.")
)
@click.option("--dry-run", is_flag=True, help=_("Vis bare hva som ville blitt med."))
@click.option("--unsealed", is_flag=True, help=_("Uten passfrase: alle som får tak i filen, kan lese den."))
@click.option("--out", metavar="FILE.zip", type=click.Path(path_type=Path), help=_("Filen som skrives."))
@language_option
def access(
    store: Path, household: str, person: str, included: tuple[str, ...], dry_run: bool, unsealed: bool, out: Path | None
) -> None:
    """The passphrase of the package comes from a prompt or from HJEMMEBESOK_SEAL."""
    from hjemmebesok.casework.access import access_file, note_access, packed, packed_and_sealed
    from hjemmebesok.casework.saving import save_whole

    if out is None and not dry_run:
        raise Refused(Phrase("Skriv hvor filen skal lagres, med --out."))
    with unlocked(store) as desk:
        file = access_file(desk, household, person, frozenset(included))
        for words in _told(file):
            terminal.say(words)
        if dry_run or out is None:
            terminal.say(N_("Ingenting er skrevet."))
            return
        data = packed(file) if unsealed else packed_and_sealed(file, _passphrase())
        save_whole(data, out)
        note_access(desk, file, data)
    terminal.say(Phrase("Skrevet til {file}.", file=str(out)))
    if unsealed:
        terminal.complain(N_("Filen er ikke låst. Gi den bare i hånden, og slett kopien din."))


def _passphrase() -> str:
    return terminal.ask_secret(N_("Passfrase for pakken"), "HJEMMEBESOK_SEAL")


def _told(file: "AccessFile") -> Iterator[Words]:
    yield from file.parts
    if file.held_back:
        yield Plural(
            "{n} opplysning om andre er holdt utenfor", "{n} opplysninger om andre er holdt utenfor", file.held_back
        )
    if file.read_first:
        yield N_("Les gjennom disse fritekstene først. De kan nevne andre:")
        yield from (Phrase("– {text}", text=Phrase(str(words))) for words in file.read_first)
