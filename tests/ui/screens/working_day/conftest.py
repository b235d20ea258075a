"""The desk of a Monday, and the window with its screens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from monday import NOW, PAGES, put_households

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.window import MainWindow


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    put_households(opened)
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, tmp_path: Path, settle: Callable[[], None]) -> MainWindow:
    """Open at today, with what each test puts on the desk before it goes anywhere."""
    made = MainWindow(tmp_path, Preferences(), PAGES)
    made.resize(1366, 768)
    made.show()
    made.open(desk)
    settle()
    return made
