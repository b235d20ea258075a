"""The household's story, one line for each thing that happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.households.story import Event
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button, IconButton
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel

_SHOWN = 8  # events; the older ones come with a press


class EventLine(QWidget):
    """Icon, what it was, when, and a word about it; an arrow where there is more to see."""

    opened = Signal()

    def __init__(self, event: Event) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Flow(WrapLabel(event.title, "label"), WrapLabel(event.when, "small", "muted")))
        words.addWidget(WrapLabel(event.detail, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.M)
        row.addWidget(Icon(event.icon, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if event.opens[0]:
            arrow = IconButton(_open(event), "chevron-right")
            arrow.clicked.connect(self.opened)
            row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)


def _open(event: Event) -> Words:
    title = event.title if isinstance(event.title, Phrase) else Phrase(str(event.title))
    return Phrase("Åpne {title}, {when}", title=title, when=event.when)


class TimelineCard(Card):
    """`opened` carries the screen and the id of what was pressed."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(N_("Planer og historie"))
        self.lines: list[EventLine] = []
        self._events: list[Event] = []
        self._all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.M)
        self._none = WrapLabel(N_("Ingenting ennå."), "body", "muted")
        self._older = Button(N_("Vis eldre"), "quiet", "chevron-down")
        self._older.clicked.connect(self._show_all)
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)
        self.body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these; an unchanged story is left as it stands."""
        if list(events) != self._events:
            self._events, self._all = list(events), False
            self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        while self.lines:
            gone = self.lines.pop()
            self._list.removeWidget(gone)
            gone.setParent(None)
        for event in self._events if self._all else self._events[:_SHOWN]:
            line = EventLine(event)
            line.opened.connect(lambda opens=event.opens: self.opened.emit(*opens))
            self.lines.append(line)
            self._list.addWidget(line)
        self._none.setVisible(not self._events)
        self._older.setVisible(len(self.lines) < len(self._events))
