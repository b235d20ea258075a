"""Notices when nobody has touched the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class IdleWatch(QObject):
    """`idle` comes once when the window has been left alone for so many minutes, and again after the next touch."""

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self.timer.setInterval(minutes * 60_000)

    def watch(self, window: QWindow) -> None:
        """Start counting, and start anew at each touch of this window."""
        window.installEventFilter(self)
        self.timer.start()

    def stop(self) -> None:
        """Count no more, until `watch`."""
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch starts the count anew. The window alone is asked: what it gets, its widgets get after it."""
        if event.type() in _TOUCHES and self.timer.isActive():
            self.timer.start()
        return False
