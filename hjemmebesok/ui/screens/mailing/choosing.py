"""Which letter goes out, and how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.mailing.model import FILES, MailingModel
from hjemmebesok.ui.widgets import Card, CheckBox, ChoiceBox, Field, SegmentedChoice


class ChoosingCard(Card):
    """`chosen` comes when something else is chosen."""

    chosen = Signal()

    def __init__(self, model: MailingModel) -> None:
        super().__init__(N_("Hvilket brev?"))
        self._model = model
        self.kind = SegmentedChoice(model.kinds(), clearable=False)
        self.meeting = ChoiceBox([], N_("Velg møtet"))
        self.meeting_field = Field(N_("Hvilket fellesmøte?"), self.meeting)
        self.folder = CheckBox(N_("Folderen ligger ved i samme konvolutt"))
        bind(self.kind, QWidget.setAccessibleName, N_("Hva slags brev?"))
        self.along = CheckBox(N_("De som leser engelsk eller tyrkisk, får den norske teksten først i samme brev"))
        self.others = CheckBox(N_("De som leser andre språk, får det norske brevet med en linje om tolk på sitt språk"))
        self.files = ChoiceBox(FILES[1:], FILES[0][1])
        parts = (self.kind, self.meeting_field, self.folder, self.along, self.others)
        for part in (*parts, Field(N_("Hva slags filer?"), self.files)):
            self.body.addWidget(part)
        self.files.edited.connect(model.choose_files)
        self.kind.set_value(model.choices.letter)
        self.along.set_value(model.choices.norwegian_along)
        self.others.set_value(model.choices.norwegian_to_others)
        self.folder.set_value(model.choices.with_folder)
        for control in (self.kind, self.meeting, self.folder, self.along, self.others):
            control.edited.connect(self._choose)

    def show_meetings(self) -> None:
        """Offer the meetings there are now; show what the chosen letter asks for, and nothing else."""
        choices = self._model.choices
        self.meeting.set_options(self._model.meetings())
        self.meeting.set_value(choices.meeting)
        self.meeting_field.setVisible(choices.letter == "meeting_invitation")
        self.folder.setVisible(choices.letter == "information")

    def _choose(self, _value: object) -> None:
        self._model.choose(
            letter=self.kind.value(),
            meeting=self.meeting.value(),
            with_folder=self.folder.value(),
            norwegian_along=self.along.value(),
            norwegian_to_others=self.others.value(),
        )
        self.chosen.emit()
