"""Connecting this computer to the server for the first time, or anew: its address, and a one-time code from IT or the
account she has with the municipality."""

from urllib.parse import urlsplit

from PySide6.QtCore import Signal

from hjemmebesok.casework.syncing import is_about_the_way, passes_by_itself
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.in_step.account import AccountPart
from hjemmebesok.ui.screens.in_step.authority import AuthorityPart
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import Button, Card, Field, Hairline, TextEdit, WrapLabel


class ConnectingCard(Card):
    """`wanted` carries address and code, `account_wanted` address and municipality, and both the certificate she has
    chosen, '' for none. `closed` comes where a connected computer stays with the server it has."""

    wanted = Signal(str, str, str)
    account_wanted = Signal(str, str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Koble til serveren"))
        self.body.setSpacing(SPACE.M)
        self.address, self.code = TextEdit(plain("https://"), 300), TextEdit(longest=100)
        self._address = Field(N_("Adressen til serveren"), self.address)
        self._code = Field(N_("Engangskode"), self.code)
        self.button = Button(N_("Koble til"), "primary", "arrow-right", "Ctrl+Return")
        self.account = AccountPart()
        self.authority = AuthorityPart()
        self._again = self._ask
        self.close_button = Button(N_("Avbryt"))
        self._lay_out()
        self.button.clicked.connect(self._ask)
        self.code.returnPressed.connect(self._ask)
        self.account.wanted.connect(self._ask_for_account)
        self.close_button.clicked.connect(self.closed)
        self.address.textChanged.connect(self.authority.forget)
        self.authority.chosen.connect(self._try_again)

    def fill_in(self, address: str, place: str) -> None:
        """What this computer knows already."""
        self.address.set_value(address or None)
        self.account.place.set_value(place or None)

    def show_running(self, running: bool) -> None:
        """The server is being asked, or has answered."""
        self._let_type(not running)
        self.button.say(N_("Kobler til …") if running else N_("Koble til"))

    def show_signing_in(self) -> None:
        """She is on her way to the browser."""
        self._let_type(False)
        self.account.setEnabled(True)
        self.account.show_asking()

    def show_trouble(self, trouble: Exception) -> None:
        """Why the code did not work."""
        self.show_running(False)
        if is_about_the_way(trouble):
            self._wrong(self._address, _way_words(trouble))
        else:
            self._wrong(self._code, trouble_words(trouble))
        self._again = self._ask
        self.authority.offer_after(trouble)

    def show_account_trouble(self, trouble: Exception) -> None:
        """Why the sign-in did not work."""
        self._let_type(True)
        if is_about_the_way(trouble):
            self._wrong(self._address, _way_words(trouble))
        else:
            self.account.show_problem(trouble_words(trouble))
        self._again = self._ask_for_account
        self.authority.offer_after(trouble)

    def _lay_out(self) -> None:
        told = N_("Du får adressen av IT. Koble til med en engangskode fra IT, eller med kontoen du har i kommunen.")
        self.body.addWidget(WrapLabel(told, tone="muted"))
        ways = (self._code, self.button, Hairline(), self.account)
        for part in (self._address, self.authority, *ways, self.close_button):
            self.body.addWidget(part)

    def _let_type(self, may: bool) -> None:
        self.account.show_idle()
        for part in (self.address, self.authority, self.code, self.button, self.account, self.close_button):
            part.setEnabled(may)

    def _try_again(self) -> None:
        """In the way that was tried last."""
        self._again()

    def _ask(self) -> None:
        address, code = self._checked_address(), self.code.value()
        if not address:
            return
        if not code:
            self._wrong(self._code, N_("Skriv engangskoden."))
            return
        self.wanted.emit(address, code, self.authority.certificate)

    def _ask_for_account(self) -> None:
        address, place = self._checked_address(), self.account.place.value()
        if not address:
            return
        if not place:
            self.account.show_problem(N_("Skriv kommunenummeret."))
        else:
            self.account_wanted.emit(address, place, self.authority.certificate)

    def _checked_address(self) -> str:
        """'' where it is none, and she has been told. What was wrong the last time is told no more."""
        self._code.show_problem(None)
        self.account.show_problem(None)
        try:
            address = full_address(self.address.value() or "")
        except Refused as refused:
            self._wrong(self._address, refused.phrase)
            return ""
        self._address.show_problem(None)
        return address

    def _wrong(self, field: Field, words: Words) -> None:
        field.show_problem(words)
        field.control.setFocus()


def _way_words(trouble: Exception) -> Words:
    """Why she did not get through. The address is new to this computer, and may be what is wrong."""
    words = trouble_words(trouble)
    return Phrase("{why} Er adressen riktig, og har du nett?", why=words) if passes_by_itself(trouble) else words


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
