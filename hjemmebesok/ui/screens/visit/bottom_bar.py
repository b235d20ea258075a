"""The foot of the visit: that all is kept, and the way through the form."""

from datetime import datetime

from PySide6.QtCore import Signal

from hjemmebesok.casework.syncing import SyncStatus
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.widgets import ActionBar, Button, IconButton
from hjemmebesok.ui.widgets.sync_state import to_send

_BACK, _FAMILY = "Ctrl+PgUp", "Ctrl+Shift+V"


class BottomBar(ActionBar):
    """`going` carries the id of the section to go to; `showing` asks for the family's page."""

    going = Signal(str)
    showing = Signal()

    def __init__(self) -> None:
        self.back = Button(N_("Forrige"), icon="arrow-left", shortcut=_BACK)
        self.back_folded = IconButton(N_("Forrige"), "arrow-left", _BACK)
        self.next = Button(N_("Neste"), "primary", "arrow-right", "Ctrl+PgDown")
        self.family = Button(N_("Vis til familien"), icon="maximize", shortcut=_FAMILY)
        self.family_folded = IconButton(N_("Vis til familien"), "maximize", _FAMILY)
        super().__init__(self.back, self.back_folded, self.family, self.family_folded, self.next)
        for button in (self.family, self.family_folded):
            button.clicked.connect(self.showing)
        self._here = 0
        for button, step in ((self.back, -1), (self.back_folded, -1), (self.next, 1)):
            button.clicked.connect(lambda _=False, by=step: self.step(by))
        self.fold(False)

    def step(self, by: int) -> None:
        """Go so many sections on, or back."""
        to = self._here + by
        if 0 <= to < len(SECTIONS):
            self.going.emit(SECTIONS[to].id)

    def fold(self, folded: bool) -> None:
        """Narrow, or wide."""
        for wide, narrow in ((self.back, self.back_folded), (self.family, self.family_folded)):
            wide.setVisible(not folded)
            narrow.setVisible(folded)

    def show_section(self, section_id: str) -> None:
        """Show the way on from here."""
        self._here = next(index for index, section in enumerate(SECTIONS) if section.id == section_id)
        for back in (self.back, self.back_folded):
            back.setEnabled(self._here > 0)
        last = self._here + 1 == len(SECTIONS)
        self.next.setVisible(not last)
        if not last:
            self.next.say(Phrase("Neste: {section}", section=Phrase(SECTIONS[self._here + 1].title)))

    def show_kept(self, at: datetime | None, status: SyncStatus) -> None:
        """Show when something last reached the disk, and what has not been sent."""
        kept: Words = Phrase("Lagret her kl. {time}", time=f"{at:%H:%M}") if at else N_("Alt er lagret her")
        self.status.say(kept, to_send(status.unsent, status.photos, status.again))
