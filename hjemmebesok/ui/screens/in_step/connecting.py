"""Connecting this computer to the server for the first time, or anew: its address and a one-time code from IT."""

from urllib.parse import urlsplit

from PySide6.QtCore import Signal

from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import Button, Card, Field, TextEdit, WrapLabel


class ConnectingCard(Card):
    """`wanted` carries address and code, `closed` comes where a connected computer stays with the server it has."""

    wanted = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Koble til serveren"))
        self.body.setSpacing(SPACE.M)
        self.address, self.code = TextEdit(plain("https://"), 300), TextEdit(longest=100)
        self._address = Field(N_("Adressen til serveren"), self.address)
        self._code = Field(N_("Engangskode"), self.code)
        self.button = Button(N_("Koble til"), "primary", "arrow-right", "Ctrl+Return")
        self.close_button = Button(N_("Avbryt"))
        self.body.addWidget(WrapLabel(N_("Du får adresse og engangskode av IT. Koden virker én gang."), tone="muted"))
        for part in (self._address, self._code, self.button, self.close_button):
            self.body.addWidget(part)
        self.button.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        self.close_button.clicked.connect(self.closed)

    def show_running(self, running: bool) -> None:
        """The server is being asked, or has answered."""
        for part in (self.address, self.code, self.button, self.close_button):
            part.setEnabled(not running)
        self.button.say(N_("Kobler til …") if running else N_("Koble til"))

    def show_trouble(self, trouble: Exception) -> None:
        """Why it did not work."""
        self.show_running(False)
        self._code.show_problem(trouble_words(trouble))
        self.code.setFocus()

    def _ask(self) -> None:
        try:
            address, code = full_address(self.address.value() or ""), self.code.value()
        except Refused as refused:
            self._wrong(self._address, refused.phrase)
            return
        self._address.show_problem(None)
        if not code:
            self._wrong(self._code, N_("Skriv engangskoden."))
            return
        self._code.show_problem(None)
        self.wanted.emit(address, code)

    def _wrong(self, field: Field, words: Words) -> None:
        field.show_problem(words)
        field.control.setFocus()


def full_address(typed: str) -> str:
    """The address with https:// before it where nothing stands there. Raises Refused for what is none."""
    address = typed.strip() if "://" in typed else f"https://{typed.strip()}"
    try:
        parts = urlsplit(address)
        good = bool(parts.hostname) and " " not in address and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise Refused(Phrase("Skriv adressen til serveren, slik du har fått den av IT."))
    return address
