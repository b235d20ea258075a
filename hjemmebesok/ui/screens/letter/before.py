"""What was made for the household before: the newest, and more when she asks for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.widgets import Button, Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList

NEWEST, STEP = 5, 20  # letters shown at first, and more with each press


class BeforeCard(Card):
    """Hidden where nothing was made."""

    def __init__(self) -> None:
        super().__init__(N_("Laget før"))
        self._facts, self._lines = FactList(), list[Words]()
        self._household, self._most = "", NEWEST
        self.more = Button(N_("Vis flere"), "quiet", "chevron-down")
        self.more.clicked.connect(self._show_more)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_log(self, household: str, lines: Sequence[Words]) -> None:
        """Show the newest of these, which come newest first; as many as before where it is the same household."""
        if household != self._household:
            self._household, self._most = household, NEWEST
        self._lines = list(lines)
        self._show()

    def _show_more(self) -> None:
        self._most += STEP
        self._show()

    def _show(self) -> None:
        left = len(self._lines) - self._most
        self._facts.show_facts([Fact("file-text", words) for words in self._lines[: self._most]])
        self.more.say(Phrase("Vis flere ({n})", n=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(self._lines))
