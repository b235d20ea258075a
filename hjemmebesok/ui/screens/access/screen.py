"""The right of access: who asks, what will be in the package, and its passphrase."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.access import AccessFile, access_file, note_access, packed_and_sealed
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.save_place import ask_place
from hjemmebesok.ui.screens.access.seal import SealCard
from hjemmebesok.ui.screens.access.whom import WhomCard
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ActionBar, Button, Card, ScrollPage, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns
from hjemmebesok.ui.widgets.fact_list import Fact, FactList

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_LEAST = 760  # px at 100 %: narrower than this, the columns lie under each other


class AccessScreen(QWidget):
    """`open(household_id)` shows what a person there would get; nothing is written before she has seen it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self._household = ""
        self._asked = 0
        self.file: AccessFile | None = None
        self.whom, self.seal = WhomCard(), SealCard()
        self.contents, self.read_first = FactList(), FactList("small")
        self.leave = Button(N_("Tilbake"), icon="arrow-left")
        self.save = Button(N_("Lagre pakken …"), "primary", "download", "Ctrl+S")
        self.bar = ActionBar(self.leave, self.save)
        self._lay_out()
        self.whom.edited.connect(self._look)
        self.leave.clicked.connect(lambda: window.go("household", self._household))
        self.save.clicked.connect(self._save)

    @property
    def ready(self) -> bool:
        """Whether what was last asked for is there."""
        return self.file is not None

    def _lay_out(self) -> None:
        page = ScrollPage()
        columns = Columns((1, 1), _LEAST)
        left, right = columns.columns
        card = Card(N_("Dette blir med"))
        for part in (self.contents, self.read_first):
            card.body.addWidget(part)
        left.addWidget(self.whom)
        left.addWidget(self.seal)
        right.addWidget(card)
        page.body.addWidget(WrapLabel(N_("Hele mappen (innsyn)"), "display"))
        what = N_("En pakke med alt som står om den som spør: en side å lese, alle opplysningene og brevene.")
        page.body.addWidget(WrapLabel(what, tone="muted"))
        page.body.addWidget(columns)
        page.body.setSpacing(SPACE.M)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(self.bar)

    def open(self, key: str) -> None:
        """Begin with whoever holds the lease of this household."""
        self._household = key
        self.seal.forget()
        try:
            self.whom.show_persons(open_household(self._desk, key).card.persons)
        except Refused as refused:
            self._window.go("households")
            self._window.say(refused.phrase, "warn")
            return
        self._look()

    def _look(self) -> None:
        desk, household, person = self._desk, self._household, self.whom.person.value()
        included = self.whom.included()
        self._show(None)
        self._asked += 1
        asked = self._asked
        in_background(
            lambda: access_file(desk, household, person, included),
            lambda file: self._show(file) if asked == self._asked else None,
            lambda trouble: self._no_file(trouble) if asked == self._asked else None,
        )

    def _show(self, file: AccessFile | None) -> None:
        self.file = file
        self.save.setEnabled(file is not None)
        self.bar.status.say(N_("Ingenting er skrevet ennå"), icon="info", tone="info")
        self.contents.show_facts([Fact("check", words) for words in file.parts] + _held_back(file) if file else [])
        self.read_first.show_facts(_to_read(file) if file else [])

    def _no_file(self, trouble: Exception) -> None:
        self.contents.show_facts([Fact("circle-alert", trouble_words(trouble), "bad")])

    def _save(self) -> None:
        if self.file is None or not self.seal.check():
            return
        path = ask_place(self, N_("Lagre pakken"), N_("ZIP-filer"), self.file.file_name)
        if path is not None:
            self.save_as(self.file, path)

    def save_as(self, file: AccessFile, path: Path) -> None:
        """Seal it, save it as this file, and note it with the household."""

        def save() -> object:
            refuse_reader(self._desk)  # whatever she might when it was made
            data = packed_and_sealed(file, self.seal.passphrase.value())
            save_whole(data, path)
            return note_access(self._desk, file, data)

        if self._window.act(save, N_("Pakken er lagret, og ført opp hos husstanden.")):
            self.seal.forget()


def _held_back(file: AccessFile) -> list[Fact]:
    if not file.held_back:
        return []
    words = Plural(
        "{n} opplysning om andre er holdt utenfor", "{n} opplysninger om andre er holdt utenfor", file.held_back
    )
    return [Fact("eye-off", words)]


def _to_read(file: AccessFile) -> list[Fact]:
    if not file.read_first:
        return []
    first = Fact("circle-alert", N_("Les gjennom disse fritekstene først. De kan nevne andre:"), "warn")
    return [first, *(Fact("pen-line", Phrase("{text}", text=Phrase(str(words)))) for words in file.read_first)]
