"""Connecting from the page: the address, and the municipality's account with browser, cancel, lock and what is told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from oidc_provider import CLIENT, signed_in_as
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot
from test_ui_in_step import SCREENS, SERVE, press, run_round, texts

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens.in_step.connecting import full_address
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.window import MainWindow

PLACE, WITHOUT = "9999", "8888"


class SystemBrowser(QObject):
    """What the computer opens web addresses with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.pages: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded().data()).decode())

    def sign_in(self, name: str) -> None:
        """She does what the provider asks for at the address that was opened last."""
        (back,) = parse_qs(urlsplit(self.opened[-1]).query)["redirect_uri"]
        self.pages.append(httpx2.get(signed_in_as(name, self.opened[-1], back), trust_env=False).text)


@pytest.fixture
def browser() -> Iterator[SystemBrowser]:
    made = SystemBrowser()
    QDesktopServices.setUrlHandler("http", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, issuer: str) -> Iterator[str]:
    """The address of one with two municipalities: the users of the first sign in at a real provider."""
    url = f"sqlite:///{tmp_path_factory.mktemp('server') / 'server.db'}"
    with closing(Database.open(url)) as database:
        for place in (PLACE, WITHOUT):
            admin.create_municipality(database, place, "Eksempel kommune")
        admin.set_provider(database, PLACE, issuer, CLIENT)
        admin.create_user(database, PLACE, "Kari Nordmann", Role.CASEWORKER, datetime.now(UTC), subject="kari")
        process = subprocess.Popen([sys.executable, "-c", SERVE, url], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[InStepScreen]:
    """The page of a new laptop, in a real window."""
    with closing(
        create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    ) as desk:
        window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
        qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
        window.show()
        window.open(desk)
        shown = window.go("in_step")
        assert isinstance(shown, InStepScreen)
        yield shown


def ask_for_account(page: InStepScreen, qtbot: QtBot, address: str, place: str) -> None:
    page.connecting.address.set_value(address)
    page.connecting.account.place.set_value(place)
    press(qtbot, page.connecting.account.button)


def test_she_signs_in_with_her_account_in_the_browser_and_the_page_goes_on(
    page: InStepScreen, server: str, browser: SystemBrowser, qtbot: QtBot
) -> None:
    window = page._window
    ask_for_account(page, qtbot, server, PLACE)
    qtbot.waitUntil(lambda: bool(browser.opened))
    assert "Programmet venter på deg." in texts(page.connecting)
    assert not page.connecting.button.isEnabled()
    page.connecting.account.copy_button.click()
    assert QGuiApplication.clipboard().text() == browser.opened[0]
    browser.sign_in("kari")
    assert "Gå tilbake til programmet" in browser.pages[0]
    qtbot.waitUntil(lambda: window.desk.user.name == "Kari Nordmann")
    fresh = window.go("in_step")
    assert isinstance(fresh, InStepScreen)
    assert "Alt er i takt" in run_round(fresh, qtbot)
    fresh.standing.again.click()
    known = (fresh.connecting.address.value(), fresh.connecting.account.place.value())
    assert known == (server, PLACE), "she need not type them a second time"


def test_she_can_cancel_while_the_browser_is_open(
    page: InStepScreen, server: str, browser: SystemBrowser, qtbot: QtBot
) -> None:
    ask_for_account(page, qtbot, server, PLACE)
    qtbot.waitUntil(lambda: bool(browser.opened))
    press(qtbot, page.connecting.account.cancel_button)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting.account._place.problem_shown() == "Innloggingen er avbrutt."
    with pytest.raises(httpx2.TransportError):
        browser.sign_in("kari")
    assert not sync_status(page._window.desk).enrolled


def test_locking_ends_a_sign_in_that_nobody_waits_for(
    page: InStepScreen, server: str, browser: SystemBrowser, qtbot: QtBot
) -> None:
    ask_for_account(page, qtbot, server, PLACE)
    qtbot.waitUntil(lambda: bool(browser.opened))
    page._window.lock()
    (back,) = parse_qs(urlsplit(browser.opened[0]).query)["redirect_uri"]
    qtbot.waitUntil(lambda: not is_open(back))


def is_open(address: str) -> bool:
    try:
        httpx2.get(address, trust_env=False)
    except httpx2.TransportError:  # refused, or cut off while it was closing
        return False
    return True


def test_where_no_account_opens_she_is_told_at_the_field(page: InStepScreen, server: str, qtbot: QtBot) -> None:
    ask_for_account(page, qtbot, server, "")
    assert page.connecting.account._place.problem_shown() == "Skriv kommunenummeret."
    ask_for_account(page, qtbot, server, WITHOUT)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert "bruk en engangskode" in page.connecting.account._place.problem_shown()


def test_where_no_browser_opens_she_is_given_the_address(page: InStepScreen) -> None:
    page.connecting.show_signing_in()
    page.connecting.account.show_browser("https://login.example/auth", opened=False)
    assert "Kopier adressen" in texts(page.connecting.account)


def test_an_address_that_is_none_and_a_missing_code_are_told_before_anything_is_sent(
    page: InStepScreen, qtbot: QtBot
) -> None:
    for address in ("", "https://", "to ord"):
        page.connecting.address.set_value(address)
        press(qtbot, page.connecting.button)
        assert "Skriv adressen til serveren" in page.connecting._address.problem_shown()
    page.connecting.address.set_value("http://sync.eksempel.example")
    press(qtbot, page.connecting.button)
    assert page.connecting._code.problem_shown() == "Skriv engangskoden."
    page.connecting.code.set_value("en-kode")
    press(qtbot, page.connecting.button)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._address.problem_shown() == "Adressen til serveren må begynne med https://."


def test_where_nobody_answers_the_address_is_what_she_is_asked_to_look_at(page: InStepScreen, qtbot: QtBot) -> None:
    page.connecting.address.set_value("http://127.0.0.1:9")
    page.connecting.code.set_value("9999-AAAA")
    press(qtbot, page.connecting.button)
    qtbot.waitUntil(page.connecting.button.isEnabled)
    assert page.connecting._address.problem_shown().endswith("Er adressen riktig, og har du nett?")
    assert page.connecting._code.problem_shown() == "", "the code may be right"
    assert page._window.focusWidget() is page.connecting.address


def test_https_is_put_before_an_address_that_does_not_say_how() -> None:
    assert full_address(" sync.eksempel.example ") == "https://sync.eksempel.example"
    assert full_address("http://127.0.0.1:8000") == "http://127.0.0.1:8000"
