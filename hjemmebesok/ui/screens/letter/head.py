"""The head of the page: whom the letter is for, which letter, about which visit, and in which language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.letter.language_tabs import LanguageTabs
from hjemmebesok.ui.screens.letter.model import SUMMARY, LetterModel
from hjemmebesok.ui.spoken import Tongue, dotted
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, ChoiceBox, Flow, SegmentedChoice, WrapLabel

_VISIT = 28  # letters: '12. oktober kl. 10:30 · Hjemmebesøk'


class Head(QWidget):
    """`wanted` comes with each choice: 'kind', 'about' or 'language', and its code."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._whom = WrapLabel("", tone="muted")
        self.another = Button(N_("Annen husstand"), "secondary", "users")
        self.kind = SegmentedChoice([(code, words) for code, words in KINDS], clearable=False)
        self.visit = ChoiceBox([])
        self.visit.setMinimumContentsLength(_VISIT)
        self.languages = LanguageTabs()
        bind(self.kind, SegmentedChoice.setAccessibleName, N_("Hva slags brev?"))
        bind(self.visit, QWidget.setAccessibleName, N_("Hvilket besøk?"))
        self._lay_out()
        self.kind.edited.connect(self._want_kind)
        self.languages.edited.connect(self._want_language)
        self.visit.edited.connect(self._want_visit)

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
        column.addWidget(Flow(self.kind, self.visit, gap=SPACE.M))
        column.addWidget(self.languages)

    def show_model(self, model: LetterModel, card: HouseholdCard) -> None:
        """Show whom it is for, and what has been chosen."""
        language = Phrase("leser {language}", language=Tongue(card.household.language))
        self._whom.say(dotted(Phrase("Til {name}", name=plain(card.household.name)), language))
        self.kind.set_value(model.wanted.kind)
        self.languages.set_value(model.wanted.language)
        self.visit.set_options(model.visits())
        self.visit.set_value(model.wanted.about)
        self.visit.setVisible(model.wanted.kind == SUMMARY and bool(model.visits()))

    def _want_kind(self, kind: str) -> None:
        self.wanted.emit("kind", kind)

    def _want_language(self, language: str) -> None:
        self.wanted.emit("language", language)

    def _want_visit(self, visit: str) -> None:
        self.wanted.emit("about", visit)
