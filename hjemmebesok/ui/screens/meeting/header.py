"""The head of a meeting: which one, when and where, in which language, and how full."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.meetings import OpenMeeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.screens.meeting.model import counts, moment, pills, title
from hjemmebesok.ui.screens.meeting.seat_dots import SeatDots
from hjemmebesok.ui.theme import SPACE, px
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.fact_list import Fact, FactList
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill_row import PillRow

_ROOMY = 720  # px at 100 %: narrower than this, the seats go under the rest

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Header(QWidget):
    """`interpreter`, `paper`, `plan` and `end` are buttons: who interprets, the list on paper, the plan itself, and the
    end of the meeting."""

    def __init__(self) -> None:
        super().__init__()
        self._title = WrapLabel("", "display")
        self._moment = WrapLabel("", "body", "muted")
        self._pills = PillRow()
        self._warnings = FactList("small")
        self._dots = SeatDots()
        self._count = WrapLabel("", "label")
        self.interpreter = Button(N_("Tolk"), "quiet", "languages")
        self.paper = Button(N_("Deltakerliste …"), "quiet", "printer")
        self.plan = Button(N_("Endre planen"), "quiet", "pen-line")
        self.end = Button(N_("Avslutt møtet"), "quiet", "lock")
        self._lay_out()

    def _lay_out(self) -> None:
        what, room = QVBoxLayout(), QVBoxLayout()
        what.setSpacing(SPACE.XS)
        for widget in (self._title, self._moment, self._pills, self._warnings):
            what.addWidget(widget)
        what.addStretch(1)
        room.setSpacing(SPACE.XS)
        room.addWidget(Flow(self._count, self._dots, gap=SPACE.M, to_right=True))
        room.addWidget(Flow(self.interpreter, self.paper, self.plan, self.end, gap=0, to_right=True))
        self._across = QBoxLayout(_ACROSS, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.addLayout(what, 1)
        self._across.addLayout(room)

    def show_meeting(self, opened: OpenMeeting) -> None:
        """Show this meeting as it is now."""
        self._title.say(title(opened))
        self._moment.say(moment(opened))
        self._pills.show_statuses(pills(opened))
        self._warnings.show_facts([Fact("circle-alert", warning, "warn") for warning in opened.warnings])
        self._dots.show_seats(len(opened.seats), opened.meeting.capacity)
        self._count.say(counts(opened))
        self.interpreter.setVisible(not opened.locked)
        self.plan.setVisible(not opened.locked)
        self.end.setVisible(opened.meeting.status is VisitStatus.STARTED and not opened.locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._across.setDirection(_DOWN if self.width() < px(_ROOMY) else _ACROSS)
