"""Short fields beside each other, as many as there is room for."""

from collections.abc import Collection, Sequence

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
        self._fields, self._asked = list(fields), list(fields)
        self._arranged: tuple[int, list[Field]] = (0, [])
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

    def show_asked(self, asked: Collection[Field]) -> None:
        """Show these of its questions and leave no gaps; without any of them the row is gone."""
        self._asked = [field for field in self._fields if field in asked]
        for field in self._fields:
            field.setVisible(field in asked)
        self.setVisible(bool(self._asked))
        self._arrange()

    @property
    def _columns(self) -> int:
        return max(1, min(_MOST, self.width() // px(_LEAST_WIDTH)))

    def _arrange(self) -> None:
        if (self._columns, self._asked) != self._arranged:
            self._arranged = (self._columns, self._asked)
            for index, field in enumerate(self._asked):
                place = divmod(index, self._columns)
                self._grid.addWidget(field, *place, Qt.AlignmentFlag.AlignTop)
            for column in range(_MOST):
                self._grid.setColumnStretch(column, int(column < self._columns))
        self._level()

    def _level(self) -> None:
        columns, asked = self._arranged
        width = (self.width() - SPACE.L * (columns - 1)) // columns
        for start in range(0, len(asked), columns):
            row = asked[start : start + columns]
            heads = [field.head_height(width) for field in row]
            for field, head in zip(row, heads, strict=True):
                field.push_down(max(heads) - head)
