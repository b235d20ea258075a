"""Locking while something is under way: at once, with nothing half-done, and nobody let in by what ends later."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk, create_desk, open_desk
from hjemmebesok.casework.households import household_names
from hjemmebesok.casework.imports import preview_import, run_import
from hjemmebesok.demo.town import register_csv
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.settings import write_setting
from hjemmebesok.ui import background
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.window import MainWindow

PASSPHRASE = "fjell om høsten"
REGISTER = register_csv(60)
HEAD_STARTS = pytest.mark.parametrize("head_start", [0, 30, 90, 200], ids=lambda ms: f"{ms}ms")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return create_desk(
        tmp_path / "store", PASSPHRASE, "Kari Nordmann", "Eksempel kommune", phone="000 00 100", cost=LOWEST_COST
    )


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(tmp_path / "window", Preferences())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open(desk)
    yield made
    settled(qtbot)


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Unlock again, as she does when she comes back."""
    opened: list[Desk] = []

    def unlock() -> Desk:
        opened.append(open_desk(tmp_path / "store", PASSPHRASE))
        return opened[-1]

    yield unlock
    for desk in opened:
        desk.close()


@pytest.fixture
def hanging(window: MainWindow, desk: Desk) -> Iterator[socket.socket]:
    """The server's end of a round that has been asked, and has not been answered."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with desk.store.writing_connection() as connection:
            write_setting(connection, "server", {"url": url, "token": "x", "authority": ""})
        window.rounds.start(desk)
        asked, _ = server.accept()
        yield asked
        asked.close()


def settled(qtbot: QtBot) -> None:
    """Everything under way has ended, and whoever was to be told has been."""
    qtbot.waitUntil(lambda: not background._running)
    QTest.qWait(0)


def leave_alone(window: MainWindow) -> None:
    """Touch nothing until the window locks itself."""
    window._idle.timer.timeout.emit()
    assert window.house is None


@pytest.mark.usefixtures("hanging")
def test_a_round_that_hangs_on_the_network_holds_neither_the_lock_nor_the_next_round(
    window: MainWindow, reopened: Callable[[], Desk]
) -> None:
    (task,) = background._running
    leave_alone(window)
    assert task.worker.is_alive()  # the lock has not waited for it
    window.open(reopened())
    page: Any = window.go("in_step")
    assert page.standing.button.isEnabled()
    assert not window.rounds.running
    window.lock()


def test_what_comes_of_a_round_after_the_lock_is_told_to_nobody(
    window: MainWindow, hanging: socket.socket, reopened: Callable[[], Desk], qtbot: QtBot
) -> None:
    told: list[object] = []
    for signal in (window.rounds.done, window.rounds.failed):
        signal.connect(told.append)
    leave_alone(window)
    window.open(reopened())
    hanging.close()  # the network gives up
    settled(qtbot)
    assert told == []
    window.lock()


@HEAD_STARTS
def test_a_letter_being_made_is_dropped(
    window: MainWindow, desk: Desk, reopened: Callable[[], Desk], qtbot: QtBot, head_start: int
) -> None:
    run_import(desk, REGISTER)
    household = next(iter(household_names(desk)))
    window.go("letter", household)
    qtbot.wait(head_start)
    leave_alone(window)
    settled(qtbot)
    assert window.house is None
    assert household in household_names(reopened())


@HEAD_STARTS
def test_a_register_being_read_through_leaves_nothing(
    window: MainWindow, tmp_path: Path, reopened: Callable[[], Desk], qtbot: QtBot, head_start: int
) -> None:
    (tmp_path / "register.csv").write_bytes(REGISTER)
    page: Any = window.go("register")
    page.open_file(tmp_path / "register.csv")
    qtbot.wait(head_start)
    leave_alone(window)
    settled(qtbot)
    assert household_names(reopened()) == {}


@HEAD_STARTS
def test_a_register_being_read_in_is_in_whole_or_not_at_all(
    window: MainWindow, tmp_path: Path, reopened: Callable[[], Desk], qtbot: QtBot, head_start: int
) -> None:
    whole = len(preview_import(window.desk, REGISTER).new)
    (tmp_path / "register.csv").write_bytes(REGISTER)
    page: Any = window.go("register")
    page.open_file(tmp_path / "register.csv")
    qtbot.waitUntil(lambda: page.judged is not None)
    page.read_in.click()
    qtbot.wait(head_start)
    leave_alone(window)
    settled(qtbot)
    assert len(household_names(reopened())) in (0, whole)


def test_a_new_desk_that_comes_after_the_lock_does_not_let_anyone_in(window: MainWindow, qtbot: QtBot) -> None:
    """As when the server's answer to a one-time code and the lock cross each other."""
    came: list[object] = []
    task = background.in_background(lambda: "a desk", came.append, came.append)
    task.worker.join()
    window.lock()
    settled(qtbot)
    assert came == []
