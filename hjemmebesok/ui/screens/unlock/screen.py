"""Unlock: the language, then the passphrase; how things stand; and honest help for one who has forgotten."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.front_page import FrontPage
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.unlock.forgotten import Forgotten
from hjemmebesok.ui.screens.unlock.standing import Standing
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.passphrase_edit import PassphraseEdit


class Header(Protocol):
    """What may be shown before the passphrase is known."""

    @property
    def municipality(self) -> str: ...
    @property
    def demo_passphrase(self) -> str: ...
    @property
    def last_in_step(self) -> str: ...
    @property
    def unsent(self) -> int: ...
    @property
    def photos(self) -> int: ...


class UnlockScreen(QWidget):
    """`unlock(passphrase)` is called off this thread; `opened` carries what it returns. It may raise Refused."""

    opened = Signal(object)

    def __init__(self, header: Header, unlock: Callable[[str], Any], choose_language: Callable[[str], None]) -> None:
        super().__init__()
        self._unlock = unlock
        self.passphrase = PassphraseEdit()
        self.field = Field(N_("Passfrase"), self.passphrase, N_("Setningen du valgte da PC-en ble satt opp."))
        self.button = Button(N_("Lås opp"), "primary", "key-round", "Ctrl+Return")
        self.passphrase.entered.connect(self.try_it)
        self.button.clicked.connect(self.try_it)
        front = FrontPage(header.municipality, choose_language)
        front.body.addWidget(self._card(header))
        front.body.addWidget(Standing(header.last_in_step, header.unsent, header.photos))
        if header.demo_passphrase:
            front.body.addWidget(_demo_line(header.demo_passphrase), 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(front)
        self.setFocusProxy(self.passphrase)

    def _card(self, header: Header) -> Card:
        card = Card()
        card.body.setContentsMargins(32, 28, 32, 24)
        card.body.setSpacing(SPACE.M)
        card.body.addWidget(WrapLabel(N_("Lås opp"), "display"))
        if header.municipality:
            card.body.addWidget(FactLine("building-2", plain(header.municipality), tone="muted"))
        card.body.addWidget(self.field)
        card.body.addWidget(self.button)
        card.body.addWidget(Forgotten(header.last_in_step, header.unsent, header.photos))
        return card

    def try_it(self) -> None:
        """Try the passphrase that stands in the field."""
        passphrase = self.passphrase.value()
        if not self.button.isEnabled():
            return
        if not passphrase:
            self.field.show_problem(N_("Skriv passfrasen."))
            return
        self._wait(True)
        in_background(lambda: self._unlock(passphrase), self._opened, self._refused)

    def _opened(self, opened: object) -> None:
        self.passphrase.set_value("")
        self.opened.emit(opened)

    def _refused(self, trouble: Exception) -> None:
        self._wait(False)
        refused = trouble.phrase if isinstance(trouble, Refused) else None
        self.field.show_problem(refused or Phrase("Det gikk ikke å låse opp ({what}).", what=type(trouble).__name__))
        self.passphrase.line.setFocus()
        self.passphrase.line.selectAll()

    def _wait(self, waiting: bool) -> None:
        self.field.show_problem(None)
        self.passphrase.setEnabled(not waiting)
        self.button.setEnabled(not waiting)
        self.button.say(N_("Låser opp …") if waiting else N_("Lås opp"))


def _demo_line(passphrase: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    words = Phrase("Demo med oppdiktede personer. Passfrase: «{passphrase}»", passphrase=passphrase)
    row.addWidget(FactLine("info", words, "small", "muted", icon_tone="info"))
    return line
