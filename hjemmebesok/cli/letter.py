"""hjemmebesok letter: a letter about a household as PDF, noted in its log."""

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, terminal
from hjemmebesok.domain.phrase import Phrase, Plural, Refused
from hjemmebesok.language import LANGUAGES

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.casework.editable import EditableLetter
    from hjemmebesok.casework.letters import Details, Slot


def _details(slots: tuple[str, ...], reply_by: datetime | None, rules: str) -> "Details":
    from hjemmebesok.casework.letters import Details

    last = reply_by.date() if reply_by else None
    return Details(slots=tuple(map(_slot, slots)), reply_by=last, rules=rules)


def _slot(text: str) -> "Slot":
    """office=2026-10-22T09:00, or home=2026-10-22 where the time is still to be agreed."""
    from hjemmebesok.casework.letters import Slot
    from hjemmebesok.domain.meeting import Offer

    place, _equals, when = text.partition("=")
    day, _t, at = when.partition("T")
    try:
        return Slot(Offer(place), date.fromisoformat(day), time.fromisoformat(at) if at else None)
    except ValueError:
        wrong = Phrase("«{text}» er ingen samtale. Skriv for eksempel office=2026-10-22T09:00.", text=text[:40])
        raise Refused(wrong) from None


@click.command(help=_("Lag et brev om en husstand som PDF. KIND er for eksempel information eller visit_notice."))
@click.argument("kind", metavar="KIND")
@store_option
@click.option("--household", metavar="ID", required=True, help=_("Husstanden brevet er til."))
@click.option("--visit", metavar="ID", default="", help=_("Besøket det gjelder; ellers det som ligger nærmest."))
@click.option("--meeting", metavar="ID", default="", help=_("Fellesmøtet det gjelder; ellers det neste."))
@click.option("--slot", "slots", metavar="PLACE=TIME", multiple=True, help=_("En samtale: office=2026-10-22T09:00"))
@click.option("--reply-by", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help=_("Siste dag å svare."))
@click.option("--rules", metavar="ID", default="", help=_("Regelsettet som svaret fortelles etter."))
@click.option("--language", type=click.Choice(LANGUAGES), required=True, help=_("Språket i brevet."))
@click.option("--with-norwegian", is_flag=True, help=_("Den norske teksten først i samme brev."))
@click.option(
    "--out",
    metavar="FILE.pdf",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Filen som skrives; slutter navnet på .docx, kan den redigeres i Word."),
)
def letter(
    kind: str,
    store: Path,
    household: str,
    visit: str,
    meeting: str,
    slots: tuple[str, ...],
    reply_by: datetime | None,
    rules: str,
    language: str,
    with_norwegian: bool,
    out: Path,
) -> None:
    """Written first and noted then, so that the log never tells of a letter that was not made."""
    from hjemmebesok.casework.editable import editable_letter
    from hjemmebesok.casework.letters import file_letter, make_letter

    details = _details(slots, reply_by, rules)
    with unlocked(store) as desk:
        about = visit or meeting or _nearest(desk, kind, household)
        if out.suffix == ".docx":
            editable = editable_letter(desk, kind, household, language, about, details, with_norwegian=with_norwegian)
            _write_editable(desk, editable, out)
            return
        made = make_letter(desk, kind, household, language, about, details, with_norwegian=with_norwegian)
        out.write_bytes(made.pdf)
        file_letter(desk, made)
    terminal.say(Phrase("{file}: {pages}", file=str(out), pages=Plural("{n} side", "{n} sider", made.pages)))


def _write_editable(desk: "Desk", editable: "EditableLetter", out: Path) -> None:
    from hjemmebesok.casework.editable import note_editable

    out.write_bytes(editable.data)
    note_editable(desk, editable)
    terminal.say(Phrase("Skrevet til {file}.", file=str(out)))


def _nearest(desk: "Desk", kind: str, household: str) -> str:
    """The id of the visit or the meeting that this kind is most likely about, '' where there is none."""
    from hjemmebesok.casework.letters import can_be_about

    return next((each.id for each in can_be_about(desk, kind, household)), "")
