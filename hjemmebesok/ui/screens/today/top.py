"""The head of the day: which day it is, how full it is, the search field and a new visit."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.spoken import Capital, Weekday, shown
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.search_field import SearchField


class Top(QWidget):
    """`plan` is the button for a new visit, `paper` for the day on paper."""

    def __init__(self, field: SearchField) -> None:
        super().__init__()
        self._day = WrapLabel("", "display")
        self._count = WrapLabel("", "body", "muted")
        self.plan = Button(N_("Nytt besøk"), icon="plus", shortcut="Ctrl+N")
        self.paper = Button(N_("Dagsplan …"), "secondary", "printer")
        row = QHBoxLayout()
        row.setSpacing(SPACE.M)
        row.addWidget(field, 1)
        row.addWidget(self.paper)
        row.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(self._day)
        column.addWidget(self._count)
        column.addSpacing(SPACE.XS)
        column.addLayout(row)

    def show_day(self, day: date, count: Words) -> None:
        """Show this day."""
        self._day.say(shown(Capital(Weekday(day))))
        self._count.say(count)
