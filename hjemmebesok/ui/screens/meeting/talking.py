"""The talk with the chosen household: what is edited in the panel is saved at once, the note by its keeper."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hjemmebesok.casework import talks
from hjemmebesok.casework.meetings import OpenMeeting, Seat
from hjemmebesok.domain.meeting import Offer, Talk
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.screens.meeting.note_keeper import NoteKeeper
from hjemmebesok.ui.screens.meeting.talk_panel import TalkPanel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class Talking(QObject):
    """`chosen` is the id of the participant in the panel, '' for nobody."""

    def __init__(self, window: "MainWindow", panel: TalkPanel) -> None:
        super().__init__(panel)
        self.chosen = ""
        self.keeper = NoteKeeper(window, self)
        self._window, self._desk, self._panel = window, window.desk, panel
        self._waiting = False
        panel.note_typed.connect(self._type)
        panel.note_left.connect(self.keeper.save)
        panel.forms_edited.connect(self._forms)
        panel.offer_edited.connect(self._offer)
        panel.step_edited.connect(self._step)
        panel.talk_edited.connect(self.set_talk)

    def choose(self, participant: str) -> None:
        """Talk with this one from now on; what was written about another is saved first, and leaves the screen."""
        if participant != self.chosen:
            self._settle()
            self._panel.clear()
            self.chosen = participant

    def show(self, opened: OpenMeeting) -> Seat | None:
        """Show the chosen one as they are now; None where they are not at this meeting."""
        seat = next((seat for seat in opened.seats if seat.participant.id == self.chosen), None)
        if seat is not None:
            started = opened.meeting.status is VisitStatus.STARTED
            self._waiting = started and seat.participant.talk is Talk.WAITING
            self._panel.show_talk(seat, locked=opened.locked)
            if seat.note != seat.participant.note and not opened.locked:
                self.keeper.take_over(self.chosen, seat.note)
        return seat

    def finish(self) -> bool:
        """The talk is over; true where that could be saved."""
        self._settle()
        return self._act(lambda: talks.set_talk(self._desk, self.chosen, Talk.DONE))

    def set_talk(self, talk: Talk) -> None:
        """Note where the talk stands."""
        self._act(lambda: talks.set_talk(self._desk, self.chosen, talk))

    def _settle(self) -> None:
        self.keeper.save()
        self._panel.offer.settle()

    def _type(self, text: str) -> None:
        self.keeper.type(self.chosen, text, self._panel.seen)
        self._has_begun()

    def _forms(self, forms: tuple[str, ...]) -> None:
        self._act(lambda: talks.set_form_help(self._desk, self.chosen, forms))
        self._has_begun()

    def _offer(self, offer: Offer, on: date | None) -> None:
        self._act(lambda: talks.answer_offer(self._desk, self.chosen, offer, on, self._panel.offer.seen))
        self._has_begun()

    def _step(self, step: str) -> None:
        self._act(lambda: talks.agree_step(self._desk, self.chosen, step))
        self._has_begun()

    def _has_begun(self) -> None:
        """Whoever is written about is being talked with."""
        if self._waiting:
            self.set_talk(Talk.ONGOING)

    def _act(self, action: Callable[[], object]) -> bool:
        return bool(self.chosen) and self._window.act(action)
