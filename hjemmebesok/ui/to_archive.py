"""Saving what is not in the archive yet as one package for it: a household's letters, or the programme's papers.

What would not be the same if it was made again, since something has changed, is taken from the files it was saved as.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from hjemmebesok.casework.archiving import ArchivePackage, as_saved, made_again, note_archived, package_for_archive
from hjemmebesok.casework.archiving_papers import package_of_papers, papers_made_again
from hjemmebesok.casework.filed import FiledLetter
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.save_place import ask_place

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

Making = Callable[[], tuple[list[FiledLetter], list[IssuedLetter]]]
Packing = Callable[[list[FiledLetter]], ArchivePackage]


def to_archive(window: "MainWindow", parent: QWidget, household: str) -> None:
    """Ask where, and save the package of the household's letters there."""
    desk = window.desk
    found = partial(made_again, desk, household)
    _hand_over(window, parent, found, lambda letters: package_for_archive(desk, household, letters))


def papers_to_archive(window: "MainWindow", parent: QWidget) -> None:
    """Ask where, and save the package of the programme's papers there."""
    desk = window.desk
    _hand_over(window, parent, partial(papers_made_again, desk), lambda papers: package_of_papers(desk, papers))


def _hand_over(window: "MainWindow", parent: QWidget, making: Making, pack: Packing) -> None:
    try:
        filed, changed = making()
        found = as_saved(window.desk, changed, _saved_files(parent, len(changed))) if changed else []
    except Refused as refused:
        window.say(refused.phrase, "warn")
        return
    if not (filed or found):
        window.say(N_("Ingenting er lagret. Det må arkiveres slik det ble lagret, så velg de filene."), "warn")
        return
    name = f"arkivpakke-{window.desk.today():%Y-%m-%d}.zip"
    if (path := ask_place(parent, N_("Til arkivet"), N_("ZIP-filer"), name)) is not None:
        _save(window, path, [*filed, *found], len(changed) - len(found), pack)


def _saved_files(parent: QWidget, wanted: int) -> list[bytes]:
    title = Plural(
        "Noe er endret: velg PDF-en som ble lagret", "Noe er endret: velg de {n} PDF-ene som ble lagret", wanted
    )
    names, _kind = QFileDialog.getOpenFileNames(parent, say(title), "", f"{say(N_('PDF-filer'))} (*.pdf)")
    try:
        return [Path(name).read_bytes() for name in names]
    except OSError:
        raise Refused(Phrase("Filen kan ikke åpnes. Er den åpen i et annet program?")) from None


def _save(window: "MainWindow", path: Path, filed: list[FiledLetter], missing: int, pack: Packing) -> None:
    def save() -> object:
        package = pack(filed)
        save_whole(package.data, path)
        return note_archived(window.desk, package)

    there = Plural("{n} dokument er i arkivpakken.", "{n} dokumenter er i arkivpakken.", len(filed))
    others = Plural(
        "{n} er ikke med: det er endret siden, og må arkiveres slik det ble lagret.",
        "{n} er ikke med: de er endret siden, og må arkiveres slik de ble lagret.",
        missing,
    )
    window.act(save, Phrase("{there} {others}", there=there, others=others) if missing else there)
