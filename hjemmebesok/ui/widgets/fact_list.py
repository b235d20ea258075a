"""Some facts under each other, each with its icon; the list changes with what it is about."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.fact_line import FactLine


class Fact(NamedTuple):
    """One line. The icon has the tone too, where it is not plain text and has none of its own."""

    icon: str
    words: Words
    tone: str = "text"
    icon_tone: str = ""


class FactList(QWidget):
    """`show_facts` replaces all lines; one without words is left out."""

    def __init__(self, kind: str = "body") -> None:
        super().__init__()
        self._kind = kind
        self._lines: list[FactLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.S)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these from now on."""
        wanted = [fact for fact in facts if fact.words]
        while self._lines:
            gone = self._lines.pop()
            self._column.removeWidget(gone)
            gone.setParent(None)
        for fact in wanted:
            icon_tone = fact.icon_tone or ("muted" if fact.tone == "text" else fact.tone)
            line = FactLine(fact.icon, fact.words, self._kind, fact.tone, icon_tone)
            self._lines.append(line)
            self._column.addWidget(line)
        self.setVisible(bool(wanted))
