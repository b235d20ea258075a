"""One sentence about what just happened, above the page, until it is closed or another takes its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import IconButton
from hjemmebesok.ui.widgets.fact_line import FactLine

_ICONS = {"ok": "circle-check", "info": "info", "warn": "circle-alert", "bad": "circle-alert"}


class Notice(QFrame):
    """Hidden while there is nothing to say. Screen readers are told at once, wherever the focus is."""

    def __init__(self) -> None:
        super().__init__()
        self._line = FactLine("info", "")
        self._words: Words = ""
        close = IconButton(N_("Lukk beskjeden"), "x")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.XL, SPACE.XS, SPACE.L, SPACE.XS)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close)
        self.hide()

    def say(self, words: Words, tone: str = "info") -> None:
        """Show this sentence; `tone` is ok, info, warn or bad."""
        self.setProperty("notice", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._line.show_icon(_ICONS[tone], tone)
        self._line.say(words)
        self._words = words
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def take_back(self, words: Words) -> None:
        """Say this no longer, where it is what stands there: it is not so any more."""
        if words == self._words:
            self.hide()

    def text(self) -> str:
        """The sentence shown, '' where none is."""
        return "" if self.isHidden() else self._line.label.text()
