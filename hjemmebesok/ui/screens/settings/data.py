"""Where what is on this computer comes from, where it goes, and what it would come to under other rules."""

from typing import TYPE_CHECKING

from hjemmebesok.casework.team import leads
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, Flow

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class DataCard(Card):
    """Leads on to the four pages, and a team leader to her team."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(N_("Register, server og regler"))
        self._window = window
        self.register = Button(N_("Les inn leieregisteret"), icon="download")
        self.server = Button(N_("I takt med serveren"), icon="refresh-cw")
        self.rules = Button(N_("Regler og satser"), icon="settings")
        self.what_if = Button(N_("Hva hvis kravene endres?"), icon="scale")
        self.team = Button(N_("Saker i teamet"), icon="users")
        self.body.addWidget(Flow(self.register, self.server, self.rules, self.what_if, self.team, gap=SPACE.M))
        self.register.clicked.connect(self._go_to_register)
        self.server.clicked.connect(self._go_to_server)
        self.rules.clicked.connect(self._go_to_rules)
        self.what_if.clicked.connect(self._go_to_what_if)
        self.team.clicked.connect(self._go_to_team)
        self.show_team()

    def show_team(self) -> None:
        """Offer the team to its leader alone; she may have become one, or be one no longer."""
        self.team.setVisible(leads(self._window.desk))

    def _go_to_register(self) -> None:
        self._window.go("register")

    def _go_to_server(self) -> None:
        self._window.go("in_step")

    def _go_to_rules(self) -> None:
        self._window.go("rules")

    def _go_to_what_if(self) -> None:
        self._window.go("what_if")

    def _go_to_team(self) -> None:
        self._window.go("team")
