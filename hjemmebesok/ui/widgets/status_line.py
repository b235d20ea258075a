"""The quiet line at the foot of a form: that everything is kept, and where it stands with the server."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel


class StatusLine(QWidget):
    """'Lagret her kl. 10:42' with '3 endringer ikke sendt' under it."""

    def __init__(self, words: Words = "", below: Words = "") -> None:
        super().__init__()
        self._icon = Icon("lock", "ok")
        self._line = WrapLabel(words, "label")
        self._below = WrapLabel(below, "small", "muted")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._line)
        texts.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.setAlignment(texts, Qt.AlignmentFlag.AlignVCenter)
        self.say(words, below)

    def say(self, words: Words, below: Words = "", icon: str = "lock", tone: str = "ok") -> None:
        """Show another state from now on."""
        self._icon.show_icon(icon, tone)
        self._icon.setVisible(bool(words))
        self._line.say(words)
        self._below.say(below)
        self._below.setVisible(bool(below))
