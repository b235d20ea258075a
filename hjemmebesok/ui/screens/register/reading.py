"""A register file, and what it will do or has done, in words. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hjemmebesok.casework.imports import ChangedRow, ImportPreview, Remark
from hjemmebesok.casework.register_rows import LABELS
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import joined
from hjemmebesok.ui.widgets.status import Status

LARGEST = 20 * 1024 * 1024  # bytes; a register of 100,000 tenants takes less


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: what it is about, and what there is to say."""

    about: Words
    said: Words


def file_bytes(path: Path) -> bytes:
    """What is in the file. Raises Refused for one that cannot be read, or is far too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(Phrase("Filen er for stor til å være et leieregister."))
        return path.read_bytes()
    except OSError:
        raise Refused(Phrase("Filen kan ikke åpnes. Er den åpen i et annet program?")) from None


def to_read(preview: ImportPreview) -> int:
    """How many rows an import writes."""
    return len(preview.new) + len(preview.changed)


def refused_rows(preview: ImportPreview) -> int:
    """How many rows are refused; a row may have several faults."""
    return len({remark.line for remark in preview.refused})


def result(preview: ImportPreview) -> Words:
    """What the import has done."""
    return Phrase(
        "{new} og {changed}.",
        new=Plural("{n} ny husstand", "{n} nye husstander", len(preview.new)),
        changed=Plural("{n} endret", "{n} endret", len(preview.changed)),
    )


def counts(preview: ImportPreview) -> list[Status]:
    """One status for each count; what there is none of is left out, but for the refused."""
    kinds: list[tuple[int, Callable[[int], Words], str, str]] = [
        (len(preview.new), lambda n: Plural("{n} ny", "{n} nye", n), "info", "plus"),
        (len(preview.changed), lambda n: Plural("{n} endret", "{n} endret", n), "info", "pen-line"),
        (preview.unchanged, lambda n: Plural("{n} uendret", "{n} uendret", n), "muted", ""),
        (len(preview.warnings), lambda n: Plural("{n} advarsel", "{n} advarsler", n), "warn", "circle-alert"),
    ]
    found = [Status(words(n), tone, icon) for n, words, tone, icon in kinds if n]
    return [*found, _refused(refused_rows(preview))]


def _refused(n: int) -> Status:
    return Status(Plural("{n} avvist", "{n} avvist", n), "bad") if n else Status(N_("Ingen avvist"), "ok")


def remark_lines(remarks: tuple[Remark, ...]) -> list[Line]:
    """Where each remark belongs, and its reason."""
    return [Line(_where(remark), remark.reason) for remark in remarks]


def changed_lines(changed: tuple[ChangedRow, ...]) -> list[Line]:
    """Each tenant the register has changed, and which fields."""
    return [Line(plain(each.row.household_name), _fields(each.fields)) for each in changed]


def _where(remark: Remark) -> Words:
    if not remark.column:
        return Phrase("Linje {line}", line=str(remark.line))
    return Phrase("Linje {line}, {column}", line=str(remark.line), column=remark.column)


def _fields(fields: tuple[str, ...]) -> Words:
    # What ties records together has no label, and is nothing to look at.
    labels = [LABELS[field] for field in fields if field in LABELS]
    return joined(*labels, between=", ") or N_("Kontrakt")
