"""A desk, the page of the letter texts on it, and waiting until what is typed there has been looked at."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.domain.phrase import N_
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.letter_texts.screen import LetterTextsScreen
from hjemmebesok.ui.window import MainWindow

SCREENS = (
    Screen("letter_texts", "pen-line", N_("Tekster"), "hjemmebesok.ui.screens.letter_texts.screen:LetterTextsScreen"),
)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", phone="000 00 100",
        cost=LOWEST_COST, clock=lambda: NOW,
    )  # fmt: skip
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> LetterTextsScreen:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    page = window.go("letter_texts")
    assert isinstance(page, LetterTextsScreen)
    return page


@pytest.fixture
def looked(page: LetterTextsScreen, qtbot: QtBot) -> Callable[[], str]:
    """Wait until what is typed has been looked at; what is then written on the letter, or why there is none."""

    def wait() -> str:
        qtbot.waitUntil(lambda: page.ready)
        pages = page.right.preview.pages
        return pages.text(0) if pages else page.right.preview.instead.label.text()

    return wait
