"""Signing in with the municipality's own account, as it looks on the page: before, and while she is in the browser."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Field, Flow, TextEdit, WrapLabel


class AccountPart(QWidget):
    """`wanted` asks for a sign-in, `cancelled` for the end of the one under way."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = TextEdit(plain("9999"), longest=20)
        self._place = Field(N_("Kommunenummer"), self.place)
        self.button = Button(N_("Logg inn med kommunens konto"), icon="key-round")
        self._told = WrapLabel("")
        self.copy_button = Button(N_("Kopier adressen"), "quiet")
        self.cancel_button = Button(N_("Avbryt innloggingen"), icon="x")
        self._waiting = (self._told, Flow(self.copy_button, self.cancel_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.M)
        for part in (self._place, self.button, *self._waiting):
            column.addWidget(part)
        self.button.clicked.connect(self.wanted)
        self.place.returnPressed.connect(self.wanted)
        self.copy_button.clicked.connect(self._copy)
        self.cancel_button.clicked.connect(self._cancel)
        self.show_idle()

    def show_idle(self) -> None:
        """Nothing is under way."""
        self._address = ""
        self._show_waiting(False)

    def show_asking(self) -> None:
        """The server and the provider are being asked where she signs in."""
        self._show_waiting(True)
        self._told.say(N_("Spør hvor du logger inn …"))
        self.copy_button.setEnabled(False)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setFocus()

    def show_browser(self, address: str, opened: bool) -> None:
        """She signs in there; `opened` is whether a browser came up."""
        self._address = address
        self.copy_button.setEnabled(True)
        if opened:
            self._told.say(N_("Logg inn i nettleseren som åpnet seg. Programmet venter på deg."))
        else:
            self._told.say(N_("Ingen nettleser åpnet seg. Kopier adressen, og åpne den i en på denne PC-en."))

    def show_problem(self, words: Words | None) -> None:
        """Why there is no sign-in, at the field; None takes it away."""
        self._place.show_problem(words)
        if words:
            self.place.setFocus()

    def _show_waiting(self, waiting: bool) -> None:
        self.place.setEnabled(not waiting)
        self.button.setEnabled(not waiting)
        for part in self._waiting:
            part.setVisible(waiting)

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._told.say(N_("Avbryter …"))
        self.cancelled.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
