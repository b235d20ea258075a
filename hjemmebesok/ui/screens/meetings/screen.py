"""Group meetings: lays out those to come and those that were, and leads on to one or to planning."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.meetings import all_meetings
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.meetings.model import agenda_line, coming, past
from hjemmebesok.ui.widgets.agenda import Agenda
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class MeetingsScreen(QWidget):
    """A card for each meeting."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self.coming, self.past = Agenda(), Agenda()
        self.plan = Button(N_("Planlegg fellesmøte"), "primary", "plus", "Ctrl+N")
        self._none = WrapLabel(N_("Ingen fellesmøter er planlagt."), "body", "muted")
        self._past = WrapLabel(N_("Tidligere møter"), "section")
        self._lay_out()
        self.plan.clicked.connect(self._plan)
        for agenda in (self.coming, self.past):
            agenda.opened.connect(self._open)
        self.refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(WrapLabel(N_("Fellesmøter"), "display"), 1)
        top.addWidget(self.plan)
        page = ScrollPage()
        page.body.addLayout(top)
        for widget in (self.coming, self._none, self._past, self.past):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def refresh(self, _changes: object = None) -> None:
        """Show the meetings as they are now."""
        lines, today = all_meetings(self._desk), self._desk.today()
        still, over = coming(lines, today), past(lines, today)
        self.coming.show_lines([agenda_line(line, today) for line in still])
        self.past.show_lines([agenda_line(line, today) for line in over])
        self._none.setVisible(not still)
        self._past.setVisible(bool(over))

    def _open(self, meeting: str) -> None:
        self._window.go("meeting", meeting)

    def _plan(self) -> None:
        self._window.go("meeting_plan", "new")
