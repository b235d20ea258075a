"""While there is no household on this computer: where to begin."""

from PySide6.QtCore import Qt, Signal

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.label import WrapLabel


class FirstDay(Card):
    """`wanted` when the register is to be read in."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Ingen husstander ennå"), "accent")
        self.button = Button(N_("Les inn leieregisteret"), "primary", "download", "Ctrl+Return")
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(N_("Begynn med å lese inn leieregisteret. Du ser over alt før det lagres.")))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.wanted)
