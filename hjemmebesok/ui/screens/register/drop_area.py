"""Where a file is dropped or chosen, and the one sentence about a file that cannot be read."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, WrapLabel

_REGISTER = N_("En CSV-fil fra kommunens boligsystem. Du får se hva som skjer, først.")
_WHICH = N_("Velg leieregisteret")
_KINDS = N_("CSV-filer"), "*.csv *.txt"


class DropArea(Card):
    """`chosen` carries the path of one file. `about` says which file; the other words are for whoever chooses it."""

    chosen = Signal(Path)

    def __init__(
        self,
        about: Words = _REGISTER,
        asked: Words = _WHICH,
        kinds: tuple[Words, str] = _KINDS,
    ) -> None:
        super().__init__(ground="sunken")
        self._asked, self._kinds = asked, kinds
        self.setAcceptDrops(True)
        self.button = Button(N_("Velg fil …"), "primary", "download", "Ctrl+O")
        self.button.clicked.connect(self._browse)
        self._problem = FactLine("circle-alert", "", "label", "bad", icon_tone="bad")
        self.body.setContentsMargins(SPACE.XXL, SPACE.XXL, SPACE.XXL, SPACE.XXL)
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(N_("Slipp filen her, eller velg den"), "title"))
        self.body.addWidget(WrapLabel(about, tone="muted"))
        self.body.addWidget(self._problem)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_problem("")

    def show_problem(self, words: Words) -> None:
        """Show why the file cannot be used; '' where there is nothing wrong."""
        self._problem.say(words)
        self._problem.setVisible(bool(words))

    def problem_shown(self) -> str:
        """The sentence that stands there, '' where none does."""
        return self._problem.label.text()

    def show_reading(self, reading: bool) -> None:
        """A file is being read, or has been."""
        self.setAcceptDrops(not reading)
        self.button.setEnabled(not reading)
        self.button.say(N_("Leser filen …") if reading else N_("Velg fil …"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _path_in(event) is not None:
            event.acceptProposedAction()
            self._show_ground("accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_ground("sunken")

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_ground("sunken")
        path = _path_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _browse(self) -> None:
        kinds = f"{say(self._kinds[0])} ({self._kinds[1]});;{say(N_('Alle filer'))} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, say(self._asked), "", kinds)
        if name:
            self.chosen.emit(Path(name))

    def _show_ground(self, ground: str) -> None:
        self.setProperty("card", ground)
        self.style().unpolish(self)
        self.style().polish(self)


def _path_in(event: QDropEvent) -> Path | None:
    """The one file that is dragged; None for several, for a web page, for a text."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
