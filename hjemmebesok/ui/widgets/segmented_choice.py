"""A few answers beside each other, one of which is chosen – or none, which is never the same as no."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGroupBox

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.widgets.flow import FlowLayout
from hjemmebesok.ui.widgets.segment import Segment

V = TypeVar("V")
_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SegmentedChoice(QGroupBox, Generic[V]):
    """`options` are (value, words) or (value, words, icon). `edited` carries the value, or None.

    Arrow keys go from one to the next and choose it. Where `clearable`, choosing the chosen one again, or Delete,
    takes the answer back. An option whose value is None is shown as chosen where no answer is.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, options: Sequence[tuple[V, Words] | tuple[V, Words, str]], *, clearable: bool = True) -> None:
        super().__init__()
        self.setProperty("segments", "true")
        self.style().polish(self)  # Qt has asked for the box's margins already, before the property was there
        self._clearable = clearable
        self._segments: dict[V, Segment] = {}
        flow = FlowLayout(self, gap=-1)
        for value, words, *icon in options:
            segment = Segment(words, *icon)
            segment.clicked.connect(self._clicked)
            segment.installEventFilter(self)
            self._segments[value] = segment
            flow.addWidget(segment)
        self._settle(None)

    def value(self) -> V | None:
        """The chosen value; None where nothing is chosen."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Show this as chosen; tells nobody. A value that is no option is shown as nothing chosen."""
        self._settle(value if value in self._segments else None)

    def setAccessibleName(self, name: str) -> None:
        """The question; a screen reader says it with each answer."""
        super().setAccessibleName(name)
        for segment in self._segments.values():
            segment.setAccessibleDescription(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys within the row, and the focus leaving it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() not in self._segments.values():
            self.left.emit()
        return False

    def _key(self, watched: QObject, key: Qt.Key) -> bool:
        if key in _CLEARING and self._clearable and self._value is not None:
            self._choose(None)
            return True
        if key not in _NEXT:
            return False
        values = list(self._segments)
        here = next(index for index, value in enumerate(values) if self._segments[value] is watched)
        there = values[(here + _NEXT[key]) % len(values)]
        self._choose(there)
        self._segments[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _clicked(self) -> None:
        value = next(value for value, segment in self._segments.items() if segment is self.sender())
        again = value == self._value
        self._choose(None if again and self._clearable else value)

    def _choose(self, value: V | None) -> None:
        changed = value != self._value
        self._settle(value)
        if changed:
            self.edited.emit(value)

    def _settle(self, value: V | None) -> None:
        self._value = value
        chosen = self._segments.get(value) if value in self._segments else None
        stop = chosen or next(iter(self._segments.values()))
        for segment in self._segments.values():
            # An exclusive group, which is what makes them radio buttons to a screen reader, lets none be unchosen.
            segment.setAutoExclusive(False)
            segment.setChecked(segment is chosen)
        for segment in self._segments.values():
            segment.setAutoExclusive(True)
            # One stop for Tab, as for any group of radio buttons; the arrows do the rest.
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus)


class YesNoChoice(SegmentedChoice[bool | None]):
    """Ja / Nei / Vet ikke. What is not known is None, whether it was asked or not."""

    def __init__(self) -> None:
        super().__init__([(True, N_("Ja")), (False, N_("Nei")), (None, N_("Vet ikke"))])
