"""One visit or meeting in a list: when, who or what, where, and how it stands."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.card_button import CardButton
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill
from hjemmebesok.ui.widgets.status import Status

_HEIGHT = 92
_WHEN = 84  # px at 100 %: the time, as wide in every card
_ROOMY = 520  # px at 100 %: narrower than this, the status goes under the rest

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """What a card shows; `key` is the id of the visit or meeting. `when` stands large, `lasts` under it."""

    key: str
    when: Words
    lasts: Words
    name: Words
    place: Words
    facts: Words
    status: Status

    @property
    def spoken(self) -> Words:
        """All of it, for a screen reader."""
        return dotted(self.when, self.lasts, self.name, self.place, self.facts, self.status.words)


class AgendaCard(CardButton):
    """`chosen` by a press, `opened` by Enter or a double click; both carry the key.

    A `choosable` one shows that it is chosen, and the arrow keys go to the next; any other opens at the first press.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, *, choosable: bool = False) -> None:
        super().__init__(_HEIGHT)
        self.key = ""
        self.setCheckable(choosable)
        self.setAutoExclusive(choosable)
        self._when, self._lasts = WrapLabel("", "title"), WrapLabel("", "small", "muted")
        self._name = WrapLabel("", "section")
        self._place = FactLine("map-pin", "")
        self._facts = WrapLabel("", "small", "muted")
        self._pill = Pill("", "muted")
        self._left = _column(self._when, self._lasts)
        self.show_in_row(self._left)
        self.show_in_row(self._middle(), 1)
        self.show_in_row(Icon("chevron-right"))
        self.clicked.connect(self._press)
        if choosable:
            self.toggled.connect(self._be_a_stop)
            self._be_a_stop(False)
        self._size()
        look.changed.connect(self._size)

    def show_line(self, line: AgendaLine) -> None:
        """Show this visit or meeting from now on."""
        self.key = line.key
        self._when.say(line.when)
        self._lasts.say(line.lasts)
        self._name.say(line.name)
        self._place.say(line.place)
        self._facts.say(line.facts)
        self._pill.show_status(*line.status)
        self.name(line.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.isCheckable():
            self.opened.emit(self.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._across.setDirection(_DOWN if self.width() < px(_ROOMY) else _ACROSS)

    def _middle(self) -> QWidget:
        both = QWidget()
        self._across = QBoxLayout(_ACROSS, both)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(SPACE.S)
        self._across.addWidget(_column(self._name, self._place, self._facts), 1)
        self._across.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return both

    def _be_a_stop(self, chosen: bool) -> None:
        """Tab comes to the chosen one; from there the arrows go on, as in any group of radio buttons."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _press(self) -> None:
        signal = self.chosen if self.isCheckable() else self.opened
        signal.emit(self.key)

    def _size(self) -> None:
        self._left.setFixedWidth(px(_WHEN))


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addStretch(1)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder
