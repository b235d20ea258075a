"""The demo as one starts it: its whole day without a screen, its app, and the folder it is given."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import open_desk
from hjemmebesok.casework.households import household_names
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.demo.folder import MARK
from hjemmebesok.demo.programme import PASSPHRASE
from hjemmebesok.demo.town_server import PLACE
from hjemmebesok.server import admin
from hjemmebesok.server.database import Database

ROOT = Path(__file__).parent.parent.parent
Done = subprocess.CompletedProcess[str]

FOR_THE_BOARD = ("board-proposal", "sale-frames", "meeting-list")  # no Yılmaz in them, nor at today's meeting

# Starts the app as the command does, and closes its window once the first page stands there.
LOOK_IN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hjemmebesok.cli import main

def step():
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and hasattr(window, "house"):
            print("page:", type(window.centralWidget()).__name__, flush=True)
            window.close()

timer = QTimer()
timer.timeout.connect(step)
QTimer.singleShot(0, lambda: timer.start(20))
sys.argv = ["hjemmebesok", *sys.argv[1:]]
main()
"""


def hjemmebesok(*program: str, out: Path, headless: bool) -> Done:
    said = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "nb", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *program, "demo", "--out", str(out), *(["--headless"] if headless else [])]
    return subprocess.run(
        command, cwd=out.parent, env=said, capture_output=True, encoding="utf-8", timeout=300, check=False
    )


def look_in(out: Path) -> Done:
    return hjemmebesok("-c", LOOK_IN, out=out, headless=False)


def run_day(out: Path) -> Done:
    return hjemmebesok("-m", "hjemmebesok", out=out, headless=True)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo's folder in which an earlier day was broken off."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    for left in (MARK, "server.db", "laptop/header.json", "laptop/store.db", "letters/old.pdf", "pictures/99-old.png"):
        (folder / left).parent.mkdir(parents=True, exist_ok=True)
        (folder / left).write_text("left by an earlier day", "utf-8")
    return folder


@pytest.fixture(scope="module")
def day(out: Path) -> Done:
    return run_day(out)


def test_the_day_ends_well_and_tells_what_happened(day: Done, out: Path) -> None:
    assert day.returncode == 0, day.stderr
    assert "Traceback" not in day.stderr
    told = day.stdout.splitlines()
    assert told[1:9] == [
        "I dag: 4 hjemmebesøk og 1 fellesmøte.",
        "Hjemmebesøket er låst. 3 avtaler er notert.",
        "Fellesmøtet er avsluttet med 8 husstander.",
        "32 brev er laget og kontrollert.",
        told[5],  # how many changes were sent
        "Kollegaens endring av et annet felt kom tilbake: sak 2026-0147.",
        "Samme felt hos to: 1 felt med to verdier, begge beholdt.",
        "0 ikke sendt · 1 trenger deg",
    ]
    assert told[9:] == [f"Bildene ligger i {out / 'pictures'}", f"Brevene ligger i {out / 'letters'}"]


@pytest.mark.usefixtures("day")
def test_each_thing_that_happened_has_its_picture_and_nothing_is_left_of_the_day_before(out: Path) -> None:
    pictures = sorted((out / "pictures").iterdir())
    assert [path.stem for path in pictures] == [
        "01-unlock", "02-today", "03-visit", "04-visit-locked", "05-meeting", "06-letter", "07-household", "08-in-step",
    ]  # fmt: skip
    for path in pictures:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1366, 768)
        assert len({picture.pixel(x, y) for x in range(0, 1366, 13) for y in range(0, 768, 13)}) > 5, path


@pytest.mark.usefixtures("day")
def test_each_letter_is_there_in_each_language(out: Path) -> None:
    words = {"nb": "eie din egen bolig", "en": "Kind regards", "tr": "Kendi evinizin sahibi"}
    letters = sorted((out / "letters").iterdir())
    assert len(letters) == 32
    for path in letters:
        with closing(pypdfium2.PdfDocument(path)) as document:
            text = " ".join(page.get_textpage().get_text_range() for page in document)
        assert ("Yılmaz" in text) != path.name.startswith(FOR_THE_BOARD)
        if path.name.startswith(("information-nb", "information-en", "information-tr")):
            assert words[path.name.split("-")[1]] in text


@pytest.mark.usefixtures("day")
def test_laptop_and_colleague_and_server_are_in_step(out: Path) -> None:
    with (
        closing(open_desk(out / "laptop", PASSPHRASE)) as kari,
        closing(open_desk(out / "colleague", PASSPHRASE)) as ola,
    ):
        assert (sync_status(kari).unsent, sync_status(ola).unsent) == (0, 0)
        all_of_hers, (shared,) = set(household_names(kari)), household_names(ola)
        assert len(all_of_hers) > 290
        assert {each.case for each in (*conflicts_of(kari), *conflicts_of(ola))} == {shared}
    with closing(Database.open(f"sqlite:///{out / 'server.db'}")) as database:
        assert len(admin.users(database, PLACE)) == 2
        granted = [row.case_id for row in admin.grants(database, PLACE)]
    assert granted.count(shared) == 2
    assert all_of_hers <= set(granted)


def test_the_app_is_made_once_and_starts_at_once_the_second_time(tmp_path: Path) -> None:
    (tmp_path / "out" / "half-made").mkdir(parents=True)
    (tmp_path / "out" / "half-made" / "header.json").write_text("broken off", "utf-8")
    (tmp_path / "out" / MARK).touch()
    first = look_in(tmp_path / "out")
    assert (first.returncode, first.stdout.splitlines()) == (
        0,
        ["Lager en demo med oppdiktede leietakere …", "page: UnlockScreen"],
    ), first.stderr
    made = contents(tmp_path / "out" / "store")
    second = look_in(tmp_path / "out")
    assert (second.returncode, second.stdout) == (0, "page: UnlockScreen\n"), second.stderr
    assert contents(tmp_path / "out" / "store") == made


@pytest.mark.parametrize("start", [look_in, run_day], ids=["app", "headless"])
@pytest.mark.parametrize("theirs", ["notes.txt", "letters/to-my-aunt.txt", "store/header.json"])
def test_a_folder_in_use_by_something_else_is_refused_in_one_sentence_and_untouched(
    tmp_path: Path, start: Callable[[Path], Done], theirs: str
) -> None:
    out = tmp_path / "out"
    (out / theirs).parent.mkdir(parents=True, exist_ok=True)
    (out / theirs).write_text("not the demo's", "utf-8")
    before = contents(out)
    refused = start(out)
    assert refused.returncode == 1
    assert refused.stderr.splitlines() == [f"Mappen {out} er i bruk til noe annet. Velg en tom mappe."]
    assert contents(out) == before


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
