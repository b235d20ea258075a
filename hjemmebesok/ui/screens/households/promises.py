"""What was promised: a tick keeps a promise, and taking the tick away brings it back."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.spoken import NearDay, shown
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill
from hjemmebesok.ui.widgets.status import Status


class Promised(NamedTuple):
    """One open promise, in words. `key` is the id of the follow-up."""

    key: str
    words: Words
    due: date | None


class PromiseLine(QWidget):
    """One promise with its date."""

    def __init__(self, promised: Promised) -> None:
        super().__init__()
        self.promised = promised
        self.tick = CheckBox(promised.words)
        self.pill = Pill("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(self.tick, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_due(self, today: date, *, done: bool) -> None:
        """Ticked or not, with its date."""
        self.tick.set_value(done)
        self.pill.show_status(*due_status(self.promised.due, today, done=done))


class PromiseCard(Card):
    """`done` carries the id of a promise and whether it is kept. What is ticked here stays in sight, to be undone."""

    done = Signal(str, bool)

    def __init__(self, title: Words, none: Words) -> None:
        super().__init__(title)
        self.lines: dict[str, PromiseLine] = {}
        self._ticked: set[str] = set()
        self._none = WrapLabel(none, "body", "muted")
        self.body.addWidget(self._none)

    def forget(self) -> None:
        """What was ticked need not stay any longer: the page is about something else from now on."""
        self._ticked.clear()

    def show_promises(self, promises: Sequence[Promised], today: date) -> None:
        """Show the open ones, and those ticked while the page was in sight."""
        open_now = {promised.key: promised for promised in promises}
        self._ticked -= set(open_now)
        for key, line in list(self.lines.items()):
            if key not in self._ticked and line.promised != open_now.get(key):
                self._drop(key)
        for key, promised in open_now.items():
            if key not in self.lines:
                self._add(promised)
        for key, line in self.lines.items():
            line.show_due(today, done=key in self._ticked)
        self._none.setVisible(not self.lines)

    def _add(self, promised: Promised) -> None:
        line = self.lines[promised.key] = PromiseLine(promised)
        line.tick.edited.connect(lambda ticked: self._tick(promised.key, ticked))
        self.body.addWidget(line)

    def _drop(self, key: str) -> None:
        line = self.lines.pop(key)
        self.body.removeWidget(line)
        line.setParent(None)

    def _tick(self, key: str, ticked: bool) -> None:
        if ticked:
            self._ticked.add(key)
        self.done.emit(key, ticked)


def due_status(due: date | None, today: date, *, done: bool = False) -> Status:
    """The date of a promise; one that has passed warns in words too."""
    if done:
        return Status(N_("Gjort"), "ok")
    if due is None:
        return Status(N_("Uten frist"), "muted", "calendar")
    day = NearDay(due, today)
    if due < today:
        return Status(Phrase("Frist {day}", day=day), "warn", "circle-alert")
    return Status(shown(day), "info", "clock") if due == today else Status(shown(day), "muted", "calendar")
