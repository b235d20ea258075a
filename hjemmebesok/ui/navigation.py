"""The dark side of the window: where one can go, how we stand with the server, and the lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.theme import SPACE, look, px, tap
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.sync_box import SyncBox

_WIDTH = 216


class NavButton(Button):
    """A line of the navigation; folded, its icon alone, with the words as name and tooltip."""

    def __init__(self, words: Words, icon: str, shortcut: str = "") -> None:
        self._folded = False
        super().__init__(words, "nav", icon, shortcut)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = words

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the words too."""
        self._folded = folded
        self.setProperty("folded", folded)
        self.style().unpolish(self)
        self.style().polish(self)
        self.say(self._words)
        self._draw()

    def _face(self, text: str) -> str:
        return "" if self._folded else super()._face(text)

    def _hint(self, text: str) -> str:
        return text if self._folded else ""


class Navigation(QFrame):
    """`chosen` carries the name of a screen, `lock` and `sync` come from the foot."""

    chosen = Signal(str)
    lock = Signal()
    sync = Signal()

    def __init__(self, screens: tuple[Screen, ...]) -> None:
        super().__init__()
        self.setProperty("ground", "nav")
        self.sync_box = SyncBox()
        self.sync_box.clicked.connect(self.sync)
        self._lock = NavButton(N_("Lås"), "lock", "Ctrl+L")
        self._lock.clicked.connect(self.lock)
        self._group = QButtonGroup(self)
        self._lines = {screen.name: self._line(screen, place) for place, screen in enumerate(screens, start=1)}
        self._lay_out()
        self.folded = False
        self.fold(False)
        look.changed.connect(self._size)

    def _line(self, screen: Screen, place: int) -> NavButton:
        line = NavButton(screen.words, screen.icon, f"Ctrl+{place}" if place < 10 else "")
        line.setCheckable(True)
        line.clicked.connect(lambda: self.chosen.emit(screen.name))
        self._group.addButton(line)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.L, 0, SPACE.M)
        column.setSpacing(SPACE.XS)
        column.addLayout(self._masthead())
        column.addSpacing(SPACE.L)
        for line in self._lines.values():
            column.addWidget(line)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE.M, 0, SPACE.M, SPACE.XS)
        foot.addWidget(self.sync_box)
        column.addLayout(foot)
        column.addWidget(self._lock)

    def _masthead(self) -> QHBoxLayout:
        self._name = WrapLabel(plain("Hjemmebesøk"), "title", "nav_on")
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.L, 0, SPACE.M, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(Icon("house", "nav_edge", 24), 0, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._name, 1)
        return row

    def mark(self, name: str) -> None:
        """Show which screen is in sight; '' for none of the list."""
        self._group.setExclusive(False)
        for known, line in self._lines.items():
            line.setChecked(known == name)
        self._group.setExclusive(True)

    def fold(self, folded: bool) -> None:
        """Icons alone, or icons and words."""
        self.folded = folded
        self._name.setVisible(not folded)
        for line in (*self._lines.values(), self._lock):
            line.fold(folded)
        self.sync_box.fold(folded)
        self._size()

    def _size(self) -> None:
        self.setFixedWidth(tap(68) if self.folded else px(_WIDTH))
