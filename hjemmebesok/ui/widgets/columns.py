"""Columns beside each other, and under each other where there is too little room for that."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.ui.theme import SPACE, look, px

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Columns(QWidget):
    """`columns[0]`, `columns[1]` … are vertical layouts to put things into, as wide as their `shares` say.

    Narrower than `least` px (at 100 % text) they lie under each other; `fold` carries whether they do, when it changes.
    """

    fold = Signal(bool)

    def __init__(self, shares: Sequence[int], least: int) -> None:
        super().__init__()
        self._least = least
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.L)
        self._holders: list[QWidget] = []
        self.columns = [self._column(share) for share in shares]
        look.changed.connect(self._fold)

    @property
    def folded(self) -> bool:
        """Whether they lie under each other now."""
        return self._row.direction() != _ACROSS

    def minimumSizeHint(self) -> QSize:
        """Of the widest column alone: the others can go under it."""
        widths = [holder.minimumSizeHint().width() for holder in self._holders]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _column(self, share: int) -> QVBoxLayout:
        holder, column = QWidget(), QVBoxLayout()
        column.setSpacing(SPACE.M)
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(column)
        whole.addStretch(1)
        self._holders.append(holder)
        self._row.addWidget(holder, share)
        return column

    def _fold(self) -> None:
        folded = self.width() < px(self._least)
        if folded != self.folded:
            self._row.setDirection(_DOWN if folded else _ACROSS)
            self.fold.emit(folded)
