"""Stands in the panel while nobody is chosen."""

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_line import FactLine


class NobodyPanel(Card):
    """Says how to go on."""

    def __init__(self) -> None:
        super().__init__(N_("Samtale"))
        self.body.addWidget(FactLine("message-circle", N_("Velg en deltaker i listen."), tone="muted"))
