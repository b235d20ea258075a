"""A page that scrolls up and down and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hjemmebesok.ui.theme import SPACE


class ScrollPage(QScrollArea):
    """Put things into `body`, a vertical layout. `ground` is canvas or the background it is to have."""

    def __init__(self, margin: int = SPACE.XXL, ground: str = "canvas") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("ground", ground)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margin, SPACE.XL, margin, SPACE.XL)
        self.body.setSpacing(SPACE.L)
        self.setWidget(inside)
