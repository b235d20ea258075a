"""Households: search among all of them, and open one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.screens.households.first_day import FirstDay
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.label import WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class HouseholdsScreen(QWidget):
    """The search field with the list under it; the keyboard is in the field. Where there is nobody, where to begin."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self.finder = HouseholdFinder(window.desk, most=0)
        self.first_day = FirstDay()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.XXL, SPACE.XL, SPACE.XXL, SPACE.XL)
        column.setSpacing(SPACE.M)
        column.addWidget(WrapLabel(N_("Husstander"), "display"))
        column.addWidget(self.finder.field)
        below = QVBoxLayout()
        below.addWidget(self.finder, 1)
        below.addWidget(self.first_day, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below, 1)
        self.finder.chosen.connect(lambda household: window.go("household", household))
        self.first_day.wanted.connect(lambda: window.go("register"))
        self.first_day.server_wanted.connect(lambda: window.go("in_step"))
        QShortcut(QKeySequence.StandardKey.Find, self, self.finder.field.setFocus)
        self.finder.search("")
        self._show_first_day()

    def refresh(self, _changes: object = None) -> None:
        """Search again for the same: something may have changed."""
        self.finder.refresh()
        self._show_first_day()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.finder.field if self.first_day.isHidden() else self.first_day).setFocus()

    def _show_first_day(self) -> None:
        nobody = not self.finder.field.value() and not self.finder.model.rowCount()
        self.first_day.setVisible(nobody)
        self.finder.setVisible(not nobody)
        self.finder.field.setVisible(not nobody)
