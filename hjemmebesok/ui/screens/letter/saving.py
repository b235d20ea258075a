"""Saving a letter as a file where the caseworker wants it."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.i18n import say


def choose_place(parent: QWidget, file_name: str) -> Path | None:
    """Ask where, with this name suggested; None where she leaves it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = say(N_("PDF-filer")) + " (*.pdf)"
    chosen, _kind = QFileDialog.getSaveFileName(parent, say(N_("Lagre brevet")), str(Path(folder, file_name)), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".pdf")


def save_whole(pdf: bytes, path: Path) -> None:
    """Write the file, all of it or nothing. Raises Refused where it cannot be written there."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(pdf)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refused(Phrase("Filen kan ikke lagres der. Velg et annet sted.")) from None
