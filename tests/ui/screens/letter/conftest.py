"""A desk with three households, and the letter screen in its window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from letter_page import DAY, NOW, images
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.visits import close_visit, plan_visit, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.protection import Protection
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.window import MainWindow

SCREENS = (Screen("letter", "file-text", N_("Brev"), "hjemmebesok.ui.screens.letter.screen:LetterScreen"),)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """With three households: who reads Turkish, who reads Dari and has a protected address, and who has left none."""
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", phone="000 00 100",
        cost=LOWEST_COST, clock=lambda: NOW,
    )  # fmt: skip
    with opened.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr"))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", postcode="0000", place="Eksempel"))
        work.put(Household(id="h2", case="h2", name="Mariam Haidari", language="prs", protection=Protection.FORTROLIG))
        work.put(Dwelling(id="d2", case="h2", address="Tunveien 31", postcode="0000", place="Eksempel"))
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> LetterScreen:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    page = window.go("letter")
    assert isinstance(page, LetterScreen)
    return page


@pytest.fixture
def written(page: LetterScreen, qtbot: QtBot) -> Callable[[], str]:
    """Wait for what was asked for; what is then written on the pages."""

    def wait() -> str:
        qtbot.waitUntil(lambda: page.ready)
        return " ".join(image.accessibleDescription() for image in images(page)).replace("\r\n", " ")

    return wait


@pytest.fixture
def visited(desk: Desk) -> str:
    """The id of a closed visit to the first household."""
    visit = plan_visit(desk, "h1", DAY).made
    start_visit(desk, visit)
    close_visit(desk, visit)
    return visit
