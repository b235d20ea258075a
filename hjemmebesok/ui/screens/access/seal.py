"""The passphrase that the package is sealed with."""

from hjemmebesok.casework.access import SHORTEST
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.widgets import Card, Field, PassphraseEdit, WrapLabel


class SealCard(Card):
    """`check` says what is wrong, and is true where all is well."""

    def __init__(self) -> None:
        super().__init__(N_("Lås pakken"))
        self.passphrase, self.again = PassphraseEdit(), PassphraseEdit()
        self._first = Field(
            N_("Passfrase for pakken"),
            self.passphrase,
            Phrase("Minst {n} tegn. Bruk gjerne fire ord som ikke hører sammen.", n=SHORTEST),
        )
        self._second = Field(N_("Passfrasen en gang til"), self.again)
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)
        told = N_("Si passfrasen til den som ber om innsyn, aldri i samme brev eller e-post som pakken.")
        self.body.addWidget(WrapLabel(told, "small", "muted"))

    def check(self) -> bool:
        """Show what is wrong, if anything."""
        long_enough = len(self.passphrase.value()) >= SHORTEST
        same = self.passphrase.value() == self.again.value()
        too_short = Phrase("Passfrasen må ha minst {n} tegn. Fire vanlige ord er bra.", n=SHORTEST)
        self._first.show_problem(None if long_enough else too_short)
        self._second.show_problem(None if same else N_("De to passfrasene er ikke like."))
        return long_enough and same

    def forget(self) -> None:
        """Empty both."""
        for control in (self.passphrase, self.again):
            control.set_value("")
            control.hide_again()
        self._first.show_problem(None)
        self._second.show_problem(None)
