"""The head of a household's page: who they are, and what can be done now."""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households import words
from hjemmebesok.ui.theme import SPACE, px
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill_row import PillRow

_ROOMY = 720  # px at 100 %: narrower than this, the buttons go under the name


class Header(QWidget):
    """The buttons are `access`, `archive`, `letter`, `plan` and the primary `visit`.

    `archive` is hidden where no letter is to go there, `visit` while there is nothing to start.
    """

    def __init__(self) -> None:
        super().__init__()
        self._name = WrapLabel("", "display")
        self._pills = PillRow()
        self._people = FactLine("users", "")
        self._speaks = FactLine("languages", "")
        self._case = FactLine("file-text", "")
        self.access = Button(N_("Hele mappen (innsyn)"), "quiet", "eye")
        self.archive = Button(N_("Til arkivet …"), "quiet", "building-2")
        self.letter = Button(N_("Brev"), icon="file-text")
        self.plan = Button(N_("Planlegg besøk"), icon="calendar")
        self.visit = Button(N_("Start hjemmebesøk"), "primary", "house", "Ctrl+Return")
        self._lay_out()

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(SPACE.S)
        who.addWidget(self._name)
        who.addWidget(self._pills)
        who.addWidget(Flow(self._people, self._speaks, self._case, gap=SPACE.L))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(SPACE.M)
        self._across.addLayout(who, 1)
        self._across.addWidget(
            Flow(self.access, self.archive, self.letter, self.plan, self.visit, gap=SPACE.M, to_right=True)
        )

    def show_household(self, card: HouseholdCard, visit: Visit | None, today: date, *, writes: bool) -> None:
        """Show this household; `visit` is the one to start or go on with, or to look at for who may only read."""
        household = card.household
        self._name.say(plain(household.name))
        self._pills.show_statuses([words.contract(card, today), *words.care(household)])
        for line, said in ((self._people, words.people_by_name(card, today)), (self._speaks, words.speaks(household))):
            line.say(said)
            line.setVisible(bool(said))
        self._case.say(Phrase("Sak {number}", number=household.case_number))
        self._case.setVisible(bool(household.case_number))
        self.visit.setVisible(visit is not None)
        self.plan.setVisible(writes)
        if visit is not None:
            going_in = N_("Fortsett besøket") if visit.status is VisitStatus.STARTED else N_("Start hjemmebesøk")
            self.visit.say(going_in if writes else N_("Åpne besøket"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_ROOMY)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
