"""A round of the app, while it goes on and when only its photos have to wait, with a real server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import httpx2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading import texts
from test_ui_app import photograph
from test_ui_in_step import SERVE, run_round

from hjemmebesok.app import App
from hjemmebesok.casework.desk import create_desk
from hjemmebesok.casework.syncing import FilesProgress, SyncProgress, enrol, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.photo import Photo
from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store import files
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.rounds import Round, Rounds
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.in_step.told import progress_told, round_told

PLACE = "9999"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The address of one, and a one-time code."""
    url = f"sqlite:///{tmp_path / 'server.db'}"
    with closing(Database.open(url)) as database:
        admin.create_municipality(database, PLACE, "Eksempel kommune")
        kari = admin.create_user(database, PLACE, "Kari Nordmann", Role.CASEWORKER, datetime.now(UTC))
        code = admin.make_code(database, PLACE, kari, datetime.now(UTC))
        process = subprocess.Popen([sys.executable, "-c", SERVE, url], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        yield process.stdout.readline().strip(), code
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def app(server: tuple[str, str], qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    """Open on an enrolled laptop, where no round comes of itself."""
    new = create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    with closing(enrol(new, *server)) as desk:
        made = App(qapp, tmp_path / "store")
        made.window.resize(1366, 768)
        made.window.show()
        made.come_in(desk)
        made.window.rounds.forget()  # none comes of itself
        yield made
        made.window.close()


@pytest.fixture
def page(app: App) -> InStepScreen:
    shown = app.window.go("in_step")
    assert isinstance(shown, InStepScreen)
    return shown


def test_where_the_photos_cannot_be_sent_it_is_told_that_they_wait_and_why(
    app: App, page: InStepScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    photograph(app.window.desk)
    net = httpx2.HTTPTransport.handle_request

    def breaks_for_files(way: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        if request.url.path.startswith("/v1/files"):
            raise httpx2.ConnectError("broken")
        return net(way, request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", breaks_for_files)
    told = run_round(page, qtbot)
    assert told.startswith("Alt som er skrevet, er i takt med serveren. Sendt ")
    assert told.endswith("Bildene venter. Får ikke kontakt med serveren. Alt er lagret her og sendes senere.")
    assert "Alt er i takt" not in texts(app.window)
    status = sync_status(app.window.desk)
    assert (status.unsent, status.files_unsent) == (0, 1)
    monkeypatch.undo()
    assert run_round(page, qtbot) == "Alt er i takt med serveren. Sendt 1 bilde."


def test_a_long_round_tells_how_far_it_has_come_and_then_how_many_photos(
    app: App, page: InStepScreen, qtbot: QtBot
) -> None:
    with app.window.desk.work() as work:
        for number in range(2_498):
            work.put(Household(id=f"h{number}", case=f"h{number}", name="Familien Eksempel"))
        for number in range(2):
            sha256 = files.put(work.connection, b"bilde %d" % number)
            about = {"sha256": sha256, "media_type": "image/jpeg", "size": 7, "taken_on": date(2026, 10, 12)}
            work.put(Photo(id=f"p{number}", case="h1", visit="v1", **about))
    assert app.window.house is not None
    box, shown = app.window.house.navigation.sync_box, []
    app.window.rounds.came_on.connect(lambda: shown.append((texts(page.standing), texts(box))))
    app.window.changed.emit(None)
    assert "2\u00a0500 endringer ikke sendt" in texts(page.standing)
    assert "Alt er i takt" in run_round(page, qtbot)
    told = [
        "Sendt 1 000 av 2 500 endringer.",
        "Sendt 2 000 av 2 500 endringer.",
        "Sender og henter bilder: 0 av 2.",
        "Sender og henter bilder: 1 av 2.",
    ]
    assert len(shown) == len(told)
    for words, (card, side) in zip(told, shown, strict=True):
        assert words in card.replace("\u00a0", " ")
        assert words in side.replace("\u00a0", " ")
        assert "endringer ikke sendt" not in card + side
        assert "Tilkoblet" in side
    assert "av 2" not in texts(app.window).replace("\u00a0", " ")
    assert "Alt er sendt" in texts(page.standing)


@pytest.mark.parametrize(
    ("trouble", "stopped", "least", "most"),
    [
        (None, False, 150, 450),
        (SyncTrouble(Trouble.SERVER_BUSY, wait=1_000), False, 1_000, 1_500),
        (None, True, 0, 0),  # let go on again before it had stopped
    ],
)
def test_the_next_round_waits_as_long_as_it_should(
    app: App, trouble: SyncTrouble | None, stopped: bool, least: int, most: int
) -> None:
    rounds = app.window.rounds
    rounds.keep_up(app.window.desk, first=10_000)
    rounds._done(Round(0, 0, 0, (), files_trouble=trouble, stopped=stopped))
    assert least <= rounds._due.interval() / 1000 <= most
    rounds.forget()


def test_a_short_round_shows_no_numbers_on_its_way(app: App, page: InStepScreen, qtbot: QtBot) -> None:
    photograph(app.window.desk)
    with qtbot.assertNotEmitted(app.window.rounds.came_on):
        assert "Alt er i takt" in run_round(page, qtbot)


def test_a_page_that_is_opened_in_the_midst_of_a_round_shows_how_far_it_has_come(app: App, qtbot: QtBot) -> None:
    rounds = app.window.rounds
    rounds.running, rounds.progress = True, FilesProgress(3, 12)
    page = app.window.go("in_step")
    assert "Sender og henter bilder: 3 av 12." in texts(page)
    rounds.forget()


def test_a_round_that_was_abandoned_tells_nothing_more(qtbot: QtBot) -> None:
    rounds = Rounds(QApplication.instance())
    rounds.running, rounds._number = True, 2
    rounds._heard.emit(1, FilesProgress(3, 12))
    assert rounds.progress is None
    rounds._heard.emit(2, FilesProgress(3, 12))
    assert rounds.progress == FilesProgress(3, 12)


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (SyncProgress(2_000, 10_000, 2_500), "Sendt 2 000 av 10 000 endringer. Mottatt 2 500 opplysninger."),
        (SyncProgress(1, 1, 1), "Sendt 1 av 1 endring. Mottatt 1 opplysning."),
        (SyncProgress(0, 0, 2_500), "Mottatt 2 500 opplysninger."),
        (SyncProgress(0, 0, 2_500, cases_to_come=380), "Mottatt 2 500 opplysninger. 380 saker gjenstår."),
        (
            SyncProgress(500, 2_000, 0, anew=True),
            "Serveren er gjenopprettet og får alt på nytt: 500 av 2 000 endringer.",
        ),
        (None, ""),
    ],
)
def test_what_has_not_moved_is_not_counted(progress: SyncProgress | None, words: str) -> None:
    assert say(progress_told(progress)).replace("\u00a0", " ") == words


def test_a_round_that_was_paused_is_not_called_in_step() -> None:
    told = say(round_told(Round(2_000, 0, 0, (), stopped=True)))
    assert told == "Satt på pause underveis. Sendt 2\N{NO-BREAK SPACE}000 endringer."
