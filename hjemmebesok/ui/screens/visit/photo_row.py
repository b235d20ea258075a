"""One photo of a visit: what it is of, in words, and whether the family's summary shows it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.screens.visit.photo_view import PhotoView
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import CheckBox, Field, IconButton, TextEdit
from hjemmebesok.ui.widgets.columns import Columns

_REST = 2000  # ms without a keystroke until what is typed is saved
_LEAST = 460  # px at 100 %: narrower than this, the words stand under the picture
_LONGEST = 300  # letters


class PhotoRow(QWidget):
    """`described` (the photo as she saw it, caption, what it shows) when a field is left or has rested, `chosen` (id,
    yes or no), `removing` (id)."""

    described = Signal(object, str, str)
    chosen = Signal(str, bool)
    removing = Signal(str)

    def __init__(self, photo: Photo) -> None:
        super().__init__()
        self.id, self.seen = photo.id, photo  # as the words last showed it
        self.view = PhotoView()
        self.caption, self.shows = TextEdit(longest=_LONGEST), TextEdit(longest=_LONGEST)
        self.asked = Field(N_("Hva viser bildet?"), self.shows, N_("Leses opp for den som ikke ser det."))
        self.in_summary = CheckBox(N_("Med i oppsummeringen til familien"))
        self.remove = IconButton(N_("Fjern bildet"), "trash-2")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.in_summary, 1)
        below.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        both = Columns((0, 1), _LEAST)
        both.columns[0].addWidget(self.view)
        for part in (self.asked, Field(N_("Bildetekst"), self.caption)):
            both.columns[1].addWidget(part)
        both.columns[1].addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.S, 0, SPACE.S)
        column.addWidget(both)

    def _connect(self) -> None:
        self._rest.timeout.connect(self.settle)
        for control in (self.caption, self.shows):
            control.edited.connect(lambda _: self._rest.start())
            control.left.connect(self.settle)
        self.in_summary.edited.connect(self._choose)
        self.remove.clicked.connect(lambda: self.removing.emit(self.id))

    def show_photo(self, photo: Photo) -> None:
        """Show what is known of it; words that are being written are left alone, unless it is they that were saved."""
        if not self._writing:
            self.caption.set_typed(photo.caption)
            self.shows.set_typed(photo.shows)
        if (photo.caption, photo.shows) == self._typed:
            self.seen = photo
        self.in_summary.set_value(photo.in_summary)
        self.view.say(photo.shows)

    def make_read_only(self) -> None:
        """Show the photo and its words, and let nothing be done with it."""
        for control in (self.caption, self.shows):
            control.setReadOnly(True)
        self.in_summary.setEnabled(False)
        self.remove.hide()

    def show_problem(self, problem: Words | None) -> None:
        """Show why it is not in the summary; the keyboard is where that can be mended."""
        self.asked.show_problem(problem)
        if problem is not None:
            self.shows.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Save what is typed."""
        self._rest.stop()
        if self._typed != (self.seen.caption, self.seen.shows):
            self.described.emit(self.seen, *self._typed)

    @property
    def _typed(self) -> tuple[str, str]:
        return self.caption.typed().strip(), self.shows.typed().strip()

    @property
    def _writing(self) -> bool:
        return self._rest.isActive() or self.caption.hasFocus() or self.shows.hasFocus()

    def _choose(self, yes: bool) -> None:
        self.settle()
        self.chosen.emit(self.id, yes)
