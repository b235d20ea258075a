"""The talk with one household: its note, the help it got, the follow-up it was offered and the agreed next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.casework.meetings import Seat
from hjemmebesok.domain.meeting import FORM_HELP, Talk
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.meeting.model import AGREED_STEPS, OPEN_TALKS, talk_status
from hjemmebesok.ui.screens.meeting.offer_fields import OfferFields
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.choice_box import ChoiceBox
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.long_text import LongText
from hjemmebesok.ui.widgets.pill import Pill


class TalkPanel(Card):
    """Shows one household and no other. Everything edited comes as a signal, at once."""

    note_typed = Signal(str)
    note_left = Signal()
    forms_edited = Signal(object)
    offer_edited = Signal(object, object)
    step_edited = Signal(str)
    talk_edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._state = WrapLabel("", "title"), Pill("", "muted")
        self.note = LongText(N_("Skriv det dere snakker om"), lines=4)
        self.forms = {code: CheckBox(words) for code, words in FORM_HELP}
        self.offer = OfferFields()
        self.step = ChoiceBox(AGREED_STEPS, N_("Velg fra listen"))
        self.declined = Button(N_("Vil ikke ha samtale"), "quiet", "circle-minus")
        self.again = Button(N_("Åpne samtalen igjen"), "quiet", "undo-2")
        self._other_forms: tuple[str, ...] = ()
        self.seen: Seat | None = None  # as the note last showed it
        self.behind = False  # whether a note that came was not shown, since somebody was writing in it
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(FactLine("lock", N_("Bare denne husstanden vises her"), "small", "muted"))
        self.body.addWidget(Field(N_("Notat fra samtalen"), self.note))
        self.body.addWidget(WrapLabel(N_("Hjelp med skjema"), "label"))
        for tick in self.forms.values():
            self.body.addWidget(tick)
        self.body.addWidget(self.offer)
        self.body.addWidget(Field(N_("Avtalt neste steg"), self.step, N_("Kommer på deltakerens språk i brevet.")))
        self.body.addWidget(self.declined, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.setSpacing(SPACE.S)

    def _connect(self) -> None:
        self.note.edited.connect(self.note_typed)
        self.note.left.connect(self.note_left)
        for tick in self.forms.values():
            tick.edited.connect(self._forms)
        self.offer.edited.connect(self.offer_edited)
        self.step.edited.connect(self.step_edited)
        self.declined.clicked.connect(self._decline)
        self.again.clicked.connect(self._open_again)

    def show_talk(self, seat: Seat, *, locked: bool) -> None:
        """Show this household, and nothing of any other."""
        participant = seat.participant
        self._name.say(plain(seat.card.household.name))
        self._state.show_status(*talk_status(participant))
        self._show_note(seat)
        self._other_forms = tuple(code for code in participant.form_help if code not in self.forms)
        for code, tick in self.forms.items():
            tick.set_value(code in participant.form_help)
        self.offer.show_offer(participant)
        self.step.set_value(participant.step)
        self._show_buttons(participant.talk, locked=locked)

    def clear(self) -> None:
        """Forget whoever was shown."""
        self._name.say("")
        self.note.set_value("")
        self.seen, self.behind = None, False
        self.offer.clear()

    def _show_note(self, seat: Seat) -> None:
        self.behind = self.seen is not None and self.note.hasFocus() and self.note.value() != seat.note
        if not self.behind:
            self.note.set_value(seat.note)
        if self.seen is None or self.note.value() == seat.participant.note:
            self.seen = seat

    def _show_buttons(self, talk: Talk, *, locked: bool) -> None:
        self.declined.setVisible(not locked and talk in OPEN_TALKS)
        self.again.setVisible(not locked and talk not in OPEN_TALKS)
        self.note.setReadOnly(locked)
        for control in (*self.forms.values(), self.offer, self.step):
            control.setEnabled(not locked)

    def _forms(self) -> None:
        ticked = tuple(code for code, tick in self.forms.items() if tick.value())
        self.forms_edited.emit(self._other_forms + ticked)

    def _decline(self) -> None:
        self.talk_edited.emit(Talk.DECLINED)

    def _open_again(self) -> None:
        self.talk_edited.emit(Talk.ONGOING)
