"""The quiet line beside a result that was worked out from an answer with two values."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, FactLine


class UnsettledLine(QWidget):
    """Hidden while there is nothing to choose; `choosing` when she wants to go where one chooses."""

    choosing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = FactLine("circle-alert", "", icon_tone="warn")
        self.button = Button(N_("Velg hva som gjelder"), "quiet")
        self.button.clicked.connect(self.choosing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.XS)
        column.addWidget(self.line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_words(self, words: Words | None) -> None:
        """Say this from now on; nothing where there is nothing to say."""
        self.setVisible(words is not None)
        if words is not None:
            self.line.say(words)
