"""The bar under the meeting: that all is kept, and what can be done next."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Signal

from hjemmebesok.casework.syncing import SyncStatus
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.spoken import clock
from hjemmebesok.ui.widgets.action_bar import ActionBar
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.sync_state import to_send


class Panel(StrEnum):
    """What stands in the panel."""

    TALK = "talk"
    NOBODY = "nobody"
    ADD = "add"
    INTERPRETER = "interpreter"
    CLOSING = "closing"


_PRIMARY: dict[Panel, tuple[Words, str]] = {
    Panel.TALK: (N_("Ferdig med samtalen"), "check"),
    Panel.NOBODY: (N_("Neste samtale"), "message-circle"),
    Panel.INTERPRETER: (N_("Lagre tolken"), "check"),
    Panel.CLOSING: (N_("Avslutt og lås møtet"), "lock"),
}


class MeetingBar(ActionBar):
    """`going_on` is the primary button; what it does depends on the panel, and so do its words."""

    going_on = Signal()

    def __init__(self) -> None:
        self.back = Button(N_("Tilbake"), icon="arrow-left", shortcut="Alt+Left")
        self.add = Button(N_("Legg til deltaker"), icon="user-plus", shortcut="Ctrl+N")
        self.primary = Button("", "primary", "check", "Ctrl+Return")
        super().__init__(self.back, self.add, self.primary)
        self._panel, self._status, self._locked = Panel.NOBODY, VisitStatus.PLANNED, False
        self._folded = self._turned = False
        self.primary.clicked.connect(self.going_on)

    def show_state(self, panel: Panel, status: VisitStatus, *, locked: bool) -> None:
        """What can be done with this panel, at a meeting that stands like this."""
        self._panel, self._status, self._locked = panel, status, locked
        self._show()

    def fold(self, folded: bool, *, turned: bool) -> None:
        """Where it is narrow, list and panel take turns; `turned` to the panel, there is a way back."""
        self._folded, self._turned = folded, turned
        self._show()

    def _show(self) -> None:
        panel = Panel.NOBODY if self._folded and not self._turned else self._panel
        aside = panel in (Panel.ADD, Panel.INTERPRETER, Panel.CLOSING)
        self.back.setVisible(aside or (self._folded and self._turned))
        self.add.setVisible(not self._locked and not aside)
        words, icon = _PRIMARY.get(panel, ("", "check"))
        if not aside and self._status is VisitStatus.PLANNED:
            words, icon = N_("Start møtet"), "users"
        self.primary.say(words)
        self.primary.show_icon(icon)
        self.primary.setVisible(bool(words) and not self._locked)

    def show_kept(self, at: datetime | None, status: SyncStatus) -> None:
        """Until when all is kept here, and what is not sent."""
        kept = Phrase("Lagret her kl. {time}", time=clock(at)) if at else N_("Alt lagres på denne PC-en")
        self.status.say(kept, to_send(status.unsent, status.photos, status.again))
