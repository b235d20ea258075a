"""The app as it starts: the real store, the real threads, and nothing heavy before the first paint."""

import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.app import App, _say_where
from hjemmebesok.casework.desk import Desk, create_desk, open_desk
from hjemmebesok.casework.photos import add_photo
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.casework.visits import plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.store.header import read_header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.first_run.screen import FirstRunScreen
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.unlock.screen import UnlockScreen

PASSPHRASE = "fjell om kvelden"

FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hjemmebesok.app import App

HEAVY = {"sqlalchemy", "reportlab", "babel", "sqlcipher3", "alembic", "argon2", "pikepdf", "httpx2"}
qt = QApplication([])
app = App(qt, Path(sys.argv[1]))
app.window.painted.disconnect()

def painted():
    print("heavy:", sorted(HEAVY & sys.modules.keys()))
    print("page:", type(app.window.centralWidget()).__name__)
    qt.quit()

app.window.painted.connect(painted)
app.window.show()
qt.exec()
"""

WHOLE_LIFE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hjemmebesok import app as module

def step():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "house"))
    gate = window.centralWidget()
    if window.house is not None:
        print("came in", flush=True)
        window.close()
    elif hasattr(gate, "try_it") and gate.button.isEnabled():
        gate.passphrase.set_value(sys.argv[2])
        gate.try_it()

timer = QTimer()
timer.timeout.connect(step)
QTimer.singleShot(0, lambda: timer.start(20))
sys.exit(module.main(["--store", sys.argv[1]]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_desk(
        tmp_path / "store", PASSPHRASE, "Kari Nordmann", "Eksempel kommune", language="tr", cost=LOWEST_COST
    ).close()
    return tmp_path / "store"


def photograph(desk: Desk) -> None:
    """A visit with a photo."""
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz"))
    visit = plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    save_answer(desk, visit, "consent.photos", True)
    image = BytesIO()
    Image.new("RGB", (40, 30)).save(image, "JPEG")
    add_photo(desk, visit, image.getvalue())


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("page", ["UnlockScreen", "FirstRunScreen"])
def test_the_first_page_is_painted_before_anything_heavy_is_imported(folder: Path, page: str) -> None:
    done = run(FIRST_PAINT, str(folder if page == "UnlockScreen" else folder / "empty"))
    assert done.stdout.splitlines() == ["heavy: []", f"page: {page}"], done.stderr


def test_the_program_comes_in_and_ends_well(folder: Path) -> None:
    done = run(WHOLE_LIFE, str(folder), PASSPHRASE)
    assert (done.returncode, done.stdout) == (0, "came in\n"), done.stderr


def test_a_folder_without_a_store_asks_to_set_one_up_and_then_lets_in(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    app = App(qapp, tmp_path / "new")
    app.window.show()
    gate = app.window.centralWidget()
    assert isinstance(gate, FirstRunScreen)
    gate.user_name.set_value("Kari Nordmann")
    gate.phone.set_value("000 00 100")
    gate.municipality.set_value("Eksempel kommune")
    gate.passphrase.set_value(PASSPHRASE)
    gate.again.set_value(PASSPHRASE)
    gate.try_it()
    qtbot.waitUntil(lambda: app.window.house is not None)
    assert (app.window.desk.user.name, app.window.desk.user.phone) == ("Kari Nordmann", "000 00 100")
    app.window.lock()
    assert isinstance(app.window.centralWidget(), UnlockScreen)
    header = read_header(tmp_path / "new")
    assert header is not None
    assert header.municipality == "Eksempel kommune"


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_does(
    qapp: QApplication, qtbot: QtBot, folder: Path
) -> None:
    app = App(qapp, folder)
    app.window.show()
    assert speech.language.code == "tr"
    gate = app.window.centralWidget()
    assert isinstance(gate, UnlockScreen)
    gate.passphrase.set_value("fjell om morgenen")
    gate.try_it()
    qtbot.waitUntil(lambda: gate.field.problem_shown() != "")
    assert app.window.house is None
    gate.passphrase.set_value(PASSPHRASE)
    gate.try_it()
    qtbot.waitUntil(lambda: app.window.house is not None)


def test_a_pause_and_a_photo_that_is_not_sent_are_told_at_the_side(qapp: QApplication, folder: Path) -> None:
    app = App(qapp, folder)
    app.window.prefer(language="nb")
    desk = open_desk(folder, PASSPHRASE)
    photograph(desk)
    app.come_in(desk)
    assert app.window.house is not None
    box, status = app.window.house.navigation.sync_box, sync_status(desk)
    assert status.files_unsent == 1
    assert box.accessibleName().startswith(f"Frakoblet. {status.unsent} endringer ikke sendt · 1 bilde ikke sendt")
    page = app.window.go("in_step")
    assert isinstance(page, InStepScreen)
    page.standing.pause.setChecked(True)
    assert box.accessibleName().startswith("På pause")
    page.standing.pause.setChecked(False)
    assert box.accessibleName().startswith("Frakoblet")
    app.window.lock()


def test_a_laptop_that_knows_no_server_says_so_when_asked_to_sync(
    qapp: QApplication, qtbot: QtBot, folder: Path
) -> None:
    app = App(qapp, folder)
    app.window.show()
    app.window.prefer(language="nb")
    app.window.centralWidget().passphrase.set_value(PASSPHRASE)  # type: ignore[attr-defined]  # the unlock page
    app.window.centralWidget().try_it()  # type: ignore[attr-defined]  # as above
    qtbot.waitUntil(lambda: app.window.house is not None)
    house = app.window.house
    assert house is not None
    house.navigation.sync_box.click()
    page = house.pages.currentWidget()
    assert isinstance(page, InStepScreen)
    qtbot.waitUntil(lambda: "Denne PC-en er ikke koblet til en server ennå." in texts(page))
    assert house.notice.text() == "", "it is said once"
    assert "Alt er sendt" not in texts(page)
    assert "Denne PC-en er ikke koblet til en server ennå." in house.navigation.sync_box.accessibleName()


def test_a_crash_says_where_and_never_what(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("Grace Okafor, Fjellåsen 8")
    except ValueError as trouble:
        _say_where(type(trouble), trouble, trouble.__traceback__)
    printed = capsys.readouterr().err
    assert "ValueError" in printed
    assert "test_ui_app.py" in printed
    assert "Okafor" not in printed
