"""Importing the tenant register: a preview of what will happen, then all of it in one transaction."""

from dataclasses import dataclass, replace
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.register_rows import Part, household_id, parts_of
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.register import RegisterEntry
from hjemmebesok.exchange.register import Register, RegisterRow, Remark, read_register
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import Work, derived_id

__all__ = ["ChangedRow", "Changes", "ImportPreview", "Remark", "preview_import", "run_import"]


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A tenant we know, and the fields the register has changed since the last import (see register_rows.LABELS)."""

    row: RegisterRow
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import will do. Each row of the file is in exactly one of new, changed, unchanged and refused lines.

    `gone` names the households that came from the register and are no longer in it; nothing is done with them.
    """

    new: tuple[RegisterRow, ...]
    changed: tuple[ChangedRow, ...]
    unchanged: int
    refused: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    ignored: tuple[str, ...]
    gone: tuple[str, ...]
    shielded: int = 0  # households known here that the register has made strengt fortrolig since


def preview_import(desk: Desk, data: bytes) -> ImportPreview:
    """Judge the file against the store; nothing is written. Raises Refused for a file that is no register."""
    register = read_register(data, desk.today())
    with desk.read() as reading:
        return _preview(reading, register)


def run_import(desk: Desk, data: bytes) -> tuple[ImportPreview, Changes]:
    """Import every row that is not refused, all of them or none. Importing the same file again changes nothing."""
    register = read_register(data, desk.today())
    with desk.work() as work:
        preview = _preview(work, register)
        entries = _entries(work)
        for row in (*preview.new, *(changed.row for changed in preview.changed)):
            _import(desk, work, row, entries.get(row.register_id))
        for key in register.withheld & entries.keys():
            _shield(work, entries[key])
        return preview, work.changes


def _is_open(entry: RegisterEntry) -> bool:
    return entry.values.get("household.protection") != Protection.STRENGT_FORTROLIG


def _shield(work: Work, entry: RegisterEntry) -> None:
    """A household that we know and that must now be handled by hand: its address is open nowhere from here on."""
    household = work.find(Household, entry.case)
    if household is not None:
        strict = Protection.STRENGT_FORTROLIG
        work.put(replace(household, protection=strict))
        # So that the register can lift it again.
        work.put(replace(entry, values=entry.values | {"household.protection": strict.value}))


def _preview(reading: Reading, register: Register) -> ImportPreview:
    entries = _entries(reading)
    new, changed = [], []
    for row in register.rows:
        entry = entries.get(row.register_id)
        fields = _differing(parts_of(row), entry)
        if entry is None:
            new.append(row)
        elif fields:
            changed.append(ChangedRow(row, tuple(fields)))
    in_file = {row.register_id for row in register.rows} | register.withheld
    gone = {entry.case for key, entry in entries.items() if key not in in_file}
    return ImportPreview(
        new=tuple(new),
        changed=tuple(changed),
        unchanged=len(register.rows) - len(new) - len(changed),
        refused=register.refused,
        warnings=register.warnings,
        ignored=register.ignored,
        gone=tuple(household.name for household in reading.all(Household) if household.id in gone),
        shielded=sum(_is_open(entries[key]) for key in register.withheld & entries.keys()),
    )


def _entries(reading: Reading) -> dict[str, RegisterEntry]:
    return {entry.register_id: entry for entry in reading.all(RegisterEntry)}


def _differing(parts: list[Part], entry: RegisterEntry | None) -> dict[str, Any]:
    before = entry.values if entry else {}
    now = {f"{part.name}.{field}": value for part in parts for field, value in part.fields.items()}
    return {name: value for name, value in now.items() if before.get(name) != value}


def _import(desk: Desk, work: Work, row: RegisterRow, entry: RegisterEntry | None) -> None:
    case, parts = household_id(row), parts_of(row)
    differing = _differing(parts, entry)
    for part in parts:
        known = work.find(part.kind, part.id) is not None
        fresh = {name: value for name, value in part.fields.items() if not known or f"{part.name}.{name}" in differing}
        work.set_fields(part.kind, part.id, case, fresh)
    values = (entry.values if entry else {}) | differing
    made = RegisterEntry(
        id=derived_id(case, "register entry"), case=case, register_id=row.register_id, read_on=desk.today(),
        values=values,
    )  # fmt: skip
    work.put(made)
