"""What happens when the cases are given, and the button. Asked once more in its place: it touches another's day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.screens.team.model import TeamModel
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow
from hjemmebesok.ui.widgets.fact_list import FactList


class GivingCard(Card):
    """`confirmed` when it is to be done. Nothing is done by the first press alone."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Dette skjer"), "accent")
        self._facts = FactList()
        self.button = Button("", "primary", "arrow-right", "Ctrl+Return")
        self.yes, self.no = Button("", icon="check"), Button(N_("Avbryt"), "quiet")
        self._question = FactLine("circle-question-mark", "")
        self._asking = QWidget()
        self._lay_out()
        self.button.clicked.connect(self._ask)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self._stop_asking)

    def show_model(self, model: TeamModel) -> None:
        """What is chosen now; a question about something else is taken back."""
        self._facts.show_facts(model.facts())
        self.button.say(_doing(model))
        self.button.setEnabled(model.complete)
        self.yes.say(N_("Ja, del") if model.keeps else N_("Ja, overfør"))
        if model.complete:
            self._question.say(model.question())
        self._show_asking(False)

    def show_running(self) -> None:
        """The server is being asked."""
        self._show_asking(False)
        self.button.setEnabled(False)
        self.button.say(N_("Et øyeblikk …"))

    def _lay_out(self) -> None:
        self.body.setSpacing(SPACE.M)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(SPACE.S)
        asking.addWidget(self._question)
        asking.addWidget(Flow(self.yes, self.no))
        for part in (self._facts, self.button, self._asking):
            self.body.addWidget(part)

    def _ask(self) -> None:
        self._show_asking(True)
        self.yes.setFocus()

    def _stop_asking(self) -> None:
        self._show_asking(False)
        self.button.setFocus()

    def _show_asking(self, asking: bool) -> None:
        self._asking.setVisible(asking)
        self.button.setVisible(not asking)


def _doing(model: TeamModel) -> Words:
    if not model.complete:
        return N_("Del sakene …") if model.keeps else N_("Overfør sakene …")
    if model.keeps:
        return Plural("Del {n} sak …", "Del {n} saker …", model.count)
    return Plural("Overfør {n} sak …", "Overfør {n} saker …", model.count)
