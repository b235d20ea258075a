"""Those who take part, one row each, in columns where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.meeting.model import SeatLine
from hjemmebesok.ui.screens.meeting.seat_row import SeatRow
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.label import WrapLabel

_NAME = 130  # px at 100 %: the least width of a name in a row of columns


class SeatTable(Card):
    """`chosen` and `attendance` come from the rows. Rows are kept and filled anew, so the keyboard stays."""

    chosen = Signal(str)
    attendance = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SeatRow] = []
        self._heads = [WrapLabel(words, "small", "muted") for words in _HEADS]
        self._head = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._room = FactLine("info", "", "body", "muted", icon_tone="info")
        self._lay_out()
        look.changed.connect(self._align)
        speech.changed.connect(self._align)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(SPACE.L + SPACE.XS, 0, SPACE.M, 0)
        head.setSpacing(SPACE.M)
        for place, label in enumerate(self._heads):
            head.addWidget(label, 0 if place else 1)
        self.body.setContentsMargins(1, SPACE.M, 1, SPACE.M)
        self.body.addWidget(self._head)
        self.body.addLayout(self._list)
        around = QHBoxLayout()
        around.setContentsMargins(SPACE.L, SPACE.S, SPACE.L, 0)
        around.addWidget(self._room)
        self.body.addLayout(around)

    def show_seats(self, lines: Sequence[SeatLine], chosen: str, room: Words, *, locked: bool) -> None:
        """Show these, with this one chosen; `room` says how many more may come."""
        while len(self.rows) > len(lines):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.setParent(None)
        while len(self.rows) < len(lines):
            self._add()
        for row, line in zip(self.rows, lines, strict=True):
            row.show_seat(line, chosen=line.key == chosen, locked=locked)
        self._room.say(room)
        self._room.setVisible(bool(room))
        self._align()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()

    def _add(self) -> None:
        row = SeatRow()
        row.chosen.connect(self.chosen)
        row.attendance.connect(self.attendance)
        self.rows.append(row)
        self._list.addWidget(row)

    def _align(self) -> None:
        """Give each column the width of its widest cell, or put the names above where there is no room for columns."""
        columns = list(zip(*(row.cells for row in self.rows), strict=True))
        widths = [max(cell.sizeHint().width() for cell in column) for column in columns]
        names = max([px(_NAME), *(row.name.sizeHint().width() for row in self.rows)])
        folded = self.width() < sum(widths) + names + 6 * SPACE.M
        for row in self.rows:
            row.fold(folded)
        self._head.setVisible(bool(self.rows) and not folded)
        for column, width, head in zip(columns, widths, self._heads[1:], strict=False):
            head.setFixedWidth(width)
            for cell in column:
                cell.setMinimumWidth(0 if folded else width)


_HEADS = (N_("Deltaker"), N_("Oppmøte"), N_("Samtale"), N_("Oppfølging"))
