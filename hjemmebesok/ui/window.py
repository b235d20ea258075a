"""The window: locked it shows the gate (unlock or first run), unlocked the house with its screens."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from hjemmebesok.domain.phrase import Refused, Words
from hjemmebesok.ui.background import abandon_all
from hjemmebesok.ui.house import House
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.idle import IdleWatch
from hjemmebesok.ui.preferences import Preferences, write_preferences
from hjemmebesok.ui.rounds import Rounds
from hjemmebesok.ui.screens import SCREENS, Screen
from hjemmebesok.ui.theme import look
from hjemmebesok.ui.widgets.sync_state import SyncState

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk


class MainWindow(QMainWindow):
    """`changed` carries the Changes of an action; `locked` comes after the desk was closed; `painted` comes once."""

    changed = Signal(object)
    locked = Signal()
    sync_wanted = Signal()
    painted = Signal()

    def __init__(self, folder: Path, preferences: Preferences, screens: tuple[Screen, ...] = SCREENS) -> None:
        super().__init__()
        self.preferences = preferences
        self.desk: Desk
        self.house: House | None = None
        self.rounds = Rounds(self)
        self._folder, self._screens = folder, screens
        self._painted = False
        self._idle = IdleWatch(preferences.lock_after, self)
        self._idle.idle.connect(self.lock)
        self.changed.connect(self._refresh)
        look.changed.connect(self._fold)
        self.setWindowTitle("Hjemmebesøk")
        self.setMinimumSize(1024, 600)
        self._follow(preferences)

    # locked and unlocked

    def show_gate(self, gate: QWidget) -> None:
        """Show the page that one comes in by; what was shown before is thrown away."""
        self.house = None
        self.setCentralWidget(gate)

    def open(self, desk: "Desk") -> None:
        """Let the caseworker in, to the first screen."""
        self.desk = desk
        self.house = House(self, self._screens)
        self.house.navigation.lock.connect(self.lock)
        self.house.navigation.sync.connect(self.sync_wanted)
        self.setCentralWidget(self.house)
        self.go(self._screens[0].name)
        self.winId()  # makes the handle where the window has not been shown yet
        self._idle.watch(self.windowHandle())

    def lock(self) -> None:
        """Close the desk and throw away all that is shown, dialogs too. What was typed is in its draft already.

        Work in the background is abandoned, not waited for: the desk lets an action under way finish, and no more.
        """
        if self.house is None:
            return
        self._idle.stop()
        if focused := self.focusWidget():
            focused.clearFocus()  # a field that is being left saves what it holds while the desk is still open
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self and dialog.isVisible():
                dialog.close()
        self.show_gate(QWidget())
        self.repaint()
        abandon_all()
        self.rounds.forget()
        self.desk.close()
        del self.desk
        self.locked.emit()

    # what a screen asks for

    def go(self, name: str, key: str = "") -> QWidget:
        """Bring a screen into sight, open at `key` (a visit, a meeting …) where one is given."""
        return self._unlocked().go(name, key)

    def act(self, action: Callable[[], Any], said: Words = "") -> bool:
        """Do one action of casework: what it changed is told to the screens, and `said` is said where it went well.

        Where it is refused, the one sentence about it is shown, and the answer is False.
        """
        try:
            changes = action()
        except Refused as refused:
            self.say(refused.phrase, "warn")
            return False
        if changes:
            self.changed.emit(changes)
        if said:
            self.say(said, "ok")
        return True

    def say(self, words: Words, tone: str = "info") -> None:
        """Show one sentence above the page; `tone` is ok, info, warn or bad."""
        self._unlocked().notice.say(words, tone)

    def take_back(self, words: Words) -> None:
        """Say this above the page no longer, where it still stands there."""
        self._unlocked().notice.take_back(words)

    def show_sync(self, state: SyncState) -> None:
        """Show how we stand with the server."""
        self._unlocked().navigation.sync_box.show_state(state)

    def show_reads_only(self, reads_only: bool) -> None:
        """Say above every page that she may only read, as long as it is so."""
        self._unlocked().show_reads_only(reads_only)

    def prefer(self, **wanted: Any) -> None:
        """Change preferences (see Preferences): they hold at once, and the next time too."""
        self.preferences = replace(self.preferences, **wanted)
        self._follow(self.preferences)
        write_preferences(self._folder, self.preferences)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)  # the children are painted in this same round

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lock()
        super().closeEvent(event)

    def _unlocked(self) -> House:
        if self.house is None:
            raise RuntimeError("the window is locked")
        return self.house

    def _follow(self, preferences: Preferences) -> None:
        look.choose(preferences.colours, preferences.text_size)
        if preferences.language != speech.language.code:
            speech.choose(preferences.language)
        self._idle.set_minutes(preferences.lock_after)

    def _fold(self) -> None:
        if self.house is not None:
            self.house.fold_as_needed()

    def _refresh(self, changes: object) -> None:
        if self.house is not None:
            self.house.pages.refresh(changes)
