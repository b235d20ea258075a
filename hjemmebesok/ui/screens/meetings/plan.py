"""Planning a group meeting, and changing the plan of one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.meetings import cancel_meeting, next_meeting_number, open_meeting, plan_meeting, save_meeting
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.screens.meetings.meeting_form import MeetingForm, fresh_plan
from hjemmebesok.ui.to_calendar import to_calendar
from hjemmebesok.ui.widgets.action_bar import ActionBar
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.scroll_page import ScrollPage
from hjemmebesok.ui.writing_page import WritingPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class MeetingPlanScreen(WritingPage):
    """`open('new')` plans one, `open('meeting/<id>')` changes one. It leads on to the meeting."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "meeting_plan")
        self._desk = window.desk
        self._meeting: Meeting
        self._case = ""  # of the meeting whose plan is changed
        self.title = WrapLabel("", "display")
        self.form = MeetingForm()
        self.leave = Button(N_("Tilbake"), icon="arrow-left")
        self.cancel = Button(N_("Avlys møtet"), icon="x")
        self.calendar = Button(N_("Legg i kalenderen …"), icon="calendar")
        self.save = Button(N_("Lagre møtet"), "primary", "check", "Ctrl+Return")
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self._cancel)
        self.calendar.clicked.connect(lambda: to_calendar(window, self, self._meeting.id))

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.body.addWidget(self.title)
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(ActionBar(self.leave, self.cancel, self.calendar, self.save))

    def open(self, key: str) -> None:
        """Begin with the plan as it is, or with a fresh one."""
        kind, _, known = key.partition("/")
        if kind == "meeting":
            self._meeting = open_meeting(self._desk, known).meeting
        else:
            self._meeting = fresh_plan(next_meeting_number(self._desk), self._desk.now())
        self.title.say(N_("Endre fellesmøtet") if self._meeting.id else N_("Nytt fellesmøte"))
        self.calendar.setVisible(bool(self._meeting.id))
        self.cancel.setVisible(bool(self._meeting.id) and self._meeting.status is VisitStatus.PLANNED)
        self.form.show_plan(self._meeting)
        self._case = self._meeting.case
        self.hold()

    def written_in(self) -> list[str]:
        return [self._case] if self._case else []

    def _save(self) -> None:
        if not self.form.check():
            return
        meeting = self.form.filled_in(self._meeting)
        made = [meeting.id]

        def save() -> object:
            if meeting.id:
                return save_meeting(self._desk, meeting, self._meeting)
            changes = plan_meeting(self._desk, meeting)
            made[0] = changes.made
            return changes

        if self._window.act(save):
            self._window.go("meeting", made[0])
            self._window.say(N_("Møtet er planlagt."), "ok")

    def _cancel(self) -> None:
        meeting = self._meeting
        if self._window.act(lambda: cancel_meeting(self._desk, meeting.id)):
            self._go_back()
            called_off = N_("Møtet er avlyst. Ring dem som er invitert, og avbestill tolk og lokale.")
            self._window.say(
                called_off if meeting.starts.date() >= self._desk.today() else N_("Møtet er avlyst."), "ok"
            )

    def _go_back(self) -> None:
        if self._meeting.id:
            self._window.go("meeting", self._meeting.id)
        else:
            self._window.go("meetings")
