"""The open text as a file: taken out for a translator or another program, and in again once one has seen the check."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from hjemmebesok.casework.text_file import TextFile
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.letter_texts.words import facts
from hjemmebesok.ui.widgets import Button, Card, CheckBox, FactLine, Flow, WrapLabel
from hjemmebesok.ui.widgets.fact_list import Fact, FactList

_WHY = N_("Ta teksten ut for en oversetter eller et annet program, og ta den inn igjen. Du får se kontrollen først.")


class FileCard(Card):
    """`out` and `chosen` (a path) ask for a file; `current` comes with the tick, `taken` and `left` end the look."""

    out = Signal()
    chosen = Signal(Path)
    current = Signal(bool)
    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Teksten som fil"))
        self.save, self.browse = Button(N_("Ta ut …"), icon="download"), Button(N_("Ta inn …"), icon="file-text")
        self._wait = WrapLabel(
            N_("Noe er ikke lagret, og blir ikke med ut. Lagre eller forkast det før du tar inn en fil."),
            "small",
            "muted",
        )
        self._trouble = FactLine("circle-alert", "", "label", "bad", icon_tone="bad")
        self._asking, self._found = Flow(self.save, self.browse), FactList("small")
        self.follows = CheckBox(N_("Oversettelsen følger den norske teksten slik den er nå"))
        self.take, self.leave = Button(N_("Ta filen i bruk"), icon="check"), Button(N_("La være"), "quiet")
        self._ending = Flow(self.take, self.leave)
        parts = (WrapLabel(_WHY, "small", "muted"), self._asking, self._wait, self._trouble)
        for part in (*parts, self._found, self.follows, self._ending):
            self.body.addWidget(part)
        self.save.clicked.connect(self.out)
        self.browse.clicked.connect(self._browse)
        self.follows.edited.connect(self.current)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        self.show_file(None)

    def show_may(self, *, may_write: bool, unsaved: bool) -> None:
        """Whether a file may be taken in, and now."""
        self.take.setEnabled(not unsaved)
        self.browse.setVisible(may_write)
        self.browse.setEnabled(not unsaved)
        self._wait.setVisible(may_write and unsaved)

    def show_trouble(self, words: Words) -> None:
        """Show why the file cannot be taken in; '' where there is nothing."""
        self._trouble.say(words)
        self._trouble.setVisible(bool(words))

    def show_reading(self) -> None:
        """A file is being looked at."""
        self.show_trouble("")
        self.browse.setEnabled(False)

    def show_file(self, file: TextFile | None, *, behind: bool = False) -> None:
        """Show what there is to say of a file before it is taken in; None where none is looked at.

        Where it is `behind` the Norwegian text, it can be said that it follows it all the same.
        """
        self.show_trouble("")
        self._asking.setVisible(file is None)
        self._found.show_facts(_told(file) if file else [])
        self.follows.setVisible(behind)
        self._ending.setVisible(file is not None)
        self.take.setVisible(file is not None and file.readable)
        self.take.say(N_("Ta filen i bruk likevel") if file and file.stops else N_("Ta filen i bruk"))

    def _browse(self) -> None:
        kinds = f"{say(N_('Brevtekster'))} (*.md *.txt);;{say(N_('Alle filer'))} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, say(N_("Velg en brevtekst")), "", kinds)
        if name:
            self.chosen.emit(Path(name))


def _told(file: TextFile) -> list[Fact]:
    if not file.readable:
        last = [Fact("x", N_("Filen kan ikke tas inn før dette er rettet."), "bad")]
    elif file.stops:
        last = [Fact("x", N_("Brevet kan ikke sendes på dette språket før dette er rettet."), "bad")]
    else:
        last = [Fact("circle-check", N_("Ingenting hindrer at filen tas i bruk. Den blir en ny versjon."), "ok")]
    return [*facts([replace(each.found, words=each.words) for each in file.findings]), *last]
