"""Rows that must be handled by hand: strengt fortrolig address (kode 6), abroad, or protection nobody can read.

They are found before anything else is read, and nothing of them goes further than the line number, and the tenant's
number so that a household we know already can be shielded. Where wording is unknown the address is never assumed to be
open.
"""

from collections.abc import Iterator, Sequence

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.exchange.register.keys import identities
from hjemmebesok.exchange.register.layout import Layout
from hjemmebesok.exchange.register.protection import mentions_strict, protection
from hjemmebesok.exchange.register.table import Record


def withheld(records: Sequence[Record], layout: Layout) -> dict[int, Phrase]:
    """Why, for the line of each row that is not to be read."""
    found = {record.line: reason for record in records for reason in _own_reason(record, layout)}
    marked = {
        identity: record.line
        for record in records
        if record.line in found and layout.fits(record)
        for identity in identities(record, layout)
    }
    for record in records:
        if record.line not in found and layout.fits(record):
            lines = [marked[identity] for identity in identities(record, layout) if identity in marked]
            if lines:
                found[record.line] = Phrase("Raden hører sammen med linje {line}, som ikke leses inn.", line=lines[0])
    return found


def _own_reason(record: Record, layout: Layout) -> Iterator[Phrase]:
    # A row whose cells are out of place may have anything under that heading.
    fits = layout.fits(record)
    said = protection(layout.cell(record, "protection")) if fits else None
    if any(map(mentions_strict, record.cells)) or (said and said.barred_from_laptop):
        yield Phrase("Strengt fortrolig adresse. Raden leses ikke inn, og saken må behandles manuelt.")
    elif said is None and fits:
        yield Phrase(
            "Adressebeskyttelsen er ukjent, så raden leses ikke inn. "
            "Skriv «ugradert», «fortrolig» eller «strengt fortrolig»."
        )
