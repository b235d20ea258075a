"""Work that takes more than a blink, off the screen's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QThread, Signal

_running: set["Task"] = set()  # a thread must outlive the screen that started it


class Task(QThread):
    """One piece of work. `done` carries its result, `failed` the exception; both arrive on the screen's thread."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self.finished.connect(self._over)

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as trouble:
            self.failed.emit(trouble)
        else:
            self.done.emit(result)

    def _over(self) -> None:
        _running.discard(self)


def in_background(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> Task:
    """Start the work; one of the two is called when it is over, or neither where its widget is gone by then."""
    task = Task(work)
    task.done.connect(done)
    task.failed.connect(failed)
    _running.add(task)
    task.start()
    return task


def wait_for_all() -> None:
    """Let what is under way come to its end, before the program closes."""
    for task in list(_running):
        task.wait()
