"""One row of cells, read into one RegisterRow."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register.doubts import doubts
from hjemmebesok.exchange.register.keys import register_id
from hjemmebesok.exchange.register.layout import Layout
from hjemmebesok.exchange.register.row import RegisterRow, Remark
from hjemmebesok.exchange.register.table import Record

Values = dict[str, Any]


def read_row(record: Record, layout: Layout, on: date) -> tuple[RegisterRow | None, list[Remark]]:
    """The row with its warnings, or None with all its faults. The row must fit the layout and not be withheld."""
    values, faults, warnings = _cells_read(record, layout)
    values = _put_together(values) | {"register_id": register_id(record, layout)}
    faults += [_remark(record, layout, *found) for found in _missing_or_contradictory(values)]
    if faults:
        return None, faults
    row = RegisterRow(line=record.line, **values)
    return row, warnings + [_remark(record, layout, *doubt) for doubt in doubts(row, on)]


def _remark(record: Record, layout: Layout, field: str, reason: Phrase) -> Remark:
    return Remark(record.line, layout.heading(field), reason)


def _cells_read(record: Record, layout: Layout) -> tuple[Values, list[Remark], list[Remark]]:
    values: Values = {}
    faults: list[Remark] = []
    warnings: list[Remark] = []
    for column in layout.columns():
        cell = layout.cell(record, column.field)
        if not cell:
            continue
        try:
            values[column.field] = column.read(cell)
        except Refused as refused:
            remarks = faults if column.blocks else warnings
            remarks.append(_remark(record, layout, column.field, refused.phrase))
    return values, faults, warnings


def _put_together(values: Values) -> Values:
    """The fields of RegisterRow, from columns that only some registers part."""
    parts = {field: values.pop(field, "") for field in ("tenant_id", "first_name", "last_name", "mobile", "building")}
    name = values.get("name") or f"{parts['first_name']} {parts['last_name']}".strip()
    estate = dict.fromkeys(filter(None, (values.get("estate"), parts["building"])))
    phone = parts["mobile"] or values.get("phone", "")
    # An empty cell is how registers write that an address is open; withheld() has seen to all others.
    protection = values.get("protection", Protection.NONE)
    return values | {"name": name, "estate": ", ".join(estate), "phone": phone, "protection": protection}


def _missing_or_contradictory(values: Values) -> Iterator[tuple[str, Phrase]]:
    if not values["register_id"]:
        yield "tenant_id", Phrase("Leietaker-ID mangler.")
    if not values["name"]:
        yield "name", Phrase("Navnet mangler.")
    if not values.get("address") and not values["protection"].masks_address:
        yield "address", Phrase("Adressen mangler.")
    starts, ends = values.get("starts"), values.get("ends")
    if starts and ends and ends < starts:
        yield "ends", Phrase("Kontrakten slutter {ends}, før den begynner {starts}.", ends=ends, starts=starts)
