"""While there is no household on this computer: where to begin."""

from PySide6.QtCore import Signal

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel


class FirstDay(Card):
    """`wanted` when the register is to be read in, `server_wanted` when the households are to come from the server."""

    wanted = Signal()
    server_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Ingen husstander ennå"), "accent")
        self.button = Button(N_("Les inn leieregisteret"), "primary", "download", "Ctrl+Return")
        self.body.setSpacing(SPACE.M)
        self.server = Button(N_("I takt med serveren"), icon="refresh-cw")
        told = N_(
            "Har du husstander på serveren, kommer de hit når denne PC-en er i takt med den. Ellers leser du inn"
            " leieregisteret. Du ser over alt før det lagres."
        )
        self.body.addWidget(WrapLabel(told))
        self.body.addWidget(Flow(self.button, self.server, gap=SPACE.M))
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.wanted)
        self.server.clicked.connect(self.server_wanted)
