"""The households that move, a few at a time. A press on one opens its page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.screens.what_if.model import Moved, reasons, said
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Flow, Pill, WrapLabel
from hjemmebesok.ui.widgets.card_button import CardButton

AT_A_TIME = 25

More = Callable[[int, int], tuple[list[Moved], int]]  # from the first, so many; and how many there are in all


class Movers(QWidget):
    """`opened` carries the id of a household."""

    opened = Signal(str)

    def __init__(self, ask: More) -> None:
        super().__init__()
        self._ask, self._shown = ask, 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.S)
        self.more = Button(N_("Vis flere"), "quiet", "chevron-down")
        self.more.clicked.connect(self.show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_more()

    def show_more(self) -> None:
        """Show the next of them, where there are any."""
        found, of = self._ask(self._shown, AT_A_TIME)
        for each in found:
            self._column.insertWidget(self._column.count() - 1, self._line(each))
        self._shown = min(self._shown + AT_A_TIME, of)
        self.more.say(Phrase("Vis flere ({n})", n=of - self._shown))
        self.more.setVisible(self._shown < of)

    def _line(self, moved: Moved) -> CardButton:
        line = CardButton()
        line.show_in_row(_told(moved), 1)
        line.name(said(moved))
        line.clicked.connect(lambda: self.opened.emit(moved.household))
        return line


def _told(moved: Moved) -> QWidget:
    told = QWidget()
    column = QVBoxLayout(told)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.XS)
    column.addWidget(WrapLabel(moved.name, "label"))
    before = (WrapLabel(N_("Fortsatt")),) if moved.before == moved.after else (Pill(*moved.before), WrapLabel("→"))
    column.addWidget(Flow(*before, Pill(*moved.after)))
    for why in reasons(moved):
        column.addWidget(WrapLabel(why, "small", "muted"))
    return told
