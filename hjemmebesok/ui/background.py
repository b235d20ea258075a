"""Work that takes more than a blink, off the screen's thread. Nobody has to wait for it: not the lock, not the end."""

import time
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

_running: set["Task"] = set()  # a task must outlive the screen that started it


class Task(QObject):
    """One piece of work. `done` carries its result, `failed` the exception; both on the screen's thread.

    Its thread is a daemon: where the network keeps it hanging, it does not hold the program that is to end.
    """

    done = Signal(object)
    failed = Signal(object)
    _over = Signal(object, object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self.abandoned = False
        self.worker = Thread(target=self._run, daemon=True)
        self._over.connect(self._tell)

    def _run(self) -> None:
        result, trouble = None, None
        try:
            result = self._work()
        except Exception as caught:
            trouble = caught
        self._over.emit(result, trouble)

    def _tell(self, result: Any, trouble: Exception | None) -> None:
        _running.discard(self)
        if self.abandoned:
            return
        if trouble is None:
            self.done.emit(result)
        else:
            self.failed.emit(trouble)


def in_background(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> Task:
    """Start the work; one of the two is called when it is over, or neither where its widget is gone by then."""
    task = Task(work)
    task.done.connect(done)
    task.failed.connect(failed)
    _running.add(task)
    task.worker.start()
    return task


def abandon_all() -> None:
    """Let nobody be told how what is under way ends, however long it takes."""
    for task in _running:
        task.abandoned = True


def wait_for_all(seconds: float = 10) -> None:
    """Let what is under way come to its end, but wait no longer than this in all."""
    until = time.monotonic() + seconds
    for task in list(_running):
        task.worker.join(max(0.0, until - time.monotonic()))
