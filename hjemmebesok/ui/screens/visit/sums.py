"""The arithmetic behind an answer, one click deeper: line by line, as it was worked out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.step import Step
from hjemmebesok.ui.screens.visit.wording import inside, paragraphs
from hjemmebesok.ui.widgets import Button, WrapLabel

_SHOW = N_("Vis regnestykket")


class Sums(QWidget):
    """A button; once pressed, the lines stand there in its place and follow what is worked out. Hidden without any."""

    def __init__(self, words: Words = _SHOW) -> None:
        super().__init__()
        self.button = Button(words, "quiet", "chevron-down")
        self.button.clicked.connect(self.open)
        self.lines = WrapLabel("", "small")
        self.lines.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self._steps: Sequence[Step] = ()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these from now on."""
        self._steps = steps
        self.setVisible(bool(steps))
        if not self.lines.isHidden():
            self._write()

    def open(self) -> None:
        """Show the lines."""
        self._write()
        self.lines.show()
        self.button.hide()

    def _write(self) -> None:
        self.lines.say(paragraphs(_told(step) for step in self._steps))


def _told(step: Step) -> Words:
    value: Any = "–" if step.value is None else step.value
    if step.counts:
        return Phrase("{words}: {value}", words=inside(step.words), value=value)
    return Phrase("({words}: {value}, regnes ikke med)", words=inside(step.words), value=value)
