"""Short fields beside each other, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets import Field

_MOST = 3
_LEAST_WIDTH = 190  # px at 100 %


class FieldRow(QWidget):
    """Equally wide columns, from one to three. The controls of a row stand level, however long the words above are."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = list(fields)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.L)
        self._grid.setVerticalSpacing(SPACE.L)
        self._arrange()
        look.changed.connect(self._arrange)
        speech.changed.connect(self._level)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(_MOST, self.width() // px(_LEAST_WIDTH)))
        if columns != self._columns:
            self._columns = columns
            for index, field in enumerate(self._fields):
                self._grid.addWidget(field, index // columns, index % columns, Qt.AlignmentFlag.AlignTop)
            for column in range(_MOST):
                self._grid.setColumnStretch(column, int(column < columns))
        self._level()

    def _level(self) -> None:
        width = (self.width() - SPACE.L * (self._columns - 1)) // self._columns
        for start in range(0, len(self._fields), self._columns):
            row = self._fields[start : start + self._columns]
            heads = [field.head_height(width) for field in row]
            for field, head in zip(row, heads, strict=True):
                field.push_down(max(heads) - head)
