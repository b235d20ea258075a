"""Importing the tenant register: seen before it is done, all of it or nothing, and what was refused stays in sight."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import household_names, search_households
from hjemmebesok.casework.imports import run_import
from hjemmebesok.domain.phrase import N_
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.register import reading
from hjemmebesok.ui.screens.register.lines import AT_A_TIME, LineList
from hjemmebesok.ui.screens.register.screen import RegisterScreen
from hjemmebesok.ui.window import MainWindow

SCREENS = (
    Screen("settings", "settings", N_("Innstillinger"), "hjemmebesok.ui.screens.settings.screen:SettingsScreen"),
    Screen("register", "download", N_("Les inn"), "hjemmebesok.ui.screens.register.screen:RegisterScreen", "settings"),
)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
HEADINGS = "Leietaker-ID;Navn;Adressebeskyttelse;Adresse;Postnr;Bolignummer;Leie/mnd;Favorittfarge"
AYSE = "00101;Ayşe Yılmaz;ugradert;Fjellåsen 14;0000;H0302;12 600,00;blå"
LIV = "00102;Liv Strand;ugradert;Tunveien 5;0000;H0203;9 000;rød"
GRACE = "00103;Grace Okafor;ugradert;Fjellåsen 8;0000;H0201;8 000;"
AYSE_PAYS_MORE = AYSE.replace("12 600", "13 100")
GRACE_KODE_6 = GRACE.replace("ugradert", "strengt fortrolig")
OLA_ODD_AMOUNT = "00104;Ola Nesbø;ugradert;Tunveien 7;0000;H0101;mye;"
IDA_ODD_UNIT = "00105;Ida Berg;ugradert;Tunveien 9;0000;H02;7 000;"


def csv(*rows: str) -> bytes:
    return "\n".join((HEADINGS, *rows, "")).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """With three tenants from an earlier import."""
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    run_import(opened, csv(AYSE, LIV, GRACE))
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> RegisterScreen:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    page = window.go("register")
    assert isinstance(page, RegisterScreen)
    return page


@pytest.fixture
def read(page: RegisterScreen, tmp_path: Path, qtbot: QtBot) -> Callable[..., str]:
    """Open a file with these bytes and wait; what then stands on the page."""

    def open_and_wait(data: bytes) -> str:
        path = tmp_path / "register.csv"
        path.write_bytes(data)
        page.open_file(path)
        assert not page.area.button.isEnabled()
        qtbot.waitUntil(lambda: bool(page.area.problem_shown()) or page.judged is not None)
        return texts(page)

    return open_and_wait


def rents(desk: Desk) -> list[int]:
    return sorted(card.tenancy.rent.ore for card in search_households(desk, "") if card.tenancy and card.tenancy.rent)


def test_the_preview_tells_every_row_and_writes_nothing(read: Callable[[bytes], str], desk: Desk) -> None:
    before = household_names(desk)
    said = read(csv(AYSE_PAYS_MORE, LIV, GRACE_KODE_6, OLA_ODD_AMOUNT, IDA_ODD_UNIT)).split("\n")
    assert {"1 ny", "1 endret", "1 uendret", "2 avvist", "1 advarsel"} <= set(said)
    assert {"Linje 5, Leie/mnd", "«mye» er ikke et beløp."} <= set(said)
    assert {"Linje 6, Bolignummer", "Dette er ikke et bolignummer på formen H0302."} <= set(said)
    assert said[said.index("Ayşe Yılmaz") + 1] == "Husleie i måneden"
    assert "Kolonner som ikke leses: Favorittfarge" in said
    assert "Les inn 2 rader" in said
    assert (household_names(desk), rents(desk)) == (before, [800_000, 900_000, 1_260_000])


def test_one_whose_row_became_kode_6_is_named_nowhere_and_is_shielded_when_it_is_read_in(
    page: RegisterScreen, read: Callable[[bytes], str], desk: Desk, qtbot: QtBot
) -> None:
    said = read(csv(AYSE, LIV, GRACE_KODE_6))
    assert "Grace Okafor" not in said
    assert "Fjellåsen 8" not in said
    QTest.keyClick(page.read_in, Qt.Key.Key_Space)
    qtbot.waitUntil(page.leave.isVisible)
    (card,) = search_households(desk, "grace")
    assert card.household.protection.barred_from_laptop
    assert search_households(desk, "fjellåsen 8") == []


def test_a_press_reads_it_in_and_what_was_refused_stays_in_sight(
    page: RegisterScreen, read: Callable[[bytes], str], desk: Desk, qtbot: QtBot
) -> None:
    read(csv(AYSE_PAYS_MORE, LIV, GRACE, OLA_ODD_AMOUNT, IDA_ODD_UNIT))
    QTest.keyClick(page.read_in, Qt.Key.Key_Space)
    assert not page.read_in.isEnabled()
    qtbot.waitUntil(page.leave.isVisible)
    said = texts(page).split("\n")
    assert {"Leieregisteret er lest inn", "1 ny husstand og 1 endret.", "1 rad ble ikke lest inn"} <= set(said)
    assert "«mye» er ikke et beløp." in said
    assert rents(desk) == [700_000, 800_000, 900_000, 1_310_000]


def test_the_same_file_again_has_nothing_to_read_in(page: RegisterScreen, read: Callable[[bytes], str]) -> None:
    said = read(csv(AYSE, LIV, GRACE))
    assert "Det er ikke noe nytt å lese inn" in said
    assert {"3 uendret", "Ingen avvist"} <= set(said.split("\n"))
    assert not page.read_in.isEnabled()


@pytest.mark.parametrize(
    "data", [b"", b"hei;du\n1;2\n", b"\x89PNG\r\n\x1a\n\x00\x00", HEADINGS.encode(), b"PK\x03\x04"]
)
def test_a_file_that_is_no_register_is_told_in_one_sentence_and_another_can_be_chosen(
    page: RegisterScreen, read: Callable[[bytes], str], data: bytes
) -> None:
    read(data)
    assert page.area.problem_shown().count(".") >= 1
    assert page.area.isVisible()
    assert page.area.button.isEnabled()
    assert not page.bar.isVisible()


def test_a_file_that_is_not_there_or_far_too_large_is_told(
    page: RegisterScreen, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.open_file(tmp_path / "missing.csv")
    qtbot.waitUntil(lambda: page.area.problem_shown() == "Filen kan ikke åpnes. Er den åpen i et annet program?")
    (tmp_path / "large.csv").write_bytes(csv(AYSE))
    monkeypatch.setattr(reading, "LARGEST", 10)
    page.open_file(tmp_path / "large.csv")
    qtbot.waitUntil(lambda: page.area.problem_shown() == "Filen er for stor til å være et leieregister.")


def test_another_file_can_be_chosen_instead(page: RegisterScreen, read: Callable[[bytes], str]) -> None:
    read(csv(AYSE_PAYS_MORE))
    QTest.keyClick(page.another, Qt.Key.Key_Space)
    assert page.area.isVisible()
    assert page.judged is None
    assert "1 ny" in read(csv(IDA_ODD_UNIT)).split("\n")


def test_a_file_can_be_dropped_and_anything_else_is_let_fall(page: RegisterScreen, tmp_path: Path) -> None:
    chosen: list[Path] = []
    page.area.chosen.disconnect()
    page.area.chosen.connect(chosen.append)
    for urls in (["file:///a.csv", "file:///b.csv"], ["https://eksempel.example/a.csv"], []):
        drop(page, [QUrl(url) for url in urls])
    assert chosen == []
    drop(page, [QUrl.fromLocalFile(str(tmp_path / "register å.csv"))])
    assert chosen == [tmp_path / "register å.csv"]


def drop(page: RegisterScreen, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.area.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_long_list_shows_its_first_lines_and_more_when_asked(qtbot: QtBot) -> None:
    shown = LineList([reading.Line(f"Linje {n}", "Navnet mangler.") for n in range(AT_A_TIME + 7)])
    qtbot.addWidget(shown)
    shown.show()
    assert texts(shown).count("Navnet mangler.") == AT_A_TIME
    assert "Vis flere (7)" in texts(shown)
    shown.more.click()
    assert texts(shown).count("Navnet mangler.") == AT_A_TIME + 7
    assert not shown.more.isVisible()


def test_the_page_passes_the_gate(
    page: RegisterScreen, read: Callable[[bytes], str], check_screen: Callable[[QWidget], None]
) -> None:
    read(csv(AYSE_PAYS_MORE, LIV, GRACE_KODE_6, OLA_ODD_AMOUNT, IDA_ODD_UNIT))
    check_screen(page._window)
