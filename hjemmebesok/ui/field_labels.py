"""What each field of each kind of record is called on the screen."""

from types import MappingProxyType

from hjemmebesok.casework.register_rows import LABELS
from hjemmebesok.domain.kartlegging import Kartlegging, field_of
from hjemmebesok.domain.phrase import N_, Refused, Words
from hjemmebesok.ui.i18n import plain

# The register's parts, and the kind of record each is.
_KINDS = {"household": "household", "tenant": "person", "dwelling": "dwelling", "tenancy": "tenancy"}
_FROM_REGISTER = {
    f"{_KINDS[part]}.{field}": words
    for part, _, field, words in ((*name.partition("."), words) for name, words in LABELS.items())
    if part in _KINDS
}
_OWN = {
    "household.case_number": N_("Saksnummer"),
    "household.reserved": N_("Vil ikke kontaktes"),
    "household.safety_note": N_("Sikkerhet"),
    "person.name": N_("Navn"),
    "person.role": N_("Rolle"),
    "visit.starts": N_("Tidspunkt"),
    "visit.minutes": N_("Varighet i minutter"),
    "visit.purpose": N_("Formål"),
    "visit.status": N_("Status"),
    "visit.staff": N_("Fra kommunen"),
    "visit.present": N_("Hjemme"),
    "visit.interpreter": N_("Tolk"),
    "visit.interpreter_booked": N_("Tolk er bestilt"),
    "visit.two_together": N_("Gå to sammen"),
    "visit.kartlegging": N_("Skjema"),
    "visit.closed_at": N_("Avsluttet"),
    "visit.closed_by": N_("Avsluttet av"),
    "visit.rules": N_("Vurdert etter"),
    "meeting.number": N_("Møtenummer"),
    "meeting.starts": N_("Tidspunkt"),
    "meeting.minutes": N_("Varighet i minutter"),
    "meeting.place": N_("Sted"),
    "meeting.language": N_("Språk"),
    "meeting.capacity": N_("Plasser"),
    "meeting.status": N_("Status"),
    "meeting.interpreter": N_("Tolk"),
    "meeting.interpreter_booked": N_("Tolk er bestilt"),
    "meeting.topics": N_("Tema"),
    "meeting.closed_at": N_("Avsluttet"),
    "meeting.closed_by": N_("Avsluttet av"),
    "photo.caption": N_("Bildetekst"),
    "photo.shows": N_("Hva bildet viser"),
    "photo.in_summary": N_("Med i oppsummeringen"),
    "participant.invited": N_("Invitert"),
    "participant.attended": N_("Møtte opp"),
    "participant.talk": N_("Samtale"),
    "participant.note": N_("Notat fra samtalen"),
    "participant.form_help": N_("Hjelp med skjema"),
    "participant.offer": N_("Tilbud om oppfølging"),
    "participant.offer_on": N_("Oppfølging avtalt"),
    "participant.step": N_("Avtalt neste steg"),
    "follow_up.step": N_("Hva"),
    "follow_up.values": N_("Detaljer"),
    "follow_up.owner": N_("Hvem"),
    "follow_up.due": N_("Frist"),
    "follow_up.done_on": N_("Gjort"),
    "register_entry.read_on": N_("Lest inn fra leieregisteret"),
    "register_entry.values": N_("Det leieregisteret sier"),
}
FIELD_LABELS = MappingProxyType(_FROM_REGISTER | _OWN)
"""Words by 'kind.field', for all kinds but the form, whose questions are their own words."""


def field_label(kind: str, field: str) -> Words:
    """What the field is called. One that a newer version made and this one does not know is called by its name."""
    if field == "removed":
        return N_("Tatt bort av en, skrevet i av en annen")
    if kind == Kartlegging.kind:
        try:
            return field_of(field).label
        except Refused:
            return plain(field)
    return FIELD_LABELS.get(f"{kind}.{field}") or plain(field)
