"""A box with what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.label import WrapLabel


class Card(QFrame):
    """`ground` is plain, accent, sunken, warn or bad. Put things into `body`, a vertical layout."""

    def __init__(self, title: Words = "", ground: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", ground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 18)
        self.body.setSpacing(SPACE.S)
        if title:
            self.body.addWidget(WrapLabel(title, "section"))


class Hairline(QFrame):
    """A thin line between two parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "line")
