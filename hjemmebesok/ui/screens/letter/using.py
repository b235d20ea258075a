"""What can be done with the letter: paper or a file. The program itself sends nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine
from hjemmebesok.ui.widgets.fact_list import Fact, FactList


class UsingCard(Card):
    """`printed`, `saved`, `archived` and `edited` are asked for; there must be a letter."""

    printed = Signal()
    saved = Signal()
    archived = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Hva skal skje med brevet?"))
        self.print_button = Button(N_("Skriv ut …"), "primary", "printer", "Ctrl+P")
        self.save_button = Button(N_("Lagre PDF …"), "secondary", "download", "Ctrl+S")
        self.archive_button = Button(N_("Til arkivet …"), "quiet", "building-2")
        self.edit_button = Button(N_("Rediger i Word …"), "quiet", "pen-line")
        self._buttons = (self.print_button, self.save_button, self.archive_button, self.edit_button)
        for button in self._buttons:
            self.body.addWidget(button)
        self.body.addSpacing(SPACE.XS)
        nothing_sent = N_("Programmet sender ingenting selv. Du skriver ut og leverer.")
        self.body.addWidget(FactLine("hand", nothing_sent, "small", "muted"))
        self.print_button.clicked.connect(self.printed)
        self.save_button.clicked.connect(self.saved)
        self.archive_button.clicked.connect(self.archived)
        self.edit_button.clicked.connect(self.edited)
        self.show_ready(False)

    def show_ready(self, ready: bool) -> None:
        """Whether there is a letter to use."""
        for button in self._buttons:
            button.setEnabled(ready)


class FactsCard(Card):
    """A title with some lines, hidden where there are none."""

    def __init__(self, title: Words) -> None:
        super().__init__(title)
        self._facts = FactList()
        self.body.addWidget(self._facts)
        self.hide()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these lines."""
        self._facts.show_facts(facts)
        self.setVisible(bool(facts))
