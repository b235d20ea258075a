"""Pictures of the real window, one for each thing that happens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hjemmebesok.app import App

WIDTH, HEIGHT = 1366, 768
_ROUNDS = 20  # of the event loop, so that what was asked for is laid out and painted


class Camera:
    """Shows the app's window and takes its picture."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app, self._folder, self._taken = app, folder, 0
        folder.mkdir(parents=True, exist_ok=True)
        app.window.resize(WIDTH, HEIGHT)
        app.window.show()

    def take(self, name: str) -> Path:
        """A picture of the window as it stands, numbered in order."""
        settle()
        self._taken += 1
        path = self._folder / f"{self._taken:02}-{name}.png"
        if not self.app.window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        return path

    def show(self, screen: str, key: str = "") -> Any:
        """Tell the window that something was done, and bring a screen into sight; the screen itself."""
        self.app.window.changed.emit(None)
        page = self.app.window.go(screen, key)
        settle(lambda: bool(getattr(page, "ready", True)))
        return page


def settle(until: Callable[[], bool] = lambda: True) -> None:
    """Let the window do what it has been asked to, and wait for `until` where it takes time."""
    from PySide6.QtTest import QTest

    for _ in range(_ROUNDS):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(500):
        if until():
            return
        QTest.qWait(10)
    raise TimeoutError("the window did not come to rest")
