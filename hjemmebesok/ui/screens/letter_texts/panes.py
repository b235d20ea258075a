"""Parts beside each other, each scrolled alone; where there is too little room, one of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets import SegmentedChoice


class Panes(QWidget):
    """`parts` are (what it is called, the part, its share of the width). Narrower than `least` px, one is chosen."""

    def __init__(self, parts: Sequence[tuple[Words, QWidget, int]], least: int) -> None:
        super().__init__()
        self._least = least
        self._parts = [part for _, part, _ in parts]
        self.chosen = SegmentedChoice([(place, words) for place, (words, _, _) in enumerate(parts)], clearable=False)
        bind(self.chosen, QWidget.setAccessibleName, N_("Hva vil du se?"))
        self.chosen.set_value(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.S)
        for _, part, share in parts:
            row.addWidget(part, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chosen)
        column.addLayout(row, 1)
        self.chosen.edited.connect(self._fold)
        look.changed.connect(self._fold)
        self._fold()

    def choose(self, place: int) -> None:
        """Show this part, where one is shown at a time."""
        self.chosen.set_value(place)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Of the widest part alone: one can be shown at a time."""
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self, _chosen: object = None) -> None:
        folded = self.width() < px(self._least)
        self.chosen.setVisible(folded)
        for place, part in enumerate(self._parts):
            part.setVisible(not folded or place == self.chosen.value())
