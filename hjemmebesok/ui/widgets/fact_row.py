"""A fact with its name beside it: «Kontrakt  1. mai 2022 til 30. april 2027»."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill

_NAME = 124  # px at 100 %: the width of the names
_ROOMY = 300  # px at 100 %: narrower than this, the name stands above
_NO_LIMIT = 16_777_215

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FactRow(QWidget):
    """`below` is a vertical layout for what belongs to this fact, `beside` a place at its right end."""

    def __init__(self, name: Words) -> None:
        super().__init__()
        self._name = WrapLabel(name, "body", "muted")
        self.value = WrapLabel("")
        self._two = Pill(N_("To ulike svar"), "warn", "split")
        self._two.hide()
        self._line = QBoxLayout(_ACROSS)
        self._line.setSpacing(SPACE.S)
        self._line.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.value, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._two, 0, Qt.AlignmentFlag.AlignVCenter)
        self.beside = QHBoxLayout()
        self.beside.addLayout(self._line, 1)
        self.below = QVBoxLayout()
        self.below.setSpacing(SPACE.S)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.S)
        whole.addLayout(self.beside)
        whole.addLayout(self.below)
        self._size()
        look.changed.connect(self._size)

    def show_value(self, words: Words) -> None:
        """Show this from now on."""
        self.value.say(words)

    def show_disagreement(self, open_still: bool) -> None:
        """Show that there are two values, and which one holds is not decided."""
        self._two.setVisible(open_still)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        narrow = self.width() < px(_ROOMY)
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        self._name.setMinimumWidth(0 if narrow else px(_NAME))
        self._name.setMaximumWidth(_NO_LIMIT if narrow else px(_NAME))
