"""The visit or meeting at hand, large: where, who, in which language, what to look out for, and the one button."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.casework.today import MeetingToday, VisitToday
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.screens.today.model import Item, countdown, facts, line, safety, status_of
from hjemmebesok.ui.spoken import clock
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill

_VISIT_BUTTONS = {
    VisitStatus.PLANNED: (N_("Start hjemmebesøk"), "house"),
    VisitStatus.STARTED: (N_("Fortsett besøket"), "pen-line"),
    VisitStatus.CLOSED: (N_("Se notatet"), "file-text"),
}


class ItemCard(Card):
    """`opened`: the one button. `household_wanted` and `change_wanted`: the quiet ones, for a visit."""

    opened = Signal()
    household_wanted = Signal()
    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(ground="accent")
        self._when = WrapLabel("", "small", "muted")
        self._soon = Pill("", "info")
        self._name = WrapLabel("", "title")
        self._safety = Card(ground="bad")
        self._warnings = FactList()
        self._facts = FactList()
        self.button = Button("", "primary", "house", "Ctrl+Return")
        self.household = Button(N_("Husstanden"), "quiet", "users")
        self.change = Button(N_("Endre planen"), "quiet", "pen-line")
        self._lay_out()
        self.button.clicked.connect(self.opened)
        self.household.clicked.connect(self.household_wanted)
        self.change.clicked.connect(self.change_wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._when, 1)
        top.addWidget(self._soon)
        self._safety.body.setContentsMargins(SPACE.M, SPACE.M, SPACE.M, SPACE.M)
        self._safety.body.addWidget(self._warnings)
        self.body.addLayout(top)
        for widget in (self._name, self._safety, self._facts, self.button, Flow(self.household, self.change)):
            self.body.addWidget(widget)

    def show_item(self, item: Item, now: datetime, *, is_next: bool, writes: bool) -> None:
        """Show this visit or meeting. `now` is local, without a zone. Who may not write does not start it."""
        soon = countdown(item, now)
        self._when.say(_when(item, is_next=is_next))
        self._soon.setVisible(soon is not None)
        if soon:
            self._soon.show_status(*soon)
        self._name.say(line(item).name)
        self._safety.setVisible(bool(safety(item)))
        self._warnings.show_facts([Fact("shield-alert", words, "bad") for words in safety(item)])
        self._facts.show_facts(facts(item))
        self._show_buttons(item, writes=writes)

    def _show_buttons(self, item: Item, *, writes: bool) -> None:
        words, icon = _VISIT_BUTTONS.get(status_of(item), (N_("Se notatet"), "file-text"))
        if not writes and status_of(item) in (VisitStatus.PLANNED, VisitStatus.STARTED):
            words, icon = N_("Åpne besøket"), "eye"
        if isinstance(item, MeetingToday):
            words, icon = N_("Åpne møtet"), "users"
        self.button.say(words)
        self.button.show_icon(icon)
        self.household.setVisible(isinstance(item, VisitToday))
        self.change.setVisible(status_of(item) is VisitStatus.PLANNED and writes)


def _when(item: Item, *, is_next: bool) -> Words:
    time = clock(item.starts)
    if isinstance(item, MeetingToday):
        return Phrase("Neste møte kl. {time}", time=time) if is_next else Phrase("Møte kl. {time}", time=time)
    return Phrase("Neste besøk kl. {time}", time=time) if is_next else Phrase("Besøk kl. {time}", time=time)
