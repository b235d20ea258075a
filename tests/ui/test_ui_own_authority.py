"""A server whose certificate only the municipality vouches for: she is given a place to use the file from IT."""

import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
import trustme
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from test_ui_connecting import ask_for_account
from test_ui_in_step import SCREENS, press, run_round

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.window import MainWindow

PLACE = "9999"
SERVE = "import sys; from hjemmebesok.server.run import Tls, serve; serve(sys.argv[1], port=0, tls=Tls(*sys.argv[2:]))"
NOT_TRUSTED = "Serverens sertifikat er ikke gyldig. Ingenting er sendt. Si fra til IT."


class Server(NamedTuple):
    """Where it is, a code for it, and the certificate that vouches for its own."""

    address: str
    code: str
    authority: Path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "kommunen.pem")
    issued = authority.issue_cert("127.0.0.1")
    issued.private_key_pem.write_to_path(tmp_path / "key.pem")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    url = f"sqlite:///{tmp_path / 'server.db'}"
    with closing(Database.open(url)) as database:
        admin.create_municipality(database, PLACE, "Eksempel kommune")
        kari = admin.create_user(database, PLACE, "Kari Nordmann", Role.CASEWORKER, datetime.now(UTC))
        code = admin.make_code(database, PLACE, kari, datetime.now(UTC))
        command = [sys.executable, "-c", SERVE, url, str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        yield Server(process.stdout.readline().strip(), code, tmp_path / "kommunen.pem")
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[InStepScreen]:
    """The page of a new laptop, in a real window."""
    new = create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    with closing(new) as desk:
        window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        window.show()
        window.open(desk)
        shown = window.go("in_step")
        assert isinstance(shown, InStepScreen)
        yield shown


def choose(page: InStepScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, file: Path | str) -> None:
    """Press the button, and choose this file in the system's own dialog; '' where she leaves it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(qtbot, page.connecting.authority.button)


def try_code(page: InStepScreen, qtbot: QtBot, address: str, code: str) -> None:
    page.connecting.address.set_value(address)
    page.connecting.code.set_value(code)
    press(qtbot, page.connecting.button)
    qtbot.waitUntil(page.connecting.button.isEnabled)


@pytest.mark.parametrize("form", ["PEM", "DER"])
def test_with_the_file_from_it_she_connects_and_needs_it_no_more(
    page: InStepScreen, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    window = page._window
    if form == "DER":
        server.authority.write_bytes(ssl.PEM_cert_to_DER_cert(server.authority.read_text()))
    assert not page.connecting.authority.isVisible()
    try_code(page, qtbot, server.address, server.code)
    assert page.connecting._address.problem_shown() == NOT_TRUSTED
    assert page.connecting.authority.isVisible()
    choose(page, qtbot, monkeypatch, "")
    assert not sync_status(window.desk).enrolled
    choose(page, qtbot, monkeypatch, server.authority)
    qtbot.waitUntil(lambda: window.desk.user.name == "Kari Nordmann")
    server.authority.unlink()
    fresh = window.go("in_step")
    assert isinstance(fresh, InStepScreen)
    assert "Alt er i takt" in run_round(fresh, qtbot)


def test_a_file_without_a_certificate_is_one_sentence_and_nothing_is_tried(
    page: InStepScreen, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    try_code(page, qtbot, server.address, server.code)
    (tmp_path / "brev.txt").write_text("Hei")
    part = page.connecting.authority
    for wrong in ("brev.txt", "server.db", "key.pem", "finnes ikke.pem"):
        choose(page, qtbot, monkeypatch, tmp_path / wrong)
        told = f"Det er ikke noe sertifikat i filen «{wrong}». Velg filen du har fått av IT."
        assert part._problem.isVisible()
        assert part._problem.label.text() == told
        assert page.connecting.button.isEnabled()
        assert part.certificate == ""


def test_anothers_certificate_helps_no_more_than_none_and_is_not_kept(
    page: InStepScreen, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trustme.CA().cert_pem.write_to_path(tmp_path / "en annens.crt")
    try_code(page, qtbot, server.address, server.code)
    choose(page, qtbot, monkeypatch, tmp_path / "en annens.crt")
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._address.problem_shown() == NOT_TRUSTED
    assert page.connecting.authority.isVisible()
    assert page.connecting.authority.certificate == ""


def test_it_is_used_for_the_server_it_was_chosen_for_and_no_other(
    page: InStepScreen, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    try_code(page, qtbot, server.address, "feil-kode")
    choose(page, qtbot, monkeypatch, server.authority)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._code.problem_shown().startswith("Engangskoden er feil")
    assert not page.connecting.authority.isVisible()
    assert page.connecting.authority.certificate
    page.connecting.address.set_value("https://another.example")
    assert page.connecting.authority.certificate == ""


def test_it_is_used_for_signing_in_with_an_account_too(
    page: InStepScreen, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_for_account(page, qtbot, server.address, PLACE)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._address.problem_shown() == NOT_TRUSTED
    choose(page, qtbot, monkeypatch, server.authority)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert "bruk en engangskode" in page.connecting.account._place.problem_shown(), "the server has answered"


def test_the_page_passes_the_gate_while_it_asks_for_the_file(
    page: InStepScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, check_screen: Callable[..., None], tmp_path: Path
) -> None:
    page.connecting.show_trouble(SyncTrouble(Trouble.NOT_TRUSTED))
    check_screen(page._window, [lambda: choose(page, qtbot, monkeypatch, tmp_path / "finnes ikke.pem")])
