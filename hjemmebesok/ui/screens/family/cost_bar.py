"""What living somewhere costs a month, as one large bar with its two parts in words under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.family import Cost
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Flow, Icon, Part, StackBar, Swatch, WrapLabel

_HEIGHT = 48  # px at 100 %


class CostBar(QWidget):
    """`words` name the home, `main` and `other` the two parts; `tone` is the colour of the bar."""

    def __init__(self, icon: str, words: Words, main: Words, other: Words, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.total = WrapLabel("", "display")
        self._bar = StackBar(height=_HEIGHT)
        self.main, self.other = _Legend(Part(1, tone), main), _Legend(Part(1, tone, hatched=True), other)
        top = QHBoxLayout()
        top.setSpacing(SPACE.M)
        top.addWidget(Icon(icon, "accent", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(WrapLabel(words, "title"), 1)
        top.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(Flow(self.main, self.other, gap=SPACE.XL))

    def show_cost(self, cost: Cost, largest: int) -> None:
        """Show this cost; `largest` (øre) is the amount of a full bar."""
        self.total.say(Phrase("{amount}", amount=cost.total))
        parts = [Part(cost.main.ore, self._tone), Part(cost.other.ore, self._tone, hatched=True)]
        self._bar.show_parts(parts, largest)
        self.main.words.say(Phrase("{what} {amount}", what=self.main.what, amount=cost.main))
        self.other.words.say(Phrase("{what} {amount}", what=self.other.what, amount=cost.other))


class _Legend(QWidget):
    """The square of a part, and what it is."""

    def __init__(self, part: Part, what: Words) -> None:
        super().__init__()
        self.what = Phrase(what) if isinstance(what, str) else what
        self.words = WrapLabel("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(Swatch(part), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
