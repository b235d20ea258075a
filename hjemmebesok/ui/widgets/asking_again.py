"""A button that asks once more in its place, for what cannot be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.flow import Flow


class AskingAgain(QWidget):
    """`confirmed` when it is to be done. Nothing is done by the first press alone."""

    confirmed = Signal()

    def __init__(self, words: Words, name: Words, question: Words, yes: Words) -> None:
        """`words` on the button, its `name` for a screen reader, the `question` and what says `yes` to it."""
        super().__init__()
        self.button = Button(words)
        bind(self.button, QWidget.setAccessibleName, name)
        self.yes = Button(yes, icon="check")
        self.no = Button(N_("Avbryt"), "quiet")
        self._asking = QWidget()
        self._lay_out(question)
        self.button.clicked.connect(self._ask)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.stop_asking)

    def wait(self) -> None:
        """It is being done, and can no longer be left undone."""
        self.no.hide()

    def stop_asking(self) -> None:
        """Nothing is to be done, or it could not be done."""
        self.no.show()
        self.button.show()
        self.button.setFocus()
        self._asking.hide()

    def _lay_out(self, question: Words) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(SPACE.S)
        asking.addWidget(FactLine("circle-question-mark", question))
        asking.addWidget(Flow(self.yes, self.no))
        self._asking.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asking)

    def _ask(self) -> None:
        self._asking.show()
        self.yes.setFocus()
        self.button.hide()
