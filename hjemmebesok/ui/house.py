"""What the window holds while it is unlocked: navigation at the left, a sentence on top, the page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.ui.navigation import Navigation
from hjemmebesok.ui.notice import Notice
from hjemmebesok.ui.pages import Pages
from hjemmebesok.ui.reads_only import ReadsOnly
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.theme import px

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 1300  # px at 100 %: narrower than this, the navigation folds


class House(QWidget):
    """Made when the store is opened and thrown away when it is locked, with all it shows."""

    def __init__(self, window: "MainWindow", screens: tuple[Screen, ...]) -> None:
        super().__init__()
        self._screens = {screen.name: screen for screen in screens}
        self.navigation = Navigation(tuple(screen for screen in screens if not screen.under))
        self.notice = Notice()
        self.reads_only, self._reads_only = ReadsOnly(), False
        self.pages = Pages(window, screens)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.reads_only)
        right.addWidget(self.notice)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self.navigation.chosen.connect(self.go)

    def go(self, name: str, key: str = "") -> QWidget:
        """Bring a screen into sight."""
        self.notice.hide()  # before the page opens, which may have something to say itself
        page = self.pages.show_page(name, key)
        self.navigation.mark(self._screens[name].under or name)
        self.fold_as_needed()
        return page

    def show_reads_only(self, reads_only: bool) -> None:
        """Say above every page that she may only read, as long as it is so."""
        self._reads_only = reads_only
        self.fold_as_needed()

    def fold_as_needed(self) -> None:
        """Fold the navigation where the window is narrow for its text size, or the screen wants the room."""
        page = self.pages.currentWidget()
        alone = bool(getattr(page, "stands_alone", False))
        self.navigation.setVisible(not alone)
        self.reads_only.setVisible(self._reads_only and not alone)
        wanted = bool(getattr(page, "folds_navigation", False))
        folded = wanted or self.window().width() < px(_ROOMY)
        if folded != self.navigation.folded:
            self.navigation.fold(folded)
