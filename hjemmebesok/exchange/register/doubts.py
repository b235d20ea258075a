"""What looks odd in a row that is taken all the same."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum.no import orgnr

from hjemmebesok.domain import national_id
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.exchange.register.row import RegisterRow

_LOST_LETTER = re.compile(r"\ufffd|\w\?\w")


def doubts(row: RegisterRow, on: date) -> Iterator[tuple[str, Phrase]]:
    """Each doubt, with the field it is about."""
    if row.national_id:
        yield from _national_id_doubts(row, on)
    if row.unit and not re.fullmatch(r"[HLKU][0-9]{4}", row.unit):
        yield "unit", Phrase("Dette er ikke et bolignummer på formen H0302.")
    if row.borettslag_number and not orgnr.is_valid(row.borettslag_number):
        yield "borettslag_number", Phrase("Dette er ikke et gyldig organisasjonsnummer.")
    for field in ("name", "co_tenant", "address", "place"):
        if _damaged(getattr(row, field)):
            yield field, Phrase("Noen bokstaver ser ut til å være ødelagt.")


def _national_id_doubts(row: RegisterRow, on: date) -> Iterator[tuple[str, Phrase]]:
    wrong = national_id.warning(row.national_id, on)
    said = national_id.parse(row.national_id).born
    if wrong:
        yield "national_id", wrong
    elif row.born and row.born != said:
        yield "born", Phrase("Fødselsdatoen er en annen enn i fødselsnummeret.")


def _damaged(text: str) -> bool:
    # UTF-8 once read as Windows-1252 turns 'ø' into 'Ã¸'; text that can be turned back was never meant like that.
    try:
        twice = text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        twice = False
    return twice or bool(_LOST_LETTER.search(text))
