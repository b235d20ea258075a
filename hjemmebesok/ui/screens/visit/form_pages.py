"""The parts of the form, one page each, made when it is first shown."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hjemmebesok.casework.visits import PRESENCE
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.photo import CONSENT
from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.screens.visit.closing import ClosingCard
from hjemmebesok.ui.screens.visit.locked import LockedCard
from hjemmebesok.ui.screens.visit.model import VisitModel
from hjemmebesok.ui.screens.visit.name_edit import given_names
from hjemmebesok.ui.screens.visit.photo_keeping import PhotoKeeper
from hjemmebesok.ui.screens.visit.photos import PhotosCard
from hjemmebesok.ui.screens.visit.presence import PresenceCard
from hjemmebesok.ui.screens.visit.section_form import SectionForm
from hjemmebesok.ui.screens.visit.signature_keeping import SignatureKeeper
from hjemmebesok.ui.screens.visit.signing import SigningCard
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import ScrollPage

_FIRST, _LAST = SECTIONS[0].id, SECTIONS[-1].id
_SECTIONS = {section.id: section for section in SECTIONS}


class FormPages(QStackedWidget):
    """`edited` (key, typed), `left` (key) and `put` (key, answer that is whole at once) go to what saves.

    `closing` and `wanted` (key) come from the card that ends the visit, `correcting` and `letter` from a locked one,
    `settling` before the note is signed, and `saved` carries the Changes of what was done with photos and signatures.
    """

    edited = Signal(str, object)
    left = Signal(str)
    put = Signal(str, object)
    closing = Signal()
    wanted = Signal(str)
    correcting = Signal()
    letter = Signal()
    settling = Signal()
    saved = Signal(object)

    def __init__(self, model: VisitModel) -> None:
        super().__init__()
        self._model = model
        self.forms: dict[str, SectionForm] = {}
        self._pages: dict[str, ScrollPage] = {}
        self._locked: dict[str, LockedCard] = {}
        self.here = _FIRST
        self.presence = PresenceCard(model.persons)
        self.closing_card = ClosingCard()
        self.photos = PhotosCard(locked=model.locked, reads_only=model.reads_only)
        self._photo_keeper = PhotoKeeper(model.photos, self.photos)
        self._photo_keeper.saved.connect(self.saved)
        self.photos.wanted.connect(self.wanted)
        self.signing = SigningCard(reads_only=model.reads_only)
        self._signature_keeper = SignatureKeeper(model.desk, model.id, self.signing)
        self.signing.way.edited.connect(lambda: QTimer.singleShot(0, self, self._show_pad))  # once it has its place
        self._signature_keeper.settling.connect(self.photos.settle)
        self._signature_keeper.settling.connect(self.settling)
        self._signature_keeper.saved.connect(self.saved)
        self.presence.edited.connect(lambda who: self.edited.emit(PRESENCE, who.draft()))
        self.presence.left.connect(lambda: self.left.emit(PRESENCE))
        self.closing_card.closing.connect(self.closing)
        self.closing_card.wanted.connect(self.wanted)

    def go(self, section_id: str) -> None:
        """Show this section."""
        self.here = section_id
        page = self._pages.get(section_id) or self._make(section_id)
        self.setCurrentWidget(page)

    def begin(self) -> None:
        """Give the keyboard to the first field of this section, or to what can follow a locked note."""
        if self._model.locked:
            self._locked[self.here].summary.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.focus_on(PRESENCE if self.here == _FIRST else _SECTIONS[self.here].fields[0].id)

    def focus_on(self, key: str) -> None:
        """Go to the field, line or card of this key, and give it the keyboard."""
        self.go(_FIRST if key == PRESENCE else key.partition(".")[0])
        control = self.presence.focus_on() if key == PRESENCE else self.forms[self.here].focus_on(key)
        self._pages[self.here].ensureWidgetVisible(control, SPACE.L, SPACE.XXL * 3)

    def show_all(self) -> None:
        """Show everything as the model has it."""
        left_alone = [self.presence.has_keyboard, *(form.show_answers(self._model) for form in self.forms.values())]
        if not self.presence.has_keyboard:
            self.presence.show_who(self._model.who)
            self._model.note_shown(PRESENCE)
        self._model.behind = any(left_alone)
        if _LAST in self.forms:
            self._photo_keeper.show()
        for card in self._locked.values():
            card.show_unseen(self._model.unseen)
        self.show_known(self._model.known)

    def catch_up(self) -> None:
        """Show also in the field that was just left what came while it had the keyboard."""
        if self._model.behind:
            self.show_all()

    def show_known(self, known: dict[str, Any]) -> None:
        """Show what follows from the answers: what is asked, what counts, what is open."""
        income, wanted = self._model.income(known), self._model.wanted(known)
        for form in self.forms.values():
            form.show_known(known, wanted)
            form.show_income(income)
        if _LAST in self.forms:
            self.photos.show_consent(known.get(CONSENT))
            self.closing_card.show_open(self._model.open_points())
            self._signature_keeper.show()

    def show_problem(self, key: str, problem: Words) -> None:
        """Show what is wrong where it belongs; nothing where that page has not been made."""
        if key == PRESENCE:
            self.presence.show_problem(problem)
        elif key.partition(".")[0] in self.forms:
            self.forms[key.partition(".")[0]].show_problem(key, problem)

    def _show_pad(self) -> None:
        """Bring the field one signs in into sight, with the button under it."""
        if self.signing.keep.isVisible():
            self._pages[_LAST].ensureWidgetVisible(self.signing.keep, 0, SPACE.L)

    def _make(self, section_id: str) -> ScrollPage:
        form = self.forms[section_id] = SectionForm(_SECTIONS[section_id], given_names(self._model.persons))
        form.edited.connect(self.edited)
        form.left.connect(self.left)
        form.removed.connect(lambda key, _line: self.put.emit(key, None))
        form.restored.connect(self.put)
        page = self._pages[section_id] = ScrollPage(margin=0)
        page.body.setContentsMargins(0, 0, SPACE.S, SPACE.L)
        for card in self._cards(form):
            page.body.addWidget(card)
        page.body.addStretch(1)
        self.addWidget(page)
        self.show_all()
        return page

    def _cards(self, form: SectionForm) -> Iterable[QWidget]:
        if self._model.locked:
            yield self._locked_card(form.section.id)
            form.make_read_only()
            self.presence.make_read_only()
        if form.section.id == _FIRST:
            yield self.presence
        yield form
        if form.section.id == _LAST:
            yield self.photos
            if self._model.visit.kartlegging:
                yield self.signing
        if form.section.id == _LAST and not self._model.locked:
            yield self.closing_card

    def _locked_card(self, section_id: str) -> LockedCard:
        card = self._locked[section_id] = LockedCard(
            self._model.visit, corrected=bool(self._model.correction), reads_only=self._model.reads_only
        )
        card.correcting.connect(self.correcting)
        card.letter.connect(self.letter)
        return card
