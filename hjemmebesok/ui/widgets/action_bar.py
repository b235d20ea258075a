"""The bar at the foot of a screen: what is kept at the left, the next things to do at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.status_line import StatusLine


class ActionBar(QFrame):
    """`status` says that all is kept; the buttons stand at the right, the primary one last."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.setProperty("card", "bar")
        self.status = StatusLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.XL, 10, SPACE.XL, 10)
        row.setSpacing(SPACE.L)
        row.addWidget(self.status, 1)
        row.addWidget(Flow(*buttons, gap=SPACE.M, to_right=True), 2)
