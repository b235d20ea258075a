"""Changing the passphrase."""

from typing import TYPE_CHECKING

from hjemmebesok.casework.desk import change_passphrase
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.widgets import Button, Card, Field, PassphraseEdit

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class PassphraseCard(Card):
    """The old one, then the new one twice. Nothing is changed before all three are right."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(N_("Passfrase"))
        self._window = window
        self.old, self.new, self.again = PassphraseEdit(), PassphraseEdit(), PassphraseEdit()
        self._old = Field(N_("Passfrasen du har nå"), self.old)
        self._new = Field(
            N_("Ny passfrase"), self.new, N_("Minst 12 tegn. Bruk gjerne fire ord som ikke hører sammen.")
        )
        self._again = Field(N_("Den nye en gang til"), self.again)
        self.button = Button(N_("Bytt passfrase"), "secondary", "key-round")
        self.button.clicked.connect(self.change)
        for part in (self._old, self._new, self._again, self.button):
            self.body.addWidget(part)

    def change(self) -> None:
        """Change it, or say which of the three is not right."""
        same = self.new.value() == self.again.value()
        self._again.show_problem(None if same else N_("De to passfrasene er ikke like."))
        self._old.show_problem(None)
        if not same:
            return
        desk, old, new = self._window.desk, self.old.value(), self.new.value()
        self.button.setEnabled(False)
        in_background(lambda: change_passphrase(desk, old, new), self._changed, self._refused)

    def _changed(self, _: object) -> None:
        self.button.setEnabled(True)
        for control in (self.old, self.new, self.again):
            control.set_value("")
        self._window.say(N_("Passfrasen er byttet. Den gamle virker ikke lenger på denne PC-en."), "ok")

    def _refused(self, trouble: Exception) -> None:
        self.button.setEnabled(True)
        said = trouble.phrase if isinstance(trouble, Refused) else None
        self._old.show_problem(said or Phrase("Det gikk ikke ({what}).", what=type(trouble).__name__))
