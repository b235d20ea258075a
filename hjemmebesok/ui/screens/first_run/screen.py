"""First run: who works here, and the passphrase that locks everything on this computer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.front_page import FrontPage
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.first_run.strength import strength_of
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.passphrase_edit import PassphraseEdit
from hjemmebesok.ui.widgets.text_edit import TextEdit


@dataclass(frozen=True, slots=True)
class NewStore:
    """What the caseworker has chosen. `phone` may be empty."""

    passphrase: str
    user_name: str
    phone: str
    municipality: str
    language: str


class FirstRunScreen(QWidget):
    """`create(new_store)` is called off this thread; `opened` carries what it returns. It may raise Refused."""

    opened = Signal(object)

    def __init__(self, create: Callable[[NewStore], Any], choose_language: Callable[[str], None]) -> None:
        super().__init__()
        self._create = create
        self.user_name, self.phone, self.municipality = (TextEdit(longest=longest) for longest in (100, 30, 100))
        self.passphrase, self.again = PassphraseEdit(), PassphraseEdit()
        self._name = Field(N_("Navnet ditt"), self.user_name, N_("Står i brev og notater."))
        self._phone = Field(N_("Telefonnummeret ditt"), self.phone, N_("Står i brev, så familiene kan ringe deg."))
        self._municipality = Field(N_("Kommune"), self.municipality)
        self._passphrase = Field(
            N_("Passfrase"), self.passphrase, N_("Minst 12 tegn. Bruk gjerne fire ord som ikke hører sammen.")
        )
        self._again = Field(N_("Passfrasen en gang til"), self.again)
        self.strength = FactLine("circle-alert", "", "small")
        self.button = Button(N_("Ta i bruk"), "primary", "arrow-right", "Ctrl+Return")
        self.button.clicked.connect(self.try_it)
        self.again.entered.connect(self.try_it)
        for control in (self.passphrase, self.user_name, self.municipality):
            control.edited.connect(self._judge)
        self._lay_out(choose_language)
        self._judge()
        self.setFocusProxy(self.user_name)

    def _lay_out(self, choose_language: Callable[[str], None]) -> None:
        card = Card()
        card.body.setContentsMargins(32, 28, 32, 24)
        card.body.setSpacing(SPACE.M)
        card.body.addWidget(WrapLabel(N_("Velkommen"), "display"))
        card.body.addWidget(WrapLabel(N_("Først låser vi denne PC-en med en passfrase som bare du kan."), tone="muted"))
        for part in (self._name, self._phone, self._municipality, self._passphrase, self.strength, self._again):
            card.body.addWidget(part)
        card.body.addWidget(
            FactLine(
                "key-round", N_("Skriv den ned og gjem den trygt. Den kan ikke hentes fram igjen."), "small", "muted"
            )
        )
        card.body.addWidget(self.button)
        front = FrontPage("", choose_language)
        front.body.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(front)

    def problems(self) -> list[tuple[Field, Any]]:
        """What is wrong with each field, in order."""
        strength = strength_of(self.passphrase.value(), *self._guessable())
        checks = (
            (self._name, not self.user_name.value(), N_("Skriv navnet ditt.")),
            (self._municipality, not self.municipality.value(), N_("Skriv navnet på kommunen.")),
            (self._passphrase, not strength.enough, N_("Passfrasen er ikke god nok ennå.")),
            (self._again, self.again.value() != self.passphrase.value(), N_("De to passfrasene er ikke like.")),
        )
        return [(field, words if wrong else None) for field, wrong, words in checks]

    def try_it(self) -> None:
        """Make the store, or show what is missing and lead there."""
        if not self.button.isEnabled():
            return
        wrong = None
        for field, problem in reversed(self.problems()):
            field.show_problem(problem)
            wrong = field if problem else wrong
        if wrong is not None:
            wrong.control.setFocus()
            return
        new = NewStore(
            self.passphrase.value(),
            self.user_name.value() or "",
            self.phone.value() or "",
            self.municipality.value() or "",
            speech.language.code,
        )
        self._wait(True)
        in_background(lambda: self._create(new), self.opened.emit, self._refused)

    def _refused(self, trouble: Exception) -> None:
        self._wait(False)
        said = trouble.phrase if isinstance(trouble, Refused) else None
        self._again.show_problem(said or Phrase("Det gikk ikke ({what}).", what=type(trouble).__name__))

    def _wait(self, waiting: bool) -> None:
        for control in (self.user_name, self.phone, self.municipality, self.passphrase, self.again):
            control.setEnabled(not waiting)
        self.button.setEnabled(not waiting)
        self.button.say(N_("Gjør klar …") if waiting else N_("Ta i bruk"))

    def _judge(self) -> None:
        strength = strength_of(self.passphrase.value(), *self._guessable())
        self.strength.say(strength.words)
        self.strength.show_icon(strength.icon, strength.tone)
        self.strength.setVisible(bool(self.passphrase.value()))

    def _guessable(self) -> tuple[str, ...]:
        return (self.user_name.value() or "", self.municipality.value() or "")
