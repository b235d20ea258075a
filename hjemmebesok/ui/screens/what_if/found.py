"""What came of a comparison."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.whatif import WhatIf
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.what_if.model import Way, headline, moved, proposal, sums, way_words, ways
from hjemmebesok.ui.screens.what_if.movers import Movers
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.unsettled import UnsettledLine
from hjemmebesok.ui.widgets import Card, FactLine, SegmentedChoice, WrapLabel


class Found(QWidget):
    """`opened` carries the id of a household whose page is wanted; `choosing`: between two values."""

    opened = Signal(str)
    choosing = Signal()

    def __init__(self, desk: Desk, found: WhatIf) -> None:
        super().__init__()
        self._desk, self._found = desk, found
        self.movers: Movers | None = None
        self.ways: SegmentedChoice[Way | None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.M)
        self._column.addWidget(self._whole())
        if found.comparison.changed:
            self._column.addWidget(self._who())

    def show_way(self, way: Way | None) -> None:
        """Show those who move this way alone; None for all."""
        if self.movers is not None:
            self.movers.hide()
            self.movers.deleteLater()
        self.movers = Movers(lambda first, n: moved(self._desk, self._found, way, first, n))
        self.movers.opened.connect(self.opened)
        self._list.body.addWidget(self.movers)

    def _whole(self) -> Card:
        card = Card(headline(self._found))
        unsettled = UnsettledLine()
        unsettled.choosing.connect(self.choosing)
        card.body.addWidget(unsettled)
        unsettled.show_words(self._found.unsettled)
        for words in proposal(self._found):
            card.body.addWidget(FactLine("pen-line", words))
        for words in sums(self._found):
            card.body.addWidget(FactLine("wallet", words))
        card.body.addWidget(WrapLabel(N_("Veiledende – ikke et vedtak"), "small", "muted"))
        return card

    def _who(self) -> Card:
        self._list = Card(N_("Hvem får et annet svar?"))
        found = ways(self._found)
        everyone = (None, N_("Alle"))
        self.ways = SegmentedChoice([everyone, *((way, way_words(way, n)) for way, n in found)], clearable=False)
        bind(self.ways, QWidget.setAccessibleName, N_("Fra hva til hva?"))
        self.ways.set_value(None)
        self.ways.edited.connect(self.show_way)
        self._list.body.setSpacing(SPACE.M)
        self._list.body.addWidget(self.ways)
        self.show_way(None)
        return self._list
