"""Households: search among all of them, and open one."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class HouseholdsScreen(QWidget):
    """The search field with the list under it; the keyboard is in the field."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self.finder = HouseholdFinder(window.desk, most=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.XXL, SPACE.XL, SPACE.XXL, SPACE.XL)
        column.setSpacing(SPACE.M)
        column.addWidget(WrapLabel(N_("Husstander"), "display"))
        column.addWidget(self.finder.field)
        column.addWidget(self.finder, 1)
        self.finder.chosen.connect(lambda household: window.go("household", household))
        QShortcut(QKeySequence.StandardKey.Find, self, self.finder.field.setFocus)
        self.finder.search("")

    def refresh(self, _changes: object = None) -> None:
        """Search again for the same: something may have changed."""
        self.finder.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.finder.field.setFocus()
