"""Where what is on this computer comes from, and where it goes: the tenant register and the server."""

from typing import TYPE_CHECKING

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, Flow

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class DataCard(Card):
    """Leads on to the two pages."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(N_("Register og server"))
        self._window = window
        self.register = Button(N_("Les inn leieregisteret"), icon="download")
        self.server = Button(N_("I takt med serveren"), icon="refresh-cw")
        self.body.addWidget(Flow(self.register, self.server, gap=SPACE.M))
        self.register.clicked.connect(self._go_to_register)
        self.server.clicked.connect(self._go_to_server)

    def _go_to_register(self) -> None:
        self._window.go("register")

    def _go_to_server(self) -> None:
        self._window.go("in_step")
