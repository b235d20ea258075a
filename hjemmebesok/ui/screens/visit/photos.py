"""The photos from a visit: taken in from files, described, chosen for the summary, removed and brought back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from hjemmebesok.domain.photo import CONSENT, Photo
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.visit.photo_row import PhotoRow
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow, WrapLabel

_LAW = N_(
    "Ta bilder av boligen, ikke av folk. Stedet og tidspunktet i bildefilen blir ikke med. "
    "Familien kan få et bilde fjernet når de vil."
)


class PhotosCard(Card):
    """`brought` (paths) when files are chosen or dropped, `wanted` (key) to go to the question that must come first,
    `putting_back` for the one last removed. The rows' signals come through."""

    brought = Signal(object)
    wanted = Signal(str)
    described = Signal(object, str, str)
    chosen = Signal(str, bool)
    removing = Signal(str)
    putting_back = Signal()

    def __init__(self, *, locked: bool, reads_only: bool = False) -> None:
        super().__init__()
        self._locked, self._reads_only = locked, reads_only
        self.rows: dict[str, PhotoRow] = {}
        self.add = Button(N_("Legg til bilder …"), icon="plus")
        self.ask = Button(N_("Gå til spørsmålet"), "quiet", "arrow-right")
        self.undo = Button(N_("Angre"), "quiet", "undo-2")
        self._first = FactLine("info", "", "label")
        self._problem = FactLine("circle-alert", "", "label", "bad", icon_tone="bad")
        self._removed = WrapLabel(N_("Bildet er fjernet."), tone="muted")
        self._list = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self._browse)
        self.ask.clicked.connect(lambda: self.wanted.emit(CONSENT))
        self.undo.clicked.connect(self._put_back)
        self.show_problem("")
        self.offer_undo(False)
        self.show_consent(None)

    def _lay_out(self) -> None:
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(N_("Bilder"), "title"))
        self.body.addWidget(WrapLabel(_LAW, "small", "muted"))
        self.body.addWidget(self._first)
        self.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._list)
        self.body.addWidget(Flow(self._removed, self.undo))
        self.body.addWidget(self._problem)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_consent(self, answer: bool | None) -> None:
        """Follow from what the family has said about photos."""
        may_add = answer is True and not self._locked
        self.add.setVisible(may_add)
        self.setAcceptDrops(may_add)
        words = self._what_first(answer)
        self._first.say(words)
        self._first.setVisible(bool(words))
        self.ask.setVisible(answer is not True and not self._locked)

    def _what_first(self, answer: bool | None) -> Words:
        if self._reads_only:
            return _NO if answer is False else ""
        if answer is False:
            return N_("Familien har sagt nei til bilder. Fjern dem som er tatt.") if self.rows else _NO
        if self._locked:
            return N_("Notatet er låst. Du kan fortsatt velge bilder til oppsummeringen, og fjerne dem.")
        return "" if answer else N_("Spør familien først om det er greit at vi tar bilder.")

    def show_photos(self, photos: Sequence[Photo], picture: Callable[[Photo], bytes | None]) -> None:
        """Show these; `picture` gives the JPEG of one, or None while it has not come."""
        for gone in self.rows.keys() - {photo.id for photo in photos}:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, photo in enumerate(photos):
            row = self.rows.get(photo.id) or self._new_row(photo, place)
            row.show_photo(photo)
            if row.view.empty:
                row.view.show_picture(picture(photo))

    def _new_row(self, photo: Photo, place: int) -> PhotoRow:
        row = self.rows[photo.id] = PhotoRow(photo)
        row.described.connect(self.described)
        row.chosen.connect(self.chosen)
        row.removing.connect(self.removing)
        if self._reads_only:
            row.make_read_only()
        self._list.insertWidget(place, row)
        return row

    def show_reading(self, reading: bool) -> None:
        """Files are being read, or have been."""
        self.add.setEnabled(not reading)
        self.add.say(N_("Leser bildene …") if reading else N_("Legg til bilder …"))

    def show_problem(self, words: Words) -> None:
        """Show why a file was not taken in; '' where there is nothing wrong."""
        self._problem.say(words)
        self._problem.setVisible(bool(words))

    def problem_shown(self) -> str:
        """The sentence that stands there, '' where none does."""
        return "" if self._problem.isHidden() else self._problem.label.text()

    def offer_undo(self, offered: bool) -> None:
        """Offer the one that was just removed back; the keyboard is on the button."""
        self._removed.setVisible(offered)
        self.undo.setVisible(offered)
        if offered:
            self.undo.setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        """Save what is typed."""
        for row in list(self.rows.values()):
            row.settle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths_in(event):
            event.acceptProposedAction()
            self._show_ground("accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_ground("plain")

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_ground("plain")
        event.acceptProposedAction()
        self.brought.emit(_paths_in(event))

    def _browse(self) -> None:
        kinds = f"{say(N_('Bilder'))} (*.jpg *.jpeg *.png);;{say(N_('Alle filer'))} (*)"
        names, _kind = QFileDialog.getOpenFileNames(self, say(N_("Velg bilder")), "", kinds)
        if names:
            self.brought.emit([Path(name) for name in names])

    def _put_back(self) -> None:
        self.offer_undo(False)
        self.putting_back.emit()

    def _show_ground(self, ground: str) -> None:
        self.setProperty("card", ground)
        self.style().unpolish(self)
        self.style().polish(self)


_NO = N_("Familien har sagt nei til bilder.")


def _paths_in(event: QDropEvent) -> list[Path]:
    """The files that are dragged; none for a web page or a text."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
