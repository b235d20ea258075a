"""The end of a visit: what is still open, and locking the note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.checklist import Open
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.visit.row_button import RowButton
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, WrapLabel


class OpenPoint(RowButton):
    """One open point; a press leads to its field."""

    def __init__(self, point: Open) -> None:
        super().__init__()
        icon, tone = ("circle-alert", "bad") if point.blocks else ("circle", "muted")
        self.show_in_row(FactLine(icon, point.words, icon_tone=tone), 1)
        self.name(point.words)


class ClosingCard(Card):
    """`closing` when the note is to be locked, `wanted` (key) when an open point is to be looked at."""

    closing = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(N_("Avslutt besøket"), "accent")
        self.points: list[OpenPoint] = []
        self._shown: Sequence[Open] = ()
        self._all_done = FactLine("circle-check", N_("Alt er fylt ut."), icon_tone="ok")
        self._some_open = WrapLabel(N_("Dette står åpent. Du kan avslutte likevel, bortsett fra det som er rødt."))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.button = Button(N_("Avslutt og lås notatet"), "primary", "lock", "Ctrl+Shift+Return")
        self.button.clicked.connect(self.closing)
        self.body.addWidget(self._all_done)
        self.body.addWidget(self._some_open)
        self.body.addLayout(self._list)
        self.body.addWidget(
            WrapLabel(N_("Når notatet er låst, kan det bare endres med en rettelse."), "small", "muted")
        )
        self.body.addSpacing(SPACE.S)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_open(self, points: Sequence[Open]) -> None:
        """Show these open points from now on."""
        if list(points) == list(self._shown) and self.points:
            return
        self._shown = points
        for old in self.points:
            old.hide()
            old.deleteLater()
        self.points = [self._point(point) for point in points]
        self._all_done.setVisible(not points)
        self._some_open.setVisible(bool(points))

    def _point(self, point: Open) -> OpenPoint:
        made = OpenPoint(point)
        made.clicked.connect(lambda: self.wanted.emit(point.key))
        self._list.addWidget(made)
        return made
