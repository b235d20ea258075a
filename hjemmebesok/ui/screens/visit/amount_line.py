"""One amount with its words, and the square of its part of a bar where it has one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Part, Swatch, WrapLabel


class AmountLine(QWidget):
    """`quiet` is small and muted. An amount is shown in whole kroner, as one says it."""

    def __init__(self, part: Part | None = None, *, quiet: bool = False) -> None:
        super().__init__()
        kind, tone = ("small", "muted") if quiet else ("body", "text")
        self._words = WrapLabel("", kind, tone)
        self._amount = WrapLabel("", kind if quiet else "label", tone)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        if part:
            row.addWidget(Swatch(part))
        row.addWidget(self._words, 1)
        row.addWidget(self._amount)

    def show_amount(self, words: Words, amount: Money) -> None:
        """Show this from now on."""
        self._words.say(words)
        self._amount.say(Phrase("{amount}", amount=amount.to_whole_kroner))

    def text(self) -> str:
        """Words and amount, as they stand."""
        return f"{self._words.text()} {self._amount.text()}"
