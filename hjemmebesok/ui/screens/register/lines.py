"""A list that may be long: the first lines at once, more of them when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, WrapLabel

AT_A_TIME = 25


class LineList(QWidget):
    """What each line is about stands above what there is to say."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines, self._shown = lines, 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.S)
        self.more = Button(N_("Vis flere"), "quiet", "chevron-down")
        self.more.clicked.connect(self.show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_more()

    def show_more(self) -> None:
        """Show the next lines, where there are any."""
        for line in self._lines[self._shown : self._shown + AT_A_TIME]:
            self._column.insertWidget(self._column.count() - 1, _line(line))
        self._shown = min(self._shown + AT_A_TIME, len(self._lines))
        left = len(self._lines) - self._shown
        self.more.say(Phrase("Vis flere ({n})", n=left))
        self.more.setVisible(left > 0)


def _line(line: Line) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if line.about:
        column.addWidget(WrapLabel(line.about, "small", "muted"))
    column.addWidget(WrapLabel(line.said))
    return row
