"""What is told, as a page that a family can read, from who they are to what has happened."""

from collections.abc import Iterator, Mapping
from typing import Any

from hjemmebesok.casework.access.answers import answers_told
from hjemmebesok.casework.access.log import log_blocks
from hjemmebesok.casework.access.sheet import Sheet
from hjemmebesok.casework.access.told import Told
from hjemmebesok.casework.access.who import who_blocks
from hjemmebesok.casework.followups import promised
from hjemmebesok.domain.followup import OWNER_WORDS, FollowUp
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import OFFER_WORDS, Meeting, Participant
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.domain.signature import WHAT_IT_IS, Signature
from hjemmebesok.domain.visit import PURPOSE_WORDS, Visit
from hjemmebesok.letters.document import Block

TITLE = N_("Innsyn: dette har vi skrevet om deg")


def page_blocks(
    told: Told, meetings: dict[str, Meeting], attached: frozenset[str], authors: Mapping[str, str], sheet: Sheet
) -> Iterator[Block]:
    """The page. `meetings` are those the household was at, by id; `attached` the letters that are in
    the package, `authors` the names of those who write here, by user id."""
    yield sheet.heading(1, TITLE)
    yield sheet.paragraph(
        N_("Dette er det som ligger i programmet på saksbehandlerens PC. Alt står også i innsyn.json.")
    )
    yield from who_blocks(told, sheet)
    yield from _visits(told, sheet)
    yield from _meetings(told, meetings, sheet)
    yield from _agreed(told, sheet)
    yield from log_blocks(told, attached, authors, sheet)
    yield from _left_out(told, sheet)
    yield from _rights(sheet)


def _visits(told: Told, sheet: Sheet) -> Iterator[Block]:
    forms = {form.visit: form for form in told.all(Kartlegging)}
    visits = told.all(Visit)
    if visits:
        yield sheet.heading(2, N_("Hjemmebesøk"))
    for visit in visits:
        day, purpose = visit.starts, Phrase(PURPOSE_WORDS[visit.purpose])
        yield sheet.heading(3, Phrase("{day}: {purpose}", day=day, purpose=purpose))
        yield sheet.facts(_visit(visit))
        if visit.id in forms:
            yield sheet.table((N_("Spørsmål"), N_("Svar")), answers_told(forms[visit.id].answers, sheet.say))
        if signed := [each for each in told.all(Signature) if each.visit == visit.id]:
            moments = ((each.name, sheet.moment(each.signed_at.isoformat())) for each in signed)
            yield sheet.table((N_("Signert på skjermen"), N_("Når")), moments)
            yield sheet.paragraph(WHAT_IT_IS)


def _visit(visit: Visit) -> Iterator[tuple[str, Any]]:
    yield N_("Utgave av notatet"), visit.version
    yield N_("Fra kommunen"), visit.staff
    yield N_("Hjemme"), visit.present
    yield N_("Tolk"), visit.interpreter.name if visit.interpreter else None
    yield N_("Avsluttet av"), visit.closed_by


def _meetings(told: Told, meetings: dict[str, Meeting], sheet: Sheet) -> Iterator[Block]:
    seats = told.all(Participant)
    if seats:
        yield sheet.heading(2, N_("Fellesmøter"))
        yield sheet.table(
            (N_("Møte"), N_("Møtte opp"), N_("Notat fra samtalen"), N_("Tilbud om oppfølging")),
            ((_held(meetings, seat), seat.attended, seat.note, Phrase(OFFER_WORDS[seat.offer])) for seat in seats),
        )


def _held(meetings: dict[str, Meeting], seat: Participant) -> Any:
    meeting = meetings.get(seat.meeting)
    return meeting.starts if meeting else seat.meeting


def _agreed(told: Told, sheet: Sheet) -> Iterator[Block]:
    agreed = told.all(FollowUp)
    if agreed:
        yield sheet.heading(2, N_("Dette er avtalt"))
        yield sheet.table(
            (N_("Hva"), N_("Hvem"), N_("Frist"), N_("Gjort")),
            ((promised(each), Phrase(OWNER_WORDS[each.owner]), each.due, each.done_on) for each in agreed),
        )


def _left_out(told: Told, sheet: Sheet) -> Iterator[Block]:
    yield sheet.heading(2, N_("Dette er ikke med"))
    if told.held_back:
        yield sheet.paragraph(
            Plural(
                "Én opplysning om andre i husstanden er holdt utenfor. De kan selv be om innsyn.",
                "{n} opplysninger om andre i husstanden er holdt utenfor. De kan selv be om innsyn.",
                told.held_back,
            )
        )
    yield sheet.paragraph(
        N_("Programmet på PC-en skriver ikke ned hvem som har åpnet mappen. Loggen på kommunens server kan vise mer.")
    )
    yield sheet.paragraph(N_("Arkivet og andre systemer i kommunen er ikke med. Spør oss om dem."))


def _rights(sheet: Sheet) -> Iterator[Block]:
    yield sheet.heading(2, N_("Rettighetene dine"))
    yield sheet.items(
        [
            Phrase("Er noe feil, har du rett til å få det rettet. Si fra til oss."),
            Phrase("Du kan trekke samtykket ditt når du vil."),
            Phrase("Du kan klage til Datatilsynet, datatilsynet.no."),
        ]
    )
