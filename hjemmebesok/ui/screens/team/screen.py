"""A team leader's team: the server is asked who holds what, she gives cases from one to another, and is told. What the
server has set aside in her cases stands below."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.team import TeamMember, my_team
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.background import Task, in_background
from hjemmebesok.ui.screens.team.choosing import ChoosingCard
from hjemmebesok.ui.screens.team.giving import GivingCard
from hjemmebesok.ui.screens.team.model import TeamModel
from hjemmebesok.ui.screens.team.set_aside import SetAsideList
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import Button, FactLine, ScrollPage, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 880  # px at 100 %: narrower than this, what happens lies under what is chosen


class TeamScreen(QWidget):
    """`asking` while the server is being asked anything; nothing can be chosen before it has answered."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self.asking = False
        self._task: Task | None = None  # what the server was asked last
        self._team: Sequence[TeamMember] | None = None  # as it stands on the page
        self.model = TeamModel(window.desk)
        self.choosing, self.giving = ChoosingCard(self.model), GivingCard()
        self.set_aside = SetAsideList(window.desk)
        self.told = FactLine("refresh-cw", "")
        self.again = Button(N_("Prøv igjen"), "secondary", "refresh-cw")
        self._columns = Columns([3, 2], _ROOMY)
        self._lay_out()
        self.choosing.chosen.connect(self._show_what_happens)
        self.giving.confirmed.connect(self._give)
        self.again.clicked.connect(self.refresh)
        self.set_aside.opened.connect(self._open_household)
        self.set_aside.dealt_with.connect(self._dealt_with)
        self._columns.hide()
        self.refresh()

    @property
    def ready(self) -> bool:
        """Whether the server has answered."""
        return not self.asking

    def refresh(self, _changes: object = None) -> None:
        """Ask who is in the team and holds what now. What is chosen stays meanwhile."""
        if not self.asking:
            if self._team is None:
                self._tell(N_("Spør serveren hvem som har hvilke saker …"), "refresh-cw", "muted")
            desk = self._window.desk
            self._ask(lambda: my_team(desk), self._show_team)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.body.setSpacing(SPACE.M)
        page.body.addWidget(WrapLabel(N_("Saker i teamet"), "display"))
        lead = N_(
            "Gi saker fra en kollega til en annen, eller la to dele dem. Det skjer på serveren, så du må ha nett."
        )
        page.body.addWidget(WrapLabel(lead, tone="muted"))
        left, right = self._columns.columns
        left.addWidget(self.choosing)
        right.addWidget(self.giving)
        page.body.addWidget(self.told)
        page.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addWidget(self._columns)
        page.body.addWidget(self.set_aside)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self._task.abandoned = True  # an older answer is not to be shown in the midst of this
        self.asking = True
        self._task = in_background(work, done, self._failed)

    def _tell(self, words: Words, icon: str, tone: str) -> None:
        self.told.show_icon(icon, tone)
        self.told.say(words)
        self.told.show()
        self.again.hide()

    def _show_team(self, members: Sequence[TeamMember]) -> None:
        self.asking = False
        self.set_aside.refresh()
        if members == self._team:
            return  # she may be in the middle of something
        self._team = members
        self.model.show(members)
        if len(members) > 1:
            self.told.hide()
        else:
            self._tell(
                N_("Du er ikke i noe team på serveren ennå. Be IT om å ta deg og kollegene med i ett."), "info", "info"
            )
        self._columns.setVisible(len(members) > 1)
        self._show_choices()

    def _show_choices(self) -> None:
        self.choosing.show_model()
        self._show_what_happens()

    def _show_what_happens(self) -> None:
        self.giving.show_model(self.model)

    def _give(self) -> None:
        self.choosing.setEnabled(False)
        self.giving.show_running()
        self._ask(self.model.giving(), self._given)

    def _given(self, said: Words) -> None:
        self._stop()
        self.model.start_over()
        self._show_choices()
        self._window.say(said, "ok")
        self._window.rounds.start(self._window.desk, asked=False)  # what moved to her, or from her, shows
        self.refresh()
        self.choosing.giver.setFocus()

    def _open_household(self, case: str) -> None:
        self._window.go("household", case)

    def _dealt_with(self) -> None:
        self._window.say(N_("Endringen er merket som ferdig."), "ok")
        if not self.set_aside.asking:
            self.choosing.giver.setFocus()

    def _failed(self, trouble: Exception) -> None:
        self._stop()
        self._columns.hide()
        self._tell(trouble_words(trouble), "circle-alert", "warn")
        self.again.show()
        self.again.setFocus()

    def _stop(self) -> None:
        self.asking, self._team = False, None  # whatever is heard next is shown
        self.choosing.setEnabled(True)
