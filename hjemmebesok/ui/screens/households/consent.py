"""Whether the household has said yes to being helped."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.spoken import NearDay
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill


class ConsentCard(Card):
    """A pill with the date, and what the consent is for."""

    def __init__(self) -> None:
        super().__init__()
        self.pill = Pill("", "muted")
        top = QHBoxLayout()
        top.addWidget(WrapLabel(N_("Samtykke"), "section"), 1)
        top.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)
        self.body.addWidget(
            WrapLabel(N_("Til kartlegging og råd. Kan trekkes når som helst. Gis på besøket."), "small", "muted")
        )

    def show_consent(self, given: date | None, today: date) -> None:
        """Show when it was given, or that it was not."""
        if given is None:
            self.pill.show_status(N_("Ikke gitt ennå"), "warn")
        else:
            self.pill.show_status(Phrase("Gitt {day}", day=NearDay(given, today)), "ok")
