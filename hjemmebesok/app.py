"""The desktop app: opens the store, wires the window to it, starts and closes.

Only Qt and the light rooms are imported here. Everything heavy (SQLAlchemy, Babel, ReportLab) is imported on a thread
of its own once the first page has been painted, while the caseworker types her passphrase.
"""

import argparse
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from hjemmebesok.store.header import read_header
from hjemmebesok.ui.background import wait_for_all
from hjemmebesok.ui.i18n import speech, system_language
from hjemmebesok.ui.preferences import read_preferences
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.screens.in_step.told import news_tone, progress_told, round_news
from hjemmebesok.ui.screens.unlock.screen import UnlockScreen
from hjemmebesok.ui.theme import look
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets.sync_state import SyncState
from hjemmebesok.ui.window import MainWindow

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.casework.syncing import SyncStatus
    from hjemmebesok.domain.phrase import Words
    from hjemmebesok.ui.screens.first_run.screen import FirstRunScreen, NewStore

_HEAVY = ("hjemmebesok.casework.desk", "hjemmebesok.casework.syncing", "babel.dates", "babel.numbers")


class App:
    """One window on the store in one folder."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.folder = folder
        self._state = SyncState()
        self._not_so_well: Words = ""  # what was said of a round that did not do all it should
        header = read_header(folder)
        preferences = read_preferences(folder, header.language if header else system_language())
        look.install(qt)
        speech.choose(preferences.language)
        self.window = MainWindow(folder, preferences)
        self.window.painted.connect(_import_the_rest)
        self.window.locked.connect(self.show_gate)
        self.window.changed.connect(lambda _changes: self._show_sync())
        self.window.sync_wanted.connect(self.sync)
        self.window.rounds.came_on.connect(self._show_progress)
        self.window.rounds.done.connect(self._in_step)
        self.window.rounds.failed.connect(self._not_in_step)
        self.show_gate()

    def show_gate(self) -> None:
        """The page one comes in by: unlock, or first run where there is no store yet."""
        header = read_header(self.folder)
        gate = UnlockScreen(header, self._unlock, self._choose_language) if header else self._first_run()
        gate.opened.connect(self.come_in)
        self.window.show_gate(gate)
        gate.setFocus()

    def _first_run(self) -> "FirstRunScreen":
        from hjemmebesok.ui.screens.first_run.screen import FirstRunScreen

        return FirstRunScreen(self._create, self._choose_language)

    def come_in(self, desk: "Desk") -> None:
        """Let the caseworker in, and show how her store stands with the server."""
        self.window.open(desk)
        if self._show_sync().enrolled:
            self.window.rounds.keep_up(desk)

    def sync(self) -> None:
        """Come into step with the server now, in the background."""
        self.window.go("in_step")
        self.window.rounds.start(self.window.desk)

    def _unlock(self, passphrase: str) -> "Desk":
        from hjemmebesok.casework.desk import open_desk

        return open_desk(self.folder, passphrase)

    def _create(self, new: "NewStore") -> "Desk":
        from hjemmebesok.casework.desk import create_desk

        return create_desk(
            self.folder, new.passphrase, new.user_name, new.municipality, phone=new.phone, language=new.language
        )

    def _choose_language(self, code: str) -> None:
        self.window.prefer(language=code)

    def _show_sync(self) -> "SyncStatus":
        from hjemmebesok.casework.syncing import passes_by_itself, sync_status

        rounds = self.window.rounds
        status = sync_status(self.window.desk, rounds.held)
        trouble = rounds.trouble
        in_the_way = trouble is not None and not passes_by_itself(trouble)
        self._state = SyncState(
            rounds.online,
            status.unsent,
            status.need_you,
            status.last_in_step,
            paused=rounds.paused,
            trouble=trouble_words(trouble) if trouble and in_the_way else "",
            again=status.again,
            photos=status.photos,
        )
        self._show_progress()
        self.window.show_reads_only(status.reads_only)
        return status

    def _show_progress(self) -> None:
        # What was read before is shown again: a round that has come a step on is no reason to read the store.
        rounds = self.window.rounds
        self.window.show_sync(replace(self._state, online=rounds.online, progress=progress_told(rounds.progress)))

    def _in_step(self, finished: Round) -> None:
        if self.window.house is not None:
            self.window.changed.emit(None)
            news, tone = round_news(finished, asked=self.window.rounds.asked), news_tone(finished)
            if finished.files_trouble is None:
                self.window.take_back(self._not_so_well)
            elif news:
                self._not_so_well = news
            # Not now: pages that have lost what they showed go away first, and going takes sentences away.
            QTimer.singleShot(0, self.window, lambda: self._say(news, tone))

    def _not_in_step(self, trouble: Exception) -> None:
        if self.window.house is not None:
            if self.window.rounds.asked:
                self._not_so_well = trouble_words(trouble)
                self._say(self._not_so_well, "warn")
            self._show_sync()

    def _say(self, words: "Words", tone: str) -> None:
        """What a round did, where the page in sight does not tell it itself, and no family is looking on."""
        house = self.window.house
        if house is not None and words:
            page = house.pages.currentWidget()
            if page is not house.pages.page("in_step") and not getattr(page, "stands_alone", False):
                self.window.say(words, tone)


def _import_the_rest() -> None:
    def bring() -> None:
        for module in _HEAVY:
            import_module(module)

    threading.Thread(target=bring, daemon=True).start()


def _say_where(kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
    """Print where something failed, never what was in it: the terminal's output may be kept by the system."""
    print(f"hjemmebesok: {kind.__name__}", file=sys.stderr)
    for frame in extract_tb(trace):
        print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the app on the store in --store, or in this user's own folder. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="hjemmebesok-app", description=__doc__.splitlines()[0])
    parser.add_argument("--store", type=Path, default=user_data_path("hjemmebesok", appauthor=False))
    folder: Path = parser.parse_args(argv).store
    sys.excepthook = _say_where
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("hjemmebesok")
    app = App(qt, folder)
    app.window.resize(1366, 768)
    app.window.show()
    code = qt.exec()
    wait_for_all()
    qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was locked away is let go of, here too
    return code


if __name__ == "__main__":
    sys.exit(main())
