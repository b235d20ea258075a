"""A few amounts under each other, as bars to the same scale with the amount in words beside each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.bars import Part, StackBar
from hjemmebesok.ui.widgets.label import WrapLabel

Row = tuple[Words, Money | None, str]


class ComparedBars(QWidget):
    """Rows of (words, amount, token of the colour). An amount that is not known has no bar, and says '–'."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.M)
        self._grid.setVerticalSpacing(SPACE.XS)
        self._grid.setColumnStretch(1, 1)
        self._cells: list[tuple[WrapLabel, StackBar, WrapLabel]] = []
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these from now on; as many rows as before are reused."""
        while len(self._cells) < len(rows):
            self._add_row()
        largest = max((amount.ore for _, amount, _ in rows if amount), default=1)
        for cell, row in zip(self._cells, rows, strict=False):
            _fill(cell, row, largest)
        for index, cell in enumerate(self._cells):
            for widget in cell:
                widget.setVisible(index < len(rows))

    def _add_row(self) -> None:
        cell = (WrapLabel(""), StackBar(height=14), WrapLabel("", "label"))
        for column, widget in enumerate(cell):
            self._grid.addWidget(widget, len(self._cells), column, Qt.AlignmentFlag.AlignVCenter)
        cell[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cells.append(cell)


def _fill(cell: tuple[WrapLabel, StackBar, WrapLabel], row: Row, largest: int) -> None:
    words, amount, tone = row
    cell[0].say(words)
    cell[1].show_parts([Part(amount.ore, tone)] if amount else [], largest)
    cell[2].say("–" if amount is None else Phrase("{amount}", amount=amount))
