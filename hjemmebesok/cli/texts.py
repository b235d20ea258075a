"""hjemmebesok texts: the letter texts, listed, checked, taken out as files and in again."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.staff import table
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.language import LANGUAGES

if TYPE_CHECKING:
    from hjemmebesok.casework.text_file import LineFinding

_letter = click.argument("letter", metavar="LETTER")
_code = click.argument("code", metavar="nb|en|tr", type=click.Choice(LANGUAGES))


@click.group(help=_("Brevtekstene: list dem opp, kontroller dem, ta dem ut som filer og inn igjen."))
def texts() -> None:
    """Each text is named by its letter's permanent code and its language."""


@texts.command("list", help=_("Vis alle tekstene: brev, språk, hvor langt de er kommet, og antall feil."))
@store_option
@language_option
def list_texts(store: Path) -> None:
    """One line each, with tabs between."""
    from hjemmebesok.casework.text_list import text_list
    from hjemmebesok.domain.letter_text import STATUS_WORDS, TextStatus

    say = terminal.language.say
    with unlocked(store) as desk:
        lines = text_list(desk)
    for line in lines:
        status = line.approval.status if line.approval else TextStatus.DRAFT
        whose = N_("Kommunens egen") if line.own else N_("Programmets")
        table([(line.letter, line.language, say(STATUS_WORDS[status]), say(whose), line.wrong)])


@texts.command("check", help=_("Kontroller tekstene i kommunen, linje for linje. Gi et brev for å se bare det."))
@click.argument("letter", metavar="[LETTER]", required=False)
@store_option
@language_option
def check_texts(letter: str | None, store: Path) -> None:
    """The exit code is 1 where something keeps a letter from being sent; what is advice changes nothing."""
    from hjemmebesok.casework.text_file import text_findings
    from hjemmebesok.casework.text_list import written_in

    stops, kinds = False, [_known(letter)] if letter else _letters()
    with unlocked(store) as desk:
        for kind in kinds:
            for code in written_in(kind):
                found = text_findings(desk, kind, code)
                stops = stops or any(each.found.stops for each in found)
                for words in _told(found):
                    terminal.say(Phrase("{text}: {words}", text=f"{kind}/{code}", words=words))
    if stops:
        raise Refused(Phrase("Noen av tekstene kan ikke brukes før dette er rettet."))
    terminal.say(N_("Ingenting hindrer at tekstene brukes."))


@texts.command("export", help=_("Ta en tekst ut som fil, slik den gjelder nå."))
@_letter
@_code
@store_option
@click.option("--out", metavar="FILE.md", type=click.Path(path_type=Path), required=True, help=_("Filen som skrives."))
@language_option
def export_text(letter: str, code: str, store: Path, out: Path) -> None:
    """Whole, so that it can be taken in again."""
    from hjemmebesok.casework.saving import save_whole
    from hjemmebesok.casework.text_file import text_file

    kind = _known(letter, code)
    with unlocked(store) as desk:
        save_whole(text_file(desk, kind, code), out)
    terminal.say(Phrase("Skrevet til {file}.", file=str(out)))


@texts.command("import", help=_("Ta en tekst inn fra en fil. Er det noe galt i den, skjer ingenting."))
@_letter
@_code
@click.argument("file", metavar="FILE.md", type=click.Path(path_type=Path))
@store_option
@click.option("--current", is_flag=True, help=_("Oversettelsen følger den norske teksten slik den er nå."))
@click.option("--dry-run", is_flag=True, help=_("Vis bare hva kontrollen sier."))
@language_option
def import_text(letter: str, code: str, file: Path, store: Path, current: bool, dry_run: bool) -> None:
    """What the check says is told in any case, before anything is replaced."""
    from hjemmebesok.casework.text_file import counted_current, read_text_file, take_in

    kind, data = _known(letter, code), file.read_bytes()
    with unlocked(store) as desk:
        found = read_text_file(desk, kind, code, data)
        if current and found.readable:
            found = counted_current(desk, found)
        for words in _told(found.findings):
            terminal.say(words)
        if found.stops:
            raise Refused(Phrase("Rett dette i filen, og ta den inn på nytt. Ingenting er tatt inn."))
        if not dry_run:
            take_in(desk, found)
    terminal.say(N_("Ingenting er tatt inn.") if dry_run else N_("Teksten gjelder fra nå av."))


def _told(found: "Iterable[LineFinding]") -> Iterator[Words]:
    for each in found:
        yield each.words if each.found.stops else Phrase("Et råd: {words}", words=_phrase(each.words))


def _phrase(words: Words) -> Words:
    return Phrase(words) if isinstance(words, str) else words


def _letters() -> Iterable[str]:
    from hjemmebesok.casework.letters.names import TEXT_NAMES

    return TEXT_NAMES


def _known(letter: str, code: str = "nb") -> str:
    from hjemmebesok.casework.text_list import written_in

    if letter not in _letters():
        raise Refused(Phrase("Det finnes ingen brevtekst som heter «{letter}».", letter=letter))
    if code not in written_in(letter):
        raise Refused(Phrase("«{letter}» er ikke skrevet på det språket.", letter=letter))
    return letter
