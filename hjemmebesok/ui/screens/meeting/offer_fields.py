"""The offer of a follow-up: where, and on which day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.meeting import OFFER_WORDS, Offer
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
        self._saved: date | None = None
        self._fresh = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(Field(N_("Tilbud om oppfølging"), self.answer))
        column.addWidget(self._day)
        self.answer.edited.connect(self._answered)
        self.day.left.connect(self._dated)

    def show_offer(self, offer: Offer, on: date | None) -> None:
        """Show this answer; a day that is being typed is left alone."""
        self._saved = on
        self.answer.set_value(offer)
        if self._fresh or not self.day.hasFocus():
            self.day.set_value(on)
            self._day.show_problem(None)
        self._fresh = False
        self._day.setVisible(offer in DATED)

    def settle(self) -> None:
        """Take the day that is being typed as finished, where it is one."""
        self._dated()

    def clear(self) -> None:
        """Forget the answer: the next one shown is somebody else's, whatever is being typed."""
        self._saved, self._fresh = None, True
        self.answer.set_value(None)
        self.day.set_value(None)

    def _answered(self, answer: Offer | None) -> None:
        offer = answer or Offer.NOT_ASKED
        self.edited.emit(offer, self._saved if offer in DATED else None)

    def _dated(self) -> None:
        offer, day = self.answer.value(), self.day.value()
        if offer in DATED and day != self._saved and self._day.check():
            self.edited.emit(offer, day)
