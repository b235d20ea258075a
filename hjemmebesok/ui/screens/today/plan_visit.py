"""Planning a visit: to whom, when, why, and what must be arranged. Changing and cancelling one, too."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.households import household_cards
from hjemmebesok.casework.visits import cancel_visit, open_visit, plan_visit, save_plan
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.domain.visit import Visit
from hjemmebesok.ui.screens.today.visit_form import VisitForm
from hjemmebesok.ui.screens.today.whom import Whom
from hjemmebesok.ui.spoken import clock
from hjemmebesok.ui.to_calendar import to_calendar
from hjemmebesok.ui.widgets.action_bar import ActionBar
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.scroll_page import ScrollPage
from hjemmebesok.ui.writing_page import WritingPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class VisitPlanScreen(WritingPage):
    """`open('new')` asks for the household too, `open('household/<id>')` not, `open('visit/<id>')` changes a visit.

    From there one comes back to today; from 'household/<id>' and 'visit/<id>/household' to the household.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "visit_plan")
        self._desk = window.desk
        self._visit: Visit | None = None
        self._back = ("today", "")
        self.title = WrapLabel(N_("Nytt besøk"), "display")
        self.whom = Whom(window.desk)
        self.form = VisitForm()
        self.cancel = Button(N_("Avlys besøket"), icon="x")
        self.calendar = Button(N_("Legg i kalenderen …"), icon="calendar")
        self.leave = Button(N_("Tilbake"), icon="arrow-left")
        self.save = Button(N_("Lagre besøket"), "primary", "check", "Ctrl+Return")
        self._lay_out()
        self.whom.chosen.connect(self.hold)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self._cancel)
        self.calendar.clicked.connect(self._to_calendar)

    def _lay_out(self) -> None:
        page = ScrollPage()
        for widget in (self.title, self.whom, self.form):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(ActionBar(self.leave, self.cancel, self.calendar, self.save))

    def open(self, key: str) -> None:
        """Begin with what is known."""
        kind, known, back, *_ = [*key.split("/"), "", ""]
        self._visit = open_visit(self._desk, known).visit if kind == "visit" else None
        household = self._visit.case if self._visit else known
        self._back = ("household", household) if "household" in (kind, back) else ("today", "")
        self.title.say(N_("Endre besøket") if self._visit else N_("Nytt besøk"))
        self.cancel.setVisible(self._visit is not None)
        self.calendar.setVisible(self._visit is not None)
        self.whom.show_household(household, household_cards(self._desk, [household]).get(household))
        self.whom.hold(bool(household))
        self.form.show_plan(self._visit, self._desk.now().replace(tzinfo=None))

    def written_in(self) -> list[str]:
        return [self.whom.household] if self.whom.household else []

    def _save(self) -> None:
        whom_ok, form_ok = self.whom.check(), self.form.check()
        if not (whom_ok and form_ok):
            return
        starts = self.form.starts()
        if self._window.act(lambda: self._change(starts)):
            self._go_back()
            planned = Phrase("Besøket er planlagt {day} kl. {time}.", day=starts.date(), time=clock(starts))
            self._window.say(planned, "ok")

    def _change(self, starts: datetime) -> object:
        form = self.form
        if self._visit is None:
            return plan_visit(
                self._desk, self.whom.household, starts, form.minutes(), form.purpose(),
                interpreter_booked=form.booked.value(), two_together=form.two.value(),
            )  # fmt: skip
        changed = replace(self._visit, starts=starts, minutes=form.minutes(), purpose=form.purpose())
        changed = replace(changed, interpreter_booked=form.booked.value(), two_together=form.two.value())
        return save_plan(self._desk, changed, self._visit)

    def _cancel(self) -> None:
        visit = self._visit
        if visit is not None and self._window.act(lambda: cancel_visit(self._desk, visit.id)):
            self._go_back()
            self._window.say(N_("Besøket er avlyst."), "ok")

    def _to_calendar(self) -> None:
        if self._visit is not None:
            to_calendar(self._window, self, self._visit.id)

    def _go_back(self) -> None:
        self._window.go(*self._back)
