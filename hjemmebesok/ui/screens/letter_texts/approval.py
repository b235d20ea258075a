"""How far the open text has come: draft, discussed in the steering group, approved by whom and when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.domain.letter_text import STATUS_WORDS, TextStatus
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.letter_texts.words import approved_by
from hjemmebesok.ui.widgets import Button, Card, DateEdit, Field, SegmentedChoice, TextEdit, WrapLabel


class ApprovalCard(Card):
    """`noted` carries the status, by whom, and the day or None where none can be read."""

    noted = Signal(object, str, object)

    def __init__(self, today: date) -> None:
        super().__init__(N_("Godkjenning"))
        self._now = WrapLabel("")
        self.status = SegmentedChoice([(status, STATUS_WORDS[status]) for status in TextStatus], clearable=False)
        bind(self.status, QWidget.setAccessibleName, N_("Hvor langt er teksten kommet?"))
        self.by, self.on = TextEdit(N_("Styringsgruppen")), DateEdit()
        self.on.set_value(today)
        self.note = Button(N_("Før inn"), "secondary", "check")
        self.body.addWidget(self._now)
        self._noting = (self.status, Field(N_("Av hvem?"), self.by), Field(N_("Når?"), self.on), self.note)
        for part in self._noting:
            self.body.addWidget(part)
        self.note.clicked.connect(self._note)

    def show_line(self, line: TextLine, *, unsaved: bool, may_write: bool) -> None:
        """Show how far this text has come. What is typed and not saved cannot be approved."""
        self.setVisible(not line.internal)
        for part in self._noting:
            part.setVisible(may_write)
        self._now.say(approved_by(line.approval))
        self.status.set_value(line.approval.status if line.approval else TextStatus.DRAFT)
        self.show_unsaved(unsaved)

    def show_unsaved(self, unsaved: bool) -> None:
        """Whether something is typed and not saved."""
        self.note.setEnabled(not unsaved)

    def _note(self) -> None:
        self.noted.emit(self.status.value(), self.by.value(), self.on.value())
