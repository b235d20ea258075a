"""The visit: connects the form, its steps and the panel to what saves and what follows."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.checklist import IN_STEP
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.phrase import N_, Refused, Words
from hjemmebesok.eligibility.facts import Fact
from hjemmebesok.ui.screens.visit.form_pages import FormPages
from hjemmebesok.ui.screens.visit.frame import Frame
from hjemmebesok.ui.screens.visit.model import VisitModel
from hjemmebesok.ui.screens.visit.saving import Saver
from hjemmebesok.ui.writing_page import WritingPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_CHOOSE_FIRST = N_("Velg hva som gjelder først. Da kan notatet låses.")
_SOON = 50  # ms
_AT_REST = 400  # ms: what would turn an answer takes a few hundred runs of the rules, and nobody reads it while typing


class VisitScreen(WritingPage):
    """One visit at a time, by `open`."""

    folds_navigation = True

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "visit")
        self.frame = Frame()
        self._opened = False
        self.model: VisitModel
        self.pages: FormPages
        self.saver: Saver
        # The letter is drawn first, and a burst of them weighed once.
        self._soon = _timer(self, _SOON, self._weigh_what_is_here)
        self._at_rest = _timer(self, _AT_REST, self.advise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    def _connect(self) -> None:
        frame = self.frame
        for going in (frame.steps.chosen, frame.header.steps.chosen, frame.bar.going):
            going.connect(self.go)
        frame.panel.wanted.connect(self._find)
        frame.panel.looked_at.connect(self._at_rest.start)
        frame.panel.unsettled.choosing.connect(lambda: self._window.go(IN_STEP))
        frame.bar.showing.connect(lambda: self._window.go("family", self.model.id))
        self._window.rounds.began.connect(self._save_first)
        for keys, by in (("Alt+Right", 1), ("Alt+Left", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=by: frame.bar.step(step))

    # what the window asks for

    def open(self, key: str) -> None:
        """Show this visit, and start it where it is only planned."""
        if self._opened and self.model.id == key:
            self.refresh(None)
            return
        try:
            model = VisitModel(self._window.desk, key)
        except Refused as refused:
            self.settle()
            self._leave(refused.phrase, "warn")
            return
        if self._opened:
            self.saver.settle()
        self.model, self._opened = model, True
        self._status = sync_status(self._window.desk)
        self._show_form(self._first_open())
        self._tell(model.started)

    def refresh(self, changes: Any) -> None:
        """Something changed here, or came from a colleague."""
        if self._opened and (changes is None or self.model.visit.case in changes.cases):
            before = self.model.standing
            self._status = sync_status(self._window.desk)
            try:
                self.model.read()
            except Refused:
                self._leave(N_("Besøket er ikke lenger på denne PC-en."))
                return
            if self.model.standing != before:
                self._show_form(self.pages.here)
            else:
                self.pages.show_all()
                self.weigh()

    def _save_first(self) -> None:
        """A round begins: it may take the case away, and what is being typed would go with it."""
        if self._opened and self.isVisible():
            self.saver.settle()

    def _leave(self, told: Words, tone: str = "info") -> None:
        """The visit is not on this computer: nothing of it is to stand here, nor of another."""
        if self._opened:
            self._forget()
        # Not now: the window is telling its pages one after the other, or on its way here.
        QTimer.singleShot(0, self, lambda: self._go_home(told, tone))

    def _forget(self) -> None:
        self._opened = False
        self.hold()
        self.saver.forget()
        for teller in (self.pages, self.saver):
            teller.blockSignals(True)  # the field with the keyboard is left once more as it goes
        for timer in (self._soon, self._at_rest):
            timer.stop()
        self.frame.show_form(QWidget())

    def _go_home(self, told: Words, tone: str) -> None:
        if self.isVisible() and not self._opened:
            self._window.go("today")
            self._window.say(told, tone)

    # moving about

    def go(self, section_id: str) -> None:
        """Show this section."""
        self.frame.close_panel()
        self.pages.go(section_id)
        self.pages.begin()
        self._show_place(self.model.known)

    def look_at(self, key: str) -> None:
        """Go to the field of this key, or where one chooses between two values."""
        if key == IN_STEP:
            self._window.go(IN_STEP)
            return
        self.frame.close_panel()
        self.pages.focus_on(key)
        self._show_place(self.model.known)

    # showing

    def _show_form(self, section_id: str) -> None:
        pages = FormPages(self.model)
        saver = Saver(self.model, pages)
        pages.edited.connect(saver.type)
        pages.left.connect(saver.leave)
        pages.put.connect(saver.put)
        pages.closing.connect(self.close_visit)
        pages.wanted.connect(self.look_at)
        pages.correcting.connect(self.correct)
        pages.settling.connect(saver.settle)
        pages.saved.connect(self._tell)
        pages.letter.connect(lambda: self._window.go("letter", self.model.id))
        saver.kept.connect(self._weigh_soon)
        saver.saved.connect(self._saved)
        saver.refused.connect(pages.show_problem)
        self.pages, self.saver = pages, saver
        self.frame.show_form(pages)
        self.pages.go(section_id)
        self.weigh()
        self.pages.begin()
        self.hold()

    def _first_open(self) -> str:
        done = self.model.done(self.model.known)
        return next((section.id for section in SECTIONS if section.id not in done), SECTIONS[0].id)

    def _show_place(self, known: dict[str, Any]) -> None:
        done = self.model.done(known)
        for steps in (self.frame.steps, self.frame.header.steps):
            steps.show_state(self.pages.here, done)
        self.frame.bar.show_section(self.pages.here)

    def weigh(self) -> None:
        """Show what follows from everything that can be read."""
        known, model = self.model.known, self.model
        verdicts = model.verdicts(known)
        self.frame.panel.show_verdicts(verdicts, model.absent)
        self.frame.panel.unsettled.show_words(model.unsettled)
        self.frame.strip.show_verdicts(verdicts, model.unsettled)
        self._at_rest.start()
        self.frame.header.show_visit(model.card, model.visit, model.day)
        self.pages.show_known(known)
        self._show_place(known)
        self.frame.bar.show_kept(model.saved_at, self._status)

    def _weigh_what_is_here(self) -> None:
        with suppress(Refused):  # it has left since, and the window is about to be told
            self.weigh()

    def advise(self) -> None:
        """Show what would turn the answer that is looked at, where it can be seen."""
        panel = self.frame.panel
        if panel.verdict and panel.isVisible():
            panel.show_advice(self.model.advise(panel.verdict), panel.verdict)

    def _find(self, fact: Fact[Any]) -> None:
        self.look_at(self.model.field_for(fact))

    def _weigh_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def settle(self) -> None:
        if self._opened:
            self.pages.photos.settle()
            self.saver.settle()

    def written_in(self) -> list[str]:
        return [self.model.visit.case] if self._opened and not self.model.locked else []

    # saving, locking and correcting

    def _saved(self, changes: object) -> None:
        if not changes:
            QTimer.singleShot(0, self, self._catch_up)  # not now: the field may be on its way out with the page
            self._weigh_soon()
        self._tell(changes)

    def _catch_up(self) -> None:
        if self._opened:
            with suppress(Refused):  # it has left since, as above
                self.pages.catch_up()

    def close_visit(self) -> None:
        """Lock the note; where something cannot be read, go there instead."""
        self.saver.settle()
        blocking = [point.key for point in self.model.open_points() if point.blocks]
        if blocking:
            self.look_at(blocking[0])
            choosing = blocking[0] == IN_STEP
            self._window.say(_CHOOSE_FIRST if choosing else N_("Rett dette først. Da kan notatet låses."), "warn")
            return
        if self.pages.signing.waits():
            return
        self._window.act(self.model.close, N_("Notatet er låst."))

    def correct(self) -> None:
        """Open the correction of this note; make it where there is none."""
        if self.model.correction or self._window.act(self.model.correct):
            self.open(self.model.correction)

    def _tell(self, changes: object) -> None:
        if changes:
            self._window.changed.emit(changes)


def _timer(owner: QWidget, rest: int, then: Callable[[], None]) -> QTimer:
    """One that calls once, so many ms after it was last started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(rest)
    timer.timeout.connect(then)
    return timer
