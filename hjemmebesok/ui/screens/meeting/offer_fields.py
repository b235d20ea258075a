"""The offer of a follow-up: where, and on which day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.meeting import OFFER_WORDS, Offer, Participant
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.meeting.model import DATED
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.date_edit import DateEdit
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.segmented_choice import SegmentedChoice

_CHOICES = [(offer, words) for offer, words in OFFER_WORDS.items() if offer is not Offer.NOT_ASKED]


class OfferFields(QWidget):
    """`edited` carries the Offer, and the day or None. The day is asked for where one was agreed."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.answer: SegmentedChoice[Offer] = SegmentedChoice(_CHOICES)
        self.day = DateEdit()
        self._day = Field(N_("Hvilken dag?"), self.day)
        self.seen: Participant | None = None  # as these fields last showed it
        self.behind = False  # whether an answer that came was not shown, since somebody was writing here
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(Field(N_("Tilbud om oppfølging"), self.answer))
        column.addWidget(self._day)
        self.answer.edited.connect(self._answered)
        self.day.left.connect(self._dated)

    def show_offer(self, seat: Participant) -> None:
        """Show this answer. While a day is being typed both are left alone, unless it is her own answer that came."""
        standing = (self.answer.value() or Offer.NOT_ASKED, self.day.value())
        typing = self.seen is not None and self.day.hasFocus()
        self.behind = typing and (seat.offer, seat.offer_on) != standing
        if self.behind:
            return
        if not typing:
            self.answer.set_value(seat.offer)
            self.day.set_value(seat.offer_on)
            self._day.show_problem(None)
        self.seen = seat
        self._day.setVisible(seat.offer in DATED)

    def settle(self) -> None:
        """Take the day that is being typed as finished, where it is one."""
        self._dated()

    def clear(self) -> None:
        """Forget the answer: the next one shown is somebody else's, whatever is being typed."""
        self.seen, self.behind = None, False
        self.answer.set_value(None)
        self.day.set_value(None)

    def _answered(self, answer: Offer | None) -> None:
        offer = answer or Offer.NOT_ASKED
        self.edited.emit(offer, self._saved if offer in DATED else None)

    @property
    def _saved(self) -> date | None:
        return self.seen.offer_on if self.seen else None

    def _dated(self) -> None:
        offer, day = self.answer.value(), self.day.value()
        if offer in DATED and day != self._saved and self._day.check():
            self.edited.emit(offer, day)
