"""An icon and a line of text, as for an address, a telephone number or a language."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel


class FactLine(QWidget):
    """The icon stands at the first line of the text, however many there are."""

    def __init__(
        self, icon: str, words: Words, kind: str = "body", tone: str = "text", icon_tone: str = "muted"
    ) -> None:
        super().__init__()
        self._icon = Icon(icon, icon_tone, 18 if kind != "small" else 16)
        self.label = WrapLabel(words, kind, tone)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def say(self, words: Words) -> None:
        """Show other words from now on."""
        self.label.say(words)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon from now on."""
        self._icon.show_icon(name, tone)
