"""A register file, from bytes to rows that can be taken and remarks about the rest."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.exchange.register.keys import register_id
from hjemmebesok.exchange.register.layout import Layout, layout_of
from hjemmebesok.exchange.register.protected import withheld
from hjemmebesok.exchange.register.reading import read_row
from hjemmebesok.exchange.register.row import Register, Remark
from hjemmebesok.exchange.register.table import Record, table_in
from hjemmebesok.exchange.register.text import text_of


def read_register(data: bytes, on: date) -> Register:
    """The register in the file, judged by the rules of that day. Raises Refused for a file that is no register."""
    table = table_in(text_of(data))
    layout = layout_of(table.headings)
    by_hand = withheld(table.records, layout)
    refused = _refused_unread(table.records, layout, by_hand)
    rows, warnings = [], []
    for record in table.records:
        if record.line in refused:
            continue
        row, remarks = read_row(record, layout, on)
        if row is None:
            refused[record.line] = remarks
        else:
            rows.append(row)
            warnings += remarks
    in_order = tuple(remark for _, remarks in sorted(refused.items()) for remark in remarks)
    hidden = {register_id(record, layout) for record in table.records if record.line in by_hand and layout.fits(record)}
    return Register(tuple(rows), in_order, tuple(warnings), layout.ignored, frozenset(hidden - {""}))


def _refused_unread(
    records: Sequence[Record], layout: Layout, by_hand: Mapping[int, Phrase]
) -> dict[int, list[Remark]]:
    # Nothing but the line number and the tenant's number of rows that are handled by hand goes further.
    refused = {line: [Remark(line, layout.heading("protection"), reason)] for line, reason in by_hand.items()}
    rest = [record for record in records if record.line not in by_hand]
    for record in rest:
        if not layout.fits(record):
            refused[record.line] = [Remark(record.line, "", _misfit(record, layout))]
    fitting = [record for record in rest if layout.fits(record)]
    refused |= {remark.line: [remark] for remark in _doubles(fitting, layout)}
    return refused


def _misfit(record: Record, layout: Layout) -> Phrase:
    cells, headings = len(record.cells), layout.width
    return Phrase("Raden har {cells} felt, men det er {headings} overskrifter.", cells=cells, headings=headings)


def _doubles(records: Sequence[Record], layout: Layout) -> Iterator[Remark]:
    lines = defaultdict(list)
    for record in records:
        lines[register_id(record, layout)].append(record.line)
    column = next(
        layout.heading(field) for field in ("tenant_id", "contract_number", "national_id") if field in layout.places
    )
    for key, same in lines.items():
        for line in same if key and len(same) > 1 else ():
            others = ", ".join(str(other) for other in same if other != line)
            yield Remark(line, column, Phrase("Den samme leietakeren står også på linje {lines}.", lines=others))
