"""The running meeting: connects the list, the panels and the bar to what casework does."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework import meetings, talks
from hjemmebesok.casework.meetings import OpenMeeting
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.domain.meeting import Talk
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.screens.meeting.add_panel import AddPanel
from hjemmebesok.ui.screens.meeting.bar import MeetingBar, Panel
from hjemmebesok.ui.screens.meeting.closing_panel import ClosingPanel
from hjemmebesok.ui.screens.meeting.frame import Frame
from hjemmebesok.ui.screens.meeting.header import Header
from hjemmebesok.ui.screens.meeting.interpreter_panel import InterpreterPanel
from hjemmebesok.ui.screens.meeting.model import next_waiting, room_left, seat_line
from hjemmebesok.ui.screens.meeting.nobody_panel import NobodyPanel
from hjemmebesok.ui.screens.meeting.seat_table import SeatTable
from hjemmebesok.ui.screens.meeting.talk_panel import TalkPanel
from hjemmebesok.ui.screens.meeting.talking import Talking
from hjemmebesok.ui.to_paper import to_paper
from hjemmebesok.ui.writing_page import WritingPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class MeetingScreen(WritingPage):
    """`open(meeting_id)` shows one meeting."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "meeting")
        self._desk = window.desk
        self._id, self._panel = "", Panel.NOBODY
        self._kept_at: datetime | None = None
        self._opened: OpenMeeting
        self.header, self.table, self.bar = Header(), SeatTable(), MeetingBar()
        self.talk, self.add = TalkPanel(), AddPanel(window.desk)
        self.interpreter, self.closing = InterpreterPanel(), ClosingPanel()
        self._panels: dict[Panel, QWidget] = {
            Panel.TALK: self.talk, Panel.NOBODY: NobodyPanel(), Panel.ADD: self.add,
            Panel.INTERPRETER: self.interpreter, Panel.CLOSING: self.closing,
        }  # fmt: skip
        self.frame = Frame(self.header, self.table, tuple(self._panels.values()), self.bar)
        self.talking = Talking(window, self.talk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self.choose)
        self.table.attendance.connect(self._attendance)
        self.header.interpreter.clicked.connect(self._to_interpreter)
        self.header.paper.clicked.connect(lambda: to_paper(self._window, self, "meeting_list", self._id))
        self.header.plan.clicked.connect(self._to_plan)
        self.header.end.clicked.connect(self._to_closing)
        self.bar.back.clicked.connect(self._back)
        self.bar.add.clicked.connect(self._to_add)
        self.bar.going_on.connect(self._go_on)
        self.add.invited.connect(self._invite)
        self.add.welcomed.connect(self._welcome)
        self.talking.keeper.kept.connect(self._kept)
        self.talking.keeper.unchanged.connect(self.refresh)
        for left in (self.talk.note_left, self.talk.offer.day.left):
            left.connect(lambda: QTimer.singleShot(0, self, self._catch_up))

    # what the window asks for

    def open(self, key: str) -> None:
        """Show this meeting; where it is under way, at the talk under way."""
        if key == self._id:
            self.refresh()
            return
        self.talking.choose("")
        self._id, self._kept_at, self._panel = key, None, Panel.NOBODY
        self.refresh()
        if self._id and not self._opened.locked:
            ongoing = [seat.participant.id for seat in self._opened.seats if seat.participant.talk is Talk.ONGOING]
            self.talking.choose(next(iter(ongoing), ""))
            self._show(Panel.TALK if ongoing else Panel.NOBODY, to_panel=False)

    def refresh(self, _changes: object = None) -> None:
        """Show the meeting as it is now."""
        if not self._id:
            return
        try:
            opened = self._opened = meetings.open_meeting(self._desk, self._id)
        except Refused:
            self._id = ""
            self.hold()
            QTimer.singleShot(0, self, self._gone)  # not now: the window is telling its pages one after the other
            return
        self.hold()
        if self._panel is Panel.TALK and self.talking.show(opened) is None:
            self._panel = Panel.NOBODY
        self.header.show_meeting(opened)
        chosen = self.talking.chosen if self._panel is Panel.TALK else ""
        lines = [seat_line(seat) for seat in opened.seats]
        self.table.show_seats(lines, chosen, "" if opened.locked else room_left(opened), locked=opened.locked)
        self.closing.show_meeting(opened)
        self.frame.show_panel(self._panels[self._panel])
        self.bar.show_state(self._panel, opened.meeting.status, locked=opened.locked)
        self.bar.show_kept(self._kept_at, sync_status(self._desk))

    def settle(self) -> None:
        self.talking.keeper.save()

    def written_in(self) -> list[str]:
        if not self._id or self._opened.locked:
            return []
        return [self._opened.meeting.case, *(seat.participant.case for seat in self._opened.seats)]

    def _gone(self) -> None:
        if self.isVisible():
            self._window.go("meetings")
            self._window.say(N_("Møtet er ikke lenger på denne PC-en."))

    # moving about

    def choose(self, participant: str) -> None:
        """Show the talk with this one."""
        self.talking.choose(participant)
        self._show(Panel.TALK if participant else Panel.NOBODY, to_panel=bool(participant))

    def _show(self, panel: Panel, *, to_panel: bool = True) -> None:
        if panel is not Panel.TALK:
            self.talking.keeper.save()
        self._panel = panel
        self.frame.turn(to_panel)
        self.refresh()

    def _back(self) -> None:
        self._show(Panel.TALK if self.talking.chosen else Panel.NOBODY, to_panel=False)

    def _to_add(self) -> None:
        self._show(Panel.ADD)
        self.add.begin()

    def _to_interpreter(self) -> None:
        self._interpreted = self._opened.meeting
        self.interpreter.show_interpreter(self._interpreted)
        self._show(Panel.INTERPRETER)

    def _to_closing(self) -> None:
        self._show(Panel.CLOSING)

    def _to_plan(self) -> None:
        self._window.go("meeting_plan", f"meeting/{self._id}")

    # doing

    def _go_on(self) -> None:
        """The one primary button."""
        if self._panel is Panel.INTERPRETER:
            self._save_interpreter()
        elif self._panel is Panel.CLOSING:
            self._close()
        elif self._opened.meeting.status is VisitStatus.PLANNED:
            self._start()
        elif self._panel is Panel.TALK and self.frame.panel_in_sight:
            self._finish_talk()
        else:
            self._next_talk("")

    def _start(self) -> None:
        if self._window.act(lambda: meetings.start_meeting(self._desk, self._id)):
            self._window.say(N_("Møtet er startet."), "ok")

    def _finish_talk(self) -> None:
        finished = self.talking.chosen
        if self.talking.finish():
            self._next_talk(finished)

    def _next_talk(self, after: str) -> None:
        following = next_waiting(self._opened, after)
        if following:
            self.choose(following)
            self.talk.note.setFocus()
        else:
            self._window.say(N_("Ingen flere venter på samtale."), "ok")

    def _attendance(self, participant: str, attended: bool | None) -> None:
        self._window.act(lambda: talks.set_attendance(self._desk, participant, attended))

    def _invite(self, household: str) -> None:
        turned_up = self._opened.meeting.status is VisitStatus.STARTED
        if self._window.act(lambda: meetings.invite(self._desk, self._id, household, turned_up=turned_up)):
            self._added()

    def _welcome(self, name: str) -> None:
        if self._window.act(lambda: meetings.welcome_uninvited(self._desk, self._id, name)):
            self._added()

    def _added(self) -> None:
        self._window.say(N_("Deltakeren er lagt til."), "ok")
        self.add.begin()

    def _save_interpreter(self) -> None:
        def save() -> object:
            seen = self._interpreted
            there, booked = self.interpreter.interpreter(seen.language), self.interpreter.booked.value()
            return meetings.save_meeting(self._desk, replace(seen, interpreter=there, interpreter_booked=booked), seen)

        if self._window.act(save):
            self._back()

    def _close(self) -> None:
        self.talking.keeper.save()
        if self._window.act(lambda: meetings.close_meeting(self._desk, self._id)):
            self.talking.choose("")
            self._show(Panel.NOBODY, to_panel=False)
            self._window.say(N_("Møtet er avsluttet og låst."), "ok")

    def _catch_up(self) -> None:
        """Show the note or the offer that came while she had the keyboard there."""
        if self.talk.behind or self.talk.offer.behind:
            self.refresh()

    def _kept(self) -> None:
        self._kept_at = self._desk.now()
        self.bar.show_kept(self._kept_at, sync_status(self._desk))
