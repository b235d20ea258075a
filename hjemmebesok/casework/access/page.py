"""What is told, as a page that a family can read, from who they are to what has happened."""

from collections.abc import Iterator, Mapping
from typing import Any

from hjemmebesok.casework.access.answers import answers_told
from hjemmebesok.casework.access.log import log_blocks
from hjemmebesok.casework.access.sheet import Sheet
from hjemmebesok.casework.access.told import Told
from hjemmebesok.casework.followups import promised
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.followup import OWNER_WORDS, FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import OFFER_WORDS, Meeting, Participant
from hjemmebesok.domain.person import ROLE_WORDS, Person
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import PURPOSE_WORDS, Visit
from hjemmebesok.letters.document import Block

TITLE = N_("Innsyn: dette har vi skrevet om deg")
_PROTECTED = N_("Adressen er fortrolig og står ikke i denne filen. Du kan få se den hos oss.")


def page_blocks(
    told: Told, meetings: dict[str, Meeting], attached: frozenset[str], authors: Mapping[str, str], sheet: Sheet
) -> Iterator[Block]:
    """The page. `meetings` are those the household was at, by id; `attached` the letters that are in
    the package, `authors` the names of those who write here, by user id."""
    yield sheet.heading(1, TITLE)
    yield sheet.paragraph(
        N_("Dette er det som ligger i programmet på saksbehandlerens PC. Alt står også i innsyn.json.")
    )
    yield from _people(told, sheet)
    yield from _home(told, sheet)
    yield from _visits(told, sheet)
    yield from _meetings(told, meetings, sheet)
    yield from _agreed(told, sheet)
    yield from log_blocks(told, attached, authors, sheet)
    yield from _left_out(told, sheet)
    yield from _rights(sheet)


def _people(told: Told, sheet: Sheet) -> Iterator[Block]:
    for person in told.all(Person):
        yield sheet.heading(2, Phrase("{name}", name=person.name))
        yield sheet.facts(_person(person))
    for household in told.all(Household):
        yield sheet.heading(2, N_("Husstanden"))
        yield sheet.facts(_household(household, sheet))


def _person(person: Person) -> Iterator[tuple[str, Any]]:
    yield N_("Rolle"), Phrase(ROLE_WORDS[person.role])
    yield N_("Fødselsdato"), person.born
    yield N_("Fødselsnummer"), person.national_id
    yield N_("Telefon"), person.phone
    yield N_("E-post"), person.email


def _household(household: Household, sheet: Sheet) -> Iterator[tuple[str, Any]]:
    yield N_("Navn"), household.name
    yield N_("Saksnummer"), household.case_number
    yield N_("Nummer i leieregisteret"), household.register_id
    yield N_("Språk"), sheet.say.language_name(household.language)
    yield N_("Trenger tolk"), household.interpreter_needed
    yield N_("Voksne"), household.adults
    yield N_("Barn"), household.children
    yield N_("Fortrolig adresse"), household.protection is not Protection.NONE
    yield N_("Vil ikke kontaktes"), household.reserved
    yield N_("Sikkerhet"), household.safety_note
    yield N_("Samtykke"), household.consent_on


def _home(told: Told, sheet: Sheet) -> Iterator[Block]:
    homes, leases = told.all(Dwelling), told.all(Tenancy)
    if homes or leases:
        yield sheet.heading(2, N_("Boligen og leiekontrakten"))
    if homes and told.household.protection.masks_address:
        yield sheet.paragraph(_PROTECTED)
        homes = []
    for home in homes:
        yield sheet.facts(_dwelling(home))
    for lease in leases:
        yield sheet.facts(_lease(lease))


def _dwelling(home: Dwelling) -> Iterator[tuple[str, Any]]:
    yield N_("Adresse"), home.street_line
    yield N_("Postnummer"), home.postcode
    yield N_("Poststed"), home.place
    yield N_("Eiendom"), home.estate
    yield N_("Borettslag"), home.borettslag_number
    yield N_("Andelsnummer"), home.share_number
    yield N_("Rom"), home.rooms
    yield N_("Kvadratmeter"), home.area_m2


def _lease(lease: Tenancy) -> Iterator[tuple[str, Any]]:
    yield N_("Kontraktsnummer"), lease.contract_number
    yield N_("Kontrakt fra"), lease.starts
    yield N_("Kontrakt til"), lease.ends
    yield N_("Husleie i måneden"), lease.rent
    yield N_("Depositum"), lease.deposit
    yield N_("Restanse"), lease.arrears


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
