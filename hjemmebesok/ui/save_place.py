"""Asking where a file is to be saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import say


def ask_place(parent: QWidget, title: Words, kind: Words, file_name: str) -> Path | None:
    """Ask where, with this name suggested, among files of a kind, such as «ZIP-filer»; None where she leaves it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ending = Path(file_name).suffix
    kinds = f"{say(kind)} (*{ending})"
    chosen, _kind = QFileDialog.getSaveFileName(parent, say(title), str(Path(folder, file_name)), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(ending)
