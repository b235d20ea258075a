"""Whom the letter is for: the household is found first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import FactLine, WrapLabel


class Whom(QWidget):
    """`chosen` carries the id of a household."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.finder = HouseholdFinder(desk, most=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.XXL, SPACE.XL, SPACE.XXL, SPACE.XL)
        column.setSpacing(SPACE.M)
        column.addWidget(WrapLabel(N_("Brev"), "display"))
        self.why = FactLine("circle-alert", "", "label", "warn", "warn")
        column.addWidget(self.why)
        column.addWidget(WrapLabel(N_("Hvem er brevet til?"), "title"))
        column.addWidget(self.finder.field)
        column.addWidget(self.finder, 1)
        self.finder.chosen.connect(self.chosen)
        self.setFocusProxy(self.finder.field)
        self.finder.search("")
        self.why.hide()

    def ask(self, why: Phrase | None) -> None:
        """Ask anew; `why` there is no household any more, where that is not her own choice."""
        self.finder.refresh()
        self.why.say(why or "")
        self.why.setVisible(why is not None)
