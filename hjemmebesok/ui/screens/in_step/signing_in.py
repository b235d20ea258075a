"""A sign-in under way: it waits off the screen's thread, while the browser is opened on it."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hjemmebesok.casework.syncing import Browser, sign_in
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.i18n import speech

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk


class SigningIn(QObject):
    """One at a time. `shown` carries the address and whether a browser opened, `done` the desk, `failed` the trouble.

    It ends with the page it belongs to, too.
    """

    shown = Signal(str, bool)
    done = Signal(object)
    failed = Signal(object)
    _opening = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._enough = Event()
        self._opening.connect(self._open)

    def start(self, desk: "Desk", server: str, place: str, authority: str) -> None:
        """Ask the server, which this certificate may vouch for, open the browser, and wait for her."""
        self._enough = Event()
        self.destroyed.connect(self._enough.set)
        browser = Browser(self._opening.emit, speech.language, self._enough.is_set)
        in_background(lambda: sign_in(desk, server, place, browser, authority), self._done, self._failed)

    def cancel(self) -> None:
        """She has had enough; `failed` tells when it has ended."""
        self._enough.set()

    def _open(self, address: str) -> None:
        self.shown.emit(address, QDesktopServices.openUrl(QUrl(address)))

    def _done(self, desk: "Desk") -> None:
        self.done.emit(desk)

    def _failed(self, trouble: Exception) -> None:
        self.failed.emit(trouble)
