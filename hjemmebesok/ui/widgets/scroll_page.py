"""A page that scrolls up and down and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from hjemmebesok.ui.theme import SPACE


class ScrollPage(QScrollArea):
    """Put things into `body`, a vertical layout. `ground` is canvas or the background it is to have.

    What the keyboard comes to is brought into sight, also where it comes from outside the page.
    """

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
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton  # nothing moves under the hand
        if now is not None and not by_mouse and self.isVisible() and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, SPACE.L)
