"""Laying a refused change aside: it has been read, and needs nobody any more. Asked once more in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, FactLine, Flow


class LayingAside(QWidget):
    """`confirmed` when it is to be done. Nothing is done by the first press alone."""

    confirmed = Signal()

    def __init__(self, whose: Words) -> None:
        super().__init__()
        self.button = Button(N_("Legg til side"))
        bind(self.button, QWidget.setAccessibleName, Phrase("Legg til side endringen for {name}", name=whose))
        self.yes = Button(N_("Ja, legg til side"), icon="check")
        self.no = Button(N_("Avbryt"), "quiet")
        self._asking = QWidget()
        self._lay_out()
        self.button.clicked.connect(self._ask)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self._stop_asking)

    def _lay_out(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(SPACE.S)
        asking.addWidget(FactLine("circle-question-mark", N_("Endringen blir ikke sendt og står ikke lenger her.")))
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

    def _stop_asking(self) -> None:
        self.button.show()
        self.button.setFocus()
        self._asking.hide()
