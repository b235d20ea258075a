"""The pages of the window: made when first visited, refreshed when something changed and they are in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from hjemmebesok.ui.screens import Screen

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class Pages(QStackedWidget):
    """Keeps each page as it was left. A page out of sight is refreshed when it comes back, once."""

    def __init__(self, window: "MainWindow", screens: tuple[Screen, ...]) -> None:
        super().__init__()
        self._window = window
        self._screens = {screen.name: screen for screen in screens}
        self._made: dict[str, QWidget] = {}
        self._stale: set[str] = set()

    def show_page(self, name: str, key: str = "") -> QWidget:
        """Bring a page into sight, open at `key` where one is given. Raises KeyError for a page that is not there."""
        page = self._made.get(name) or self._make(name)
        if key:
            page.open(key)  # type: ignore[attr-defined]  # what a screen owes the window, see screens/__init__
        elif name in self._stale:
            _refresh(page, None)
        self._stale.discard(name)
        self.setCurrentWidget(page)
        self.updateGeometry()
        return page

    def page(self, name: str) -> QWidget | None:
        """The page, where it has been visited."""
        return self._made.get(name)

    def refresh(self, changes: object) -> None:
        """Something changed: the page in sight is told now, the others when they come back."""
        for name, page in self._made.items():
            if page is self.currentWidget():
                _refresh(page, changes)
            else:
                self._stale.add(name)

    def minimumSizeHint(self) -> QSize:
        """Of the page in sight alone; a wide one elsewhere must not hold the window open."""
        current = self.currentWidget()
        return current.minimumSizeHint() if current else QSize()

    def _make(self, name: str) -> QWidget:
        page = self._screens[name].build(self._window)
        self._made[name] = page
        self.addWidget(page)
        return page


def _refresh(page: QWidget, changes: object) -> None:
    refresh = getattr(page, "refresh", None)
    if refresh is not None:
        refresh(changes)
