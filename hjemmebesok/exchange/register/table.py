"""Text as a table: what parts the cells, which row has the headings, and on which line each row begins."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.exchange.register.cells import plain
from hjemmebesok.exchange.register.columns import column_named

DELIMITERS = ";,\t"
ROWS_ABOVE_HEADINGS = 9  # some exports begin with a title, a date or 'sep=;'
FEWEST_KNOWN = 2  # headings, before a row is taken for the heading row


@dataclass(frozen=True, slots=True)
class Record:
    """One row of cells, and the line it begins on, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, and the rows that are not empty."""

    headings: tuple[str, ...]
    records: tuple[Record, ...]


def table_in(text: str) -> Table:
    """The table in the text. Raises Refused where no heading is known, a quote is left open, or there are no rows."""
    heads = {delimiter: _headings(text, delimiter) for delimiter in DELIMITERS}
    delimiter, head = max(heads.items(), key=lambda item: _known(item[1]))
    if head is None or _known(head) < FEWEST_KNOWN:
        raise Refused(Phrase("Fant ingen overskrifter i filen, som «Leietaker-ID», «Navn» og «Adresse»."))
    try:
        records = tuple(record for record in _records(text, delimiter) if record.line > head.line)
    except _Torn as torn:
        raise Refused(
            Phrase("Anførselstegnene går ikke opp fra linje {line}. Ingenting er lest.", line=torn.line)
        ) from None
    if not records:
        raise Refused(Phrase("Filen har overskrifter, men ingen rader."))
    return Table(head.cells, records)


class _Torn(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _records(text: str, delimiter: str) -> Iterator[Record]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    try:
        for cells in rows:
            record = Record(line, tuple(plain(cell) for cell in cells))
            line = rows.line_num + 1
            if any(record.cells):
                yield record
    except csv.Error:
        raise _Torn(line) from None


def _headings(text: str, delimiter: str) -> Record | None:
    first = []
    with suppress(_Torn):  # told once the delimiter is known
        for record in islice(_records(text, delimiter), ROWS_ABOVE_HEADINGS + 1):
            first.append(record)
    return max(first, key=_known, default=None)


def _known(record: Record | None) -> int:
    return sum(column_named(cell) is not None for cell in record.cells) if record else 0
