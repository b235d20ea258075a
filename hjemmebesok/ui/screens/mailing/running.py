"""How far the making of the letters has come."""

from PySide6.QtWidgets import QProgressBar, QWidget

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.widgets import Card, WrapLabel


class RunningCard(Card):
    """Shown while letters are being made."""

    def __init__(self) -> None:
        super().__init__(N_("Lager brevene …"))
        self.said = WrapLabel("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        bind(self.bar, QWidget.setAccessibleName, N_("Hvor langt det er kommet"))
        self.body.addWidget(self.said)
        self.body.addWidget(self.bar)
        self.body.addWidget(
            WrapLabel(
                N_(
                    "Du kan bruke resten av programmet imens. Låser du det, stopper arbeidet, og brevene lages på nytt."
                ),
                tone="muted",
            )
        )
        self.hide()

    def show_progress(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.said.say(Phrase("{done} av {all}", done=done, all=of))
