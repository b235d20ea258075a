"""hjemmebesok import: the tenant register into the store. No name is written to the terminal, which others may log."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Words

if TYPE_CHECKING:
    from hjemmebesok.casework.imports import ImportPreview
    from hjemmebesok.exchange.register import Remark


@click.command("import", help=_("Les inn leieregisteret, en CSV-fil. Samme fil to ganger endrer ingenting."))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@store_option
@click.option("--dry-run", is_flag=True, help=_("Vis bare hva som ville blitt lest inn."))
@click.option("--json", "as_json", is_flag=True, help=_("Svar med JSON."))
@language_option
def import_register(file: Path, store: Path, dry_run: bool, as_json: bool) -> None:
    """Every row that is not refused, all of them or none."""
    from hjemmebesok.casework.imports import preview_import, run_import

    data = file.read_bytes()
    with unlocked(store) as desk:
        preview = preview_import(desk, data) if dry_run else run_import(desk, data)[0]
    if as_json:
        terminal.say_json(_plain(preview, imported=not dry_run))
        return
    for words in _told(preview):
        terminal.say(words)
    if dry_run:
        terminal.say(Phrase("Ingenting er lest inn."))


def _told(preview: "ImportPreview") -> Iterator[Words]:
    yield Phrase(
        "{new} nye, {changed} endret, {unchanged} som før, {refused} avvist.",
        new=len(preview.new),
        changed=len(preview.changed),
        unchanged=preview.unchanged,
        refused=len({remark.line for remark in preview.refused}),
    )
    if preview.gone:
        yield Phrase("{gone} står ikke lenger i registeret. Det er ikke gjort noe med dem.", gone=len(preview.gone))
    if preview.ignored:
        yield Phrase("Kolonner som ikke leses: {columns}", columns=", ".join(preview.ignored))
    yield from (Phrase("Avvist, linje {line}, {column}: {reason}", **_where(remark)) for remark in preview.refused)
    yield from (Phrase("Se på linje {line}, {column}: {reason}", **_where(remark)) for remark in preview.warnings)


def _where(remark: "Remark") -> dict[str, Any]:
    return {"line": str(remark.line), "column": remark.column or "–", "reason": remark.reason}


def _plain(preview: "ImportPreview", *, imported: bool) -> dict[str, Any]:
    say = terminal.language.say

    def remarks(found: "tuple[Remark, ...]") -> list[dict[str, Any]]:
        return [{"line": one.line, "column": one.column, "reason": say(one.reason)} for one in found]

    return {
        "imported": imported,
        "new": [row.line for row in preview.new],
        "changed": [{"line": changed.row.line, "fields": list(changed.fields)} for changed in preview.changed],
        "unchanged": preview.unchanged,
        "refused": remarks(preview.refused),
        "warnings": remarks(preview.warnings),
        "ignored": list(preview.ignored),
        "gone": len(preview.gone),
    }
