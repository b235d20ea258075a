"""Asking where a letter is to be saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hjemmebesok.domain.phrase import N_
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
