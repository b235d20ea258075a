"""Qt's own words (Save, Cancel, Copy …) in the language of the screen.

Qt speaks English by itself and ships Turkish, but no bokmål; so the words that our screens can bring up are here.
"""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_BOKMAL = {
    # buttons of a dialog
    "OK": "OK",
    "Save": "Lagre",
    "Save All": "Lagre alle",
    "Open": "Åpne",
    "&Yes": "&Ja",
    "Yes to &All": "Ja til &alle",
    "&No": "&Nei",
    "N&o to All": "N&ei til alle",
    "Abort": "Avbryt",
    "Retry": "Prøv igjen",
    "Ignore": "Overse",
    "Close": "Lukk",
    "Cancel": "Avbryt",
    "Discard": "Forkast",
    "Don't Save": "Ikke lagre",
    "Help": "Hjelp",
    "Apply": "Bruk",
    "Reset": "Tilbakestill",
    "Restore Defaults": "Tilbake til standard",
    "Show Details...": "Vis detaljer …",
    "Hide Details...": "Skjul detaljer …",
    # the menu of a text field
    "&Undo": "&Angre",
    "&Redo": "&Gjør om",
    "Cu&t": "Klipp &ut",
    "&Copy": "&Kopier",
    "&Paste": "&Lim inn",
    "Delete": "Slett",
    "Select All": "Marker alt",
    "Clear": "Tøm",
    # choosing a file
    "&Look in:": "&Søk i:",
    "Look in:": "Søk i:",
    "File &name:": "Fil&navn:",
    "Files of &type:": "Fil&type:",
    "Directory:": "Mappe:",
    "&Open": "&Åpne",
    "&Save": "&Lagre",
    "&Choose": "&Velg",
    "&Rename": "&Gi nytt navn",
    "&Delete": "&Slett",
    "&New Folder": "&Ny mappe",
    "Show &hidden files": "Vis &skjulte filer",
    "All Files (*)": "Alle filer (*)",
    "Back": "Tilbake",
    "Go back": "Gå tilbake",
    "Forward": "Fram",
    "Go forward": "Gå fram",
    "Parent Directory": "Mappen over",
    "Go to the parent directory": "Gå til mappen over",
    "Create New Folder": "Ny mappe",
    "Create a New Folder": "Lag en ny mappe",
    "List View": "Liste",
    "Change to list view mode": "Vis som liste",
    "Detail View": "Detaljer",
    "Change to detail view mode": "Vis detaljer",
    "List of places and bookmarks": "Steder og bokmerker",
    "Files": "Filer",
    "Computer": "Datamaskin",
    "Drive": "Stasjon",
    "Folder": "Mappe",
    "Name": "Navn",
    "Size": "Størrelse",
    "Type": "Type",
    "Date Modified": "Endret",
}


class BokmalQt(QTranslator):
    """Answers for Qt's own texts in bokmål; silent about any other."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: Any, source: Any, disambiguation: Any = None, n: int = -1) -> Any:
        """The bokmål text, or None (which Qt reads as: ask the next translator)."""
        return _BOKMAL.get(source)


def _translator(code: str) -> QTranslator | None:
    if code == "nb":
        return BokmalQt()
    shipped = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return shipped if shipped.load(f"qtbase_{code}", folder) else None


_installed: list[QTranslator] = []


def speak_qt(code: str) -> None:
    """Let Qt's own texts be in this language from now on."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    translator = _translator(code)
    if translator is not None and QCoreApplication.installTranslator(translator):
        _installed.append(translator)
