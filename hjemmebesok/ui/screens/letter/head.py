"""The head of the page: whom the letter is for, which letter, about which visit, and in which language."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.casework.text_list import written_in
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.letter.language_tabs import LanguageTabs
from hjemmebesok.ui.screens.letter.model import ORIGINAL, LetterModel, Wanted
from hjemmebesok.ui.spoken import Tongue, dotted
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, CheckBox, ChoiceBox, Flow, WrapLabel

_LONG = 40  # letters: 'Sak til styret om rammer for salg', and the same in Turkish


class Head(QWidget):
    """`wanted` comes with each choice: 'kind', 'about', 'language' or 'along', and what was chosen."""

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._whom = WrapLabel("", tone="muted")
        self.another = Button(N_("Annen husstand"), "secondary", "users")
        self.kind, self.about = ChoiceBox(KINDS), ChoiceBox([])
        self.languages = LanguageTabs()
        self.along = CheckBox(N_("Norsk tekst først i samme brev"))
        self.line = CheckBox(N_("En linje om tolk på språket de leser"))
        for box in (self.kind, self.about):
            box.setMinimumContentsLength(_LONG)
        bind(self.kind, QWidget.setAccessibleName, N_("Hva slags brev?"))
        bind(self.about, QWidget.setAccessibleName, N_("Hvilket besøk eller møte?"))
        self._lay_out()
        self.kind.edited.connect(partial(self._want, "kind"))
        self.languages.edited.connect(partial(self._want, "language"))
        self.about.edited.connect(partial(self._want, "about"))
        for tick in (self.along, self.line):
            tick.edited.connect(partial(self._want, "along"))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(SPACE.XS)
        names.addWidget(WrapLabel(N_("Brev"), "display"))
        names.addWidget(self._whom)
        top = QHBoxLayout()
        top.addLayout(names, 1)
        top.addWidget(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addLayout(top)
        column.addSpacing(SPACE.XS)
        column.addWidget(Flow(self.kind, self.about, gap=SPACE.M))
        column.addWidget(Flow(self.languages, self.along, self.line, gap=SPACE.M))

    def show_model(self, model: LetterModel, card: HouseholdCard) -> None:
        """Show whom it is for, and what has been chosen."""
        language = Phrase("leser {language}", language=Tongue(card.household.language))
        self._whom.say(dotted(Phrase("Til {name}", name=plain(card.household.name)), language))
        wanted = model.wanted
        self.kind.set_value(wanted.kind)
        self.languages.set_value(wanted.language)
        self.languages.offer(written_in(wanted.kind))
        self.about.set_options(model.abouts)
        self.about.set_value(wanted.about)
        self.about.setVisible(bool(model.abouts))
        self._show_along(wanted, card.household.language)

    def _show_along(self, wanted: Wanted, reads: str) -> None:
        norwegian, only_norwegian = wanted.language == ORIGINAL, written_in(wanted.kind) == (ORIGINAL,)
        self.along.set_value(wanted.along)
        self.line.set_value(wanted.along)
        self.along.setVisible(not norwegian)
        self.line.setVisible(norwegian and reads not in OWN_NAMES and not only_norwegian)

    def _want(self, name: str, chosen: object) -> None:
        if chosen != "":
            self.wanted.emit(name, chosen)
