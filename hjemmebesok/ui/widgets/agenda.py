"""A list of visits and meetings, each a card."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.agenda_card import AgendaCard, AgendaLine


class Agenda(QWidget):
    """`chosen` and `opened` carry a key. Cards are kept and filled anew, so the keyboard stays where it is."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, *, choosable: bool = False) -> None:
        super().__init__()
        self._choosable = choosable
        self.cards: list[AgendaCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.M)

    def show_lines(self, lines: Sequence[AgendaLine], chosen: str = "") -> None:
        """Show these, with this one as the chosen."""
        while len(self.cards) > len(lines):
            gone = self.cards.pop()
            self._column.removeWidget(gone)
            gone.setParent(None)
        while len(self.cards) < len(lines):
            self._add()
        for card, line in zip(self.cards, lines, strict=True):
            card.show_line(line)
            if line.key == chosen:
                card.setChecked(True)

    def _add(self) -> None:
        card = AgendaCard(choosable=self._choosable)
        card.chosen.connect(self.chosen)
        card.opened.connect(self.opened)
        self.cards.append(card)
        self._column.addWidget(card)
