"""The columns a register may have: one line each, with the names municipalities and systems give them.

To read another column, add its line here and its field to RegisterRow.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hjemmebesok.exchange.register import cells
from hjemmebesok.exchange.register.languages import language_code
from hjemmebesok.exchange.register.protection import protection

# Norwegian letters as they are written where they cannot be.
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `field` is that of RegisterRow, or of one of the parts that reading.py puts together."""

    field: str
    heading: str  # the usual one
    also: str = ""  # other names, with commas between
    read: Callable[[str], Any] = str
    blocks: bool = True  # whether a row whose cell cannot be read is refused, or taken with a warning

    @property
    def names(self) -> list[str]:
        """The usual heading first, then the others."""
        return [self.heading, *(name.strip() for name in self.also.split(",") if name.strip())]


COLUMNS = (
    Column("tenant_id", "Leietaker-ID", "leietakernr, leietakernummer, kundenr, kundenummer, kunde-ID, tenant ID"),
    Column(
        "national_id",
        "Fødselsnummer",
        "fnr, fødselsnr, fnr/dnr, fnr/D-nr, fødselsnummer/D-nummer, personnummer, personnr, national ID",
        read=cells.eleven_digits,
        blocks=False,
    ),
    Column("name", "Navn", "fullt navn, leietaker, leietakernavn, leietakers navn, name", read=cells.person_name),
    Column("first_name", "Fornavn", "fornavn og mellomnavn, first name, given name"),
    Column("last_name", "Etternavn", "last name, surname"),
    Column("co_tenant", "Medleietaker", "medleietakers navn, leietaker 2, navn 2, co-tenant", read=cells.person_name),
    Column("born", "Fødselsdato", "født, f.dato, fødselsdag, date of birth, birth date", read=cells.day),
    Column(
        "protection",
        "Adressebeskyttelse",
        "adressegradering, adressesperre, sperret adresse, skjermet adresse, gradering, diskresjonskode, "
        "kode 6/7, address protection",
        read=protection,
    ),
    Column("adults", "Antall voksne", "voksne, adults", read=cells.whole(20)),
    Column("children", "Antall barn", "barn, barn under 18, barn under 18 år, children", read=cells.whole(20)),
    Column("residents", "Antall beboere", "beboere, antall personer, personer, residents", read=cells.whole(40)),
    Column("language", "Språk", "morsmål, ønsket språk, language", read=language_code, blocks=False),
    Column(
        "interpreter_needed",
        "Tolk",
        "tolkebehov, trenger tolk, behov for tolk, interpreter, interpreter needed",
        read=cells.yes_no,
        blocks=False,
    ),
    Column("phone", "Telefon", "tlf, telefonnr, telefonnummer, phone"),
    Column("mobile", "Mobil", "mobiltelefon, mobilnr, mobilnummer, mobile"),
    Column("email", "E-post", "e-postadresse, e-mail, mail"),
    Column("address", "Adresse", "gateadresse, veiadresse, boligadresse, bostedsadresse, gate, address, street"),
    Column("postcode", "Postnr", "postnummer, postkode, postcode, postal code, zip", read=cells.postcode),
    Column("place", "Poststed", "sted, city, town"),
    Column(
        "unit",
        "Bolignummer",
        "bolignr, bruksenhet, bruksenhetsnummer, bruksenhetsnr, leilighetsnr, leilighetsnummer, unit",
        read=cells.unit_number,
    ),
    Column("estate", "Eiendom", "eiendomsnavn, bygg/eiendom, estate, property"),
    Column("building", "Bygg", "bygning, byggnavn, building"),
    Column(
        "borettslag_number",
        "Borettslag orgnr",
        "borettslagets orgnr, orgnr borettslag, orgnr, organisasjonsnummer, borettslag organisasjonsnummer",
        read=cells.without_spaces,
    ),
    Column("share_number", "Andelsnr", "andelsnummer, andel, share number"),
    Column("rooms", "Rom", "antall rom, rooms", read=cells.whole(20)),
    Column("area_m2", "Areal", "m2, areal m2, kvm, BRA, boareal, kvadratmeter, area", read=cells.area),
    Column(
        "contract_number",
        "Kontraktsnr",
        "kontraktnr, kontraktsnummer, kontraktnummer, kontrakt-ID, avtalenr, avtalenummer, leieforholdsnr, "
        "contract number, contract no",
    ),
    Column(
        "starts",
        "Kontrakt fra",
        "kontrakt start, kontraktstart, startdato, fra dato, leie fra, avtale fra, contract from, start date",
        read=cells.day,
    ),
    Column(
        "ends",
        "Kontrakt til",
        "kontrakt slutt, kontraktslutt, kontrakt utløper, sluttdato, utløpsdato, til dato, leie til, avtale til, "
        "contract to, end date",
        read=cells.last_day,
    ),
    Column(
        "rent",
        "Leie/mnd",
        "leie, husleie, månedsleie, leie pr mnd, leie per måned, husleie/mnd, husleie pr mnd, husleie per måned, "
        "leiebeløp, rent, monthly rent",
        read=cells.amount,
    ),
    Column("deposit", "Depositum", "depositumsbeløp, deposit", read=cells.amount),
    Column("arrears", "Restanse", "husleierestanse, utestående, skyldig husleie, arrears", read=cells.signed_amount),
    Column("caseworker", "Saksbehandler", "boligkonsulent, konsulent, caseworker"),
)


def folded(heading: str) -> str:
    """A heading as it is compared: 'LEIETAKER-ID' and 'leietaker id' are one, 'fodselsdato' is 'Fødselsdato'."""
    text = unicodedata.normalize("NFKC", heading).casefold().translate(_PLAIN_LETTERS)
    return "".join(letter for letter in text if letter.isalnum())


def column_named(heading: str) -> Column | None:
    """The column with this heading, 'Leie (kr)' being 'Leie'; None where it is none of ours."""
    without_unit = re.sub(r"\(.*?\)", "", heading)
    return _BY_NAME.get(folded(heading)) or _BY_NAME.get(folded(without_unit))


_BY_NAME = {folded(name): column for column in COLUMNS for name in column.names}
