"""Where we stand with the server, always in sight. A press tries to get in step now."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from hjemmebesok.ui.i18n import say, speech
from hjemmebesok.ui.theme import SPACE, TARGET, tap
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.sync_state import SyncState

_MOST = 4  # lines under the headline


class SyncBox(QPushButton):
    """Shows a SyncState; `fold` leaves the icon alone, and the words in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sync")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = Icon("wifi-off", "nav_edge")
        self._head = WrapLabel("", "label", "nav_text")
        self._lines = [WrapLabel("", "small", "nav_text") for _ in range(_MOST)]
        self._lay_out()
        self.show_state(SyncState())
        speech.changed.connect(self._say_again)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.S)
        top.addWidget(self._icon)
        top.addWidget(self._head, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(SPACE.XS)
        column.addLayout(top)
        for line in self._lines:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(line)

    def show_state(self, state: SyncState) -> None:
        """Show this from now on."""
        self._state = state
        icon = state.sign if self._head.isHidden() else state.icon
        self._icon.show_icon(icon, "nav_text" if icon == "wifi" else "nav_edge")
        self._head.say(state.headline)
        said = state.lines()
        said += [""] * (_MOST - len(said))
        for label, words in zip(self._lines, said, strict=True):
            label.say(words)
            label.setVisible(bool(words) and not self._head.isHidden())
        self._name()

    def _say_again(self) -> None:
        self.show_state(self._state)

    def fold(self, folded: bool) -> None:
        """The icon alone, or all the words."""
        self._head.setVisible(not folded)
        self.show_state(self._state)

    def sizeHint(self) -> QSize:
        inside = self._column.totalSizeHint()
        return QSize(max(inside.width(), tap(TARGET)), max(inside.height(), tap(TARGET)))

    def minimumSizeHint(self) -> QSize:
        inside = self._column.totalMinimumSize()
        return QSize(max(inside.width(), tap(TARGET)), max(inside.height(), tap(TARGET)))

    def _name(self) -> None:
        text = ". ".join(say(words) for words in [self._state.headline, *self._state.lines()])
        self.setAccessibleName(text)
        self.setToolTip(text)
