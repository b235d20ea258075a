"""Who gives, who takes, and which cases: all of them or chosen ones, to have or to share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.team.cases import CaseList
from hjemmebesok.ui.screens.team.model import TeamModel
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, ChoiceBox, FactLine, Field, SegmentedChoice


class ChoosingCard(Card):
    """`chosen` comes when something else is chosen."""

    chosen = Signal()

    def __init__(self, model: TeamModel) -> None:
        super().__init__()
        self._model = model
        self.giver, self.taker = ChoiceBox([]), ChoiceBox([])
        self.how = SegmentedChoice([(False, N_("Overfør sakene")), (True, N_("Del sakene"))], clearable=False)
        self.which = SegmentedChoice([(False, N_("Alle")), (True, N_("Noen"))], clearable=False)
        self.cases = CaseList()
        self._unseen = FactLine("info", "", "small", "muted")
        bind(self.how, QWidget.setAccessibleName, N_("Overføre eller dele?"))
        self.body.setSpacing(SPACE.M)
        for part in (
            self.how,
            Field(N_("Hvem gir?"), self.giver),
            Field(N_("Hvem får?"), self.taker),
            Field(N_("Hvilke saker?"), self.which),
            self.cases,
            self._unseen,
        ):
            self.body.addWidget(part)
        self._connect()

    def show_model(self) -> None:
        """Offer what there is now, with what is chosen."""
        model = self._model
        self.giver.set_options(model.givers())
        self.giver.set_value(model.giver)
        self.taker.set_options(model.takers())
        self.taker.set_value(model.taker)
        self.how.set_value(model.keeps)
        self.which.set_value(model.some)
        self.cases.show_cases(model.cases(), model.chosen)
        self.cases.setVisible(model.some)
        unseen = model.unseen()
        self._unseen.say(unseen)
        self._unseen.setVisible(bool(unseen))

    def _connect(self) -> None:
        self.giver.edited.connect(self._choose_giver)
        self.taker.edited.connect(self._choose_taker)
        self.how.edited.connect(self._choose_how)
        self.which.edited.connect(self._choose_which)
        self.cases.ticked.connect(self._tick)

    def _choose_giver(self, user: str) -> None:
        self._model.choose_giver(user)
        self._tell()

    def _choose_taker(self, user: str) -> None:
        self._model.taker = user
        self._tell()

    def _choose_how(self, keeps: bool) -> None:
        self._model.keeps = keeps
        self._tell()

    def _choose_which(self, some: bool) -> None:
        self._model.some = some
        self._tell()

    def _tick(self, case: str, ticked: bool) -> None:
        (self._model.chosen.add if ticked else self._model.chosen.discard)(case)
        self._tell()

    def _tell(self) -> None:
        self.show_model()
        self.chosen.emit()
