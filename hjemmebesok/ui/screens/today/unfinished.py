"""Visits of earlier days that were never held, or never brought to an end: none of them is lost."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.today import VisitToday
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.today.model import past_visit
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel


class UnfinishedLine(QWidget):
    """Whose visit it was to be, and when; `enter` starts it or goes on with it, `change` is for one not started."""

    def __init__(self, item: VisitToday, today: date, *, writes: bool) -> None:
        super().__init__()
        self.visit = item.visit
        started = self.visit.status is VisitStatus.STARTED
        name = plain(item.card.household.name)
        words, icon = (N_("Fortsett besøket"), "pen-line") if started else (N_("Start hjemmebesøk"), "house")
        words, icon = (words, icon) if writes else (N_("Åpne besøket"), "eye")
        self.enter, self.change = Button(words, icon=icon), Button(N_("Endre planen"), "quiet", "calendar")
        self.change.setVisible(writes and not started)
        for button, said in ((self.enter, words), (self.change, N_("Endre planen"))):
            bind(button, QWidget.setAccessibleName, Phrase("{name}: {what}", name=name, what=Phrase(said)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.XS)
        for part in (WrapLabel(name, "label"), WrapLabel(past_visit(item, today), "small", "muted")):
            column.addWidget(part)
        column.addWidget(Flow(self.enter, self.change))


class Unfinished(Card):
    """`entered` and `change_wanted` carry the Visit. Hidden where there is none."""

    entered = Signal(object)
    change_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(N_("Ikke gjennomført"))
        self.body.setSpacing(SPACE.M)
        self.lines: list[UnfinishedLine] = []
        self._shown: tuple[Sequence[VisitToday], date, bool] | None = None

    def show_visits(self, visits: Sequence[VisitToday], today: date, *, writes: bool) -> None:
        """Show these; lines that stand there already stay, with the focus that may be in them."""
        if (visits, today, writes) != self._shown:
            self._shown = visits, today, writes
            self._fill(visits, today, writes=writes)

    def _fill(self, visits: Sequence[VisitToday], today: date, *, writes: bool) -> None:
        while self.lines:
            gone = self.lines.pop()
            self.body.removeWidget(gone)
            gone.setParent(None)
        for item in visits:
            line = UnfinishedLine(item, today, writes=writes)
            line.enter.clicked.connect(lambda _=False, visit=item.visit: self.entered.emit(visit))
            line.change.clicked.connect(lambda _=False, visit=item.visit: self.change_wanted.emit(visit))
            self.lines.append(line)
            self.body.addWidget(line)
