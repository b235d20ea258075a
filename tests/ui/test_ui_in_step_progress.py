"""A round of the app, while it goes on and when only its photos have to wait, with a real server."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
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
from hjemmebesok.casework.syncing import enrol, sync_status
from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.screens.in_step.screen import InStepScreen

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
        made.window.rounds.pause(True)
        made.come_in(desk)
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
    assert told.startswith("Alt som er skrevet, er i takt med serveren. Sendt: ")
    assert told.endswith("Bildene venter. Får ikke kontakt med serveren. Alt er lagret her og sendes senere.")
    assert "Alt er i takt" not in texts(app.window)
    status = sync_status(app.window.desk)
    assert (status.unsent, status.files_unsent) == (0, 1)
    monkeypatch.undo()
    assert run_round(page, qtbot) == "Alt er i takt med serveren. Det var ikke noe nytt."
