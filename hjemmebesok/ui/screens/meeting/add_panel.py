"""Adding somebody to the meeting: from the store, or by name alone."""

from PySide6.QtCore import Qt, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card, Hairline
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.text_edit import TextEdit


class AddPanel(Card):
    """`invited` carries the id of a household, `welcomed` the name of somebody who is not in the store."""

    invited = Signal(str)
    welcomed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Legg til deltaker"))
        self.finder = HouseholdFinder(desk, most=4)
        self.name = TextEdit(longest=200)
        self.add = Button(N_("Legg til med navn"), icon="user-plus")
        asked = Field(N_("Står de ikke i listen?"), self.name, N_("Skriv navnet. De får en egen sak."))
        for widget in (self.finder.field, self.finder, Hairline(), asked):
            self.body.addWidget(widget)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.finder.chosen.connect(self._invite)
        self.finder.field.edited.connect(self._search)
        self.name.returnPressed.connect(self._welcome)
        self.add.clicked.connect(self._welcome)

    def begin(self) -> None:
        """Empty, with the keyboard in the search field."""
        self.finder.field.clear()
        self.name.set_value(None)
        self.finder.hide()
        self.finder.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self, typed: str) -> None:
        self.finder.setVisible(bool(typed.strip()))

    def _invite(self, household: str) -> None:
        self.invited.emit(household)

    def _welcome(self) -> None:
        self.welcomed.emit(self.name.typed().strip())
