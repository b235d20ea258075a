"""Today: lays out the day and leads on to a visit, a meeting or a household."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.followups import mark_done, mark_open
from hjemmebesok.casework.households import find_households
from hjemmebesok.casework.today import VisitToday, day_plan
from hjemmebesok.casework.visits import enter_visit
from hjemmebesok.casework.writing import may_write
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.visit import Visit
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.screens.households.first_day import FirstDay
from hjemmebesok.ui.screens.households.promises import PromiseCard
from hjemmebesok.ui.screens.today.item_card import ItemCard
from hjemmebesok.ui.screens.today.model import Item, heading, key, line, next_item, promised
from hjemmebesok.ui.screens.today.top import Top
from hjemmebesok.ui.screens.today.unfinished import Unfinished
from hjemmebesok.ui.to_paper import to_paper
from hjemmebesok.ui.widgets.agenda import Agenda
from hjemmebesok.ui.widgets.columns import Columns
from hjemmebesok.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_LEAST = 780  # px at 100 %: narrower than this, the visit at hand stands above the list
_TICK = 30_000  # ms between two looks at the clock


class TodayScreen(QWidget):
    """The day in order at the left; at the right the visit at hand and what was promised."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self._items: dict[str, Item] = {}
        self._chosen = ""
        self.finder = HouseholdFinder(window.desk, most=8)
        self.top = Top(self.finder.field)
        self.first_day = FirstDay()
        self.day = Agenda(choosable=True)
        self.unfinished = Unfinished()
        self.card = ItemCard()
        self.promises = PromiseCard(N_("Lovet denne uka"), N_("Ingenting er lovet denne uka."))
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        page = ScrollPage()
        self._columns = Columns((2, 1), _LEAST)
        left, right = self._columns.columns
        for widget in (self.top, self.finder, self.first_day, self.day, self.unfinished):
            left.addWidget(widget)
        right.addWidget(self.card)
        right.addWidget(self.promises)
        page.body.addWidget(self._columns)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.finder.hide()

    def _connect(self) -> None:
        self.finder.field.edited.connect(self._searching)
        self.finder.chosen.connect(lambda household: self._window.go("household", household))
        self.top.plan.clicked.connect(lambda: self._window.go("visit_plan", "new"))
        self.top.paper.clicked.connect(lambda: to_paper(self._window, self, "day_plan"))
        self.first_day.wanted.connect(lambda: self._window.go("register"))
        self.first_day.server_wanted.connect(lambda: self._window.go("in_step"))
        self.unfinished.entered.connect(self._enter)
        self.unfinished.change_wanted.connect(lambda visit: self._window.go("visit_plan", f"visit/{visit.id}"))
        self.day.chosen.connect(self._choose)
        self.day.opened.connect(self._open)
        self.card.opened.connect(lambda: self._open(self._chosen))
        self.card.household_wanted.connect(self._to_household)
        self.card.change_wanted.connect(self._to_plan)
        self.promises.done.connect(self._keep_promise)
        self._clock.timeout.connect(self.refresh)
        self._columns.fold.connect(self._fold)
        QShortcut(QKeySequence.StandardKey.Find, self, self.finder.field.setFocus)

    def refresh(self, _changes: object = None) -> None:
        """Show the day as it is now."""
        plan = day_plan(self._desk)
        self._items = {key(item): item for item in plan.in_order}
        coming = next_item(plan)
        self._next = key(coming) if coming else ""
        if self._chosen not in self._items:
            self._chosen = self._next or next(iter(self._items), "")
        self.top.show_day(plan.day, heading(plan))
        self.day.show_lines([line(item) for item in plan.in_order], self._chosen)
        self._writes = may_write(self._desk)
        self.top.plan.setVisible(self._writes)
        self.promises.setEnabled(self._writes)
        self.unfinished.show_visits(plan.unfinished, plan.day, writes=self._writes)
        self.promises.show_promises([promised(each) for each in plan.promises], plan.day)
        self._show_chosen()
        self._searching(self.finder.field.value())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._chosen = ""

    def _fold(self, folded: bool) -> None:
        """Narrow, the visit at hand stands between the head of the day and the list."""
        left, right = self._columns.columns
        if folded:
            left.insertWidget(2, self.card)
        else:
            right.insertWidget(0, self.card)

    def _show_chosen(self) -> None:
        item = self._items.get(self._chosen)
        self.card.setVisible(item is not None)
        if item is not None:
            is_next = self._chosen == self._next
            self.card.show_item(item, _local(self._desk.now()), is_next=is_next, writes=self._writes)

    def _searching(self, typed: str) -> None:
        searching = bool(typed.strip())
        self.finder.setVisible(searching)
        self.day.setVisible(not searching)
        self.unfinished.setVisible(not searching and bool(self.unfinished.lines))
        self.first_day.setVisible(not searching and not self._items and not find_households(self._desk, "", 1))

    def _choose(self, chosen: str) -> None:
        self._chosen = chosen
        self._show_chosen()

    def _open(self, chosen: str) -> None:
        item = self._items[chosen]
        if isinstance(item, VisitToday):
            self._enter(item.visit)
        else:
            self._window.go("meeting", chosen)

    def _enter(self, visit: Visit) -> None:
        if self._window.act(lambda: enter_visit(self._desk, visit.id)):
            self._window.go("visit", visit.id)

    def _to_household(self) -> None:
        item = self._items[self._chosen]
        if isinstance(item, VisitToday):
            self._window.go("household", item.visit.case)

    def _to_plan(self) -> None:
        kind = "visit" if isinstance(self._items[self._chosen], VisitToday) else "meeting"
        self._window.go(f"{kind}_plan", f"{kind}/{self._chosen}")

    def _keep_promise(self, promise: str, kept: bool) -> None:
        self._window.act(lambda: mark_done(self._desk, promise) if kept else mark_open(self._desk, promise))


def _local(now: datetime) -> datetime:
    """The same time of day without its zone, as visits and meetings have it."""
    return now.replace(tzinfo=None)
