"""Rules and rates: what holds, who set it, and publishing others, by those who may."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.criteria import criteria_now
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.rule_settings import publish_settings, settings_history
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.settings import PUBLISHES, write_setting
from hjemmebesok.sync.enrol import SERVER
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.rules.screen import RulesScreen
from hjemmebesok.ui.screens.what_if.screen import WhatIfScreen
from hjemmebesok.ui.widgets import WrapLabel
from hjemmebesok.ui.window import MainWindow

_HERE = "hjemmebesok.ui.screens"
SCREENS = (
    Screen("rules", "scale", N_("Regler og satser"), f"{_HERE}.rules.screen:RulesScreen"),
    Screen("what_if", "scale", N_("Hva hvis"), f"{_HERE}.what_if.screen:WhatIfScreen"),
)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
TABLE = """[[rate]]
code = "tinglysing_pant"
kroner = 700
gjelder_fra = 2026-10-01
source = "Kartverket"
verified = true
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Lene Leder", "Eksempel kommune", cost=LOWEST_COST, clock=lambda: NOW
    )
    publish_settings(opened, "leie-til-eie-2011", {"grant_percent": 25}, date(2026, 9, 1), "Vedtatt i fagmøte.")
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    return window


@pytest.fixture
def page(window: MainWindow) -> RulesScreen:
    page = window.go("rules")
    assert isinstance(page, RulesScreen)
    return page


def told(page: RulesScreen) -> str:
    QApplication.processEvents()  # what was just put on the page is shown in the next round
    return "\n".join(label.text() for label in page.findChildren(WrapLabel) if label.isVisibleTo(page))


def put(page: RulesScreen, name: str, text: str) -> None:
    assert page.settings
    control = page.settings.fields[name].control
    control.setFocus()
    control.selectAll()  # type: ignore[attr-defined]  # a typed field
    QTest.keyClicks(control, text)


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_setting_tells_its_limits_their_source_and_who_set_it(page: RulesScreen) -> None:
    assert "Fra 30 til 50. Kilde: Forskrift om lån fra Husbanken § 8-5. Verdien programmet kommer med." in told(page)
    assert "Grensen skal bare hindre skrivefeil. Satt av Lene Leder, gjelder fra 1. september 2026." in told(page)
    assert "Gjelder nå, fra 1. september 2026. Lene Leder: Vedtatt i fagmøte." in told(page)
    assert not page.publish.isEnabled()


def test_a_change_holds_from_its_day_once_it_has_a_reason(page: RulesScreen, desk: Desk) -> None:
    put(page, "grant_percent", "12,5")
    press(page.publish)
    assert page.settings and page.settings.reason_field.problem_shown() == "Skriv hvorfor reglene endres."
    page.settings.reason.set_value("Vedtatt i bystyret.")
    press(page.publish)
    settings = criteria_now(desk).rules[0].settings
    assert settings.grant_percent == Decimal("12.5")
    assert "Vedtatt i bystyret." in told(page)


def test_a_change_for_a_later_day_builds_on_what_holds_then(page: RulesScreen, desk: Desk) -> None:
    publish_settings(desk, "leie-til-eie-2011", {"kalkulasjonsrente": 4.5}, date(2027, 1, 1), "Ny rente.")
    put(page, "longest_term", "40")
    assert page.settings
    page.settings.first.set_value(date(2027, 2, 1))
    page.settings.reason.set_value("Kortere lån.")
    press(page.publish)
    with desk.read() as reading:
        newest = settings_history(reading, "leie-til-eie-2011")[0]
    assert newest.values == {"kalkulasjonsrente": 4.5, "longest_term": 40}


def test_what_the_law_does_not_allow_is_refused_with_the_law(page: RulesScreen, desk: Desk) -> None:
    page.open("startlan-2025")
    put(page, "rente_paslag", "1")
    press(page.publish)
    assert page.settings
    problem = page.settings.fields["rente_paslag"].problem_shown()
    assert "kan ikke være 1. Fra 0 til 0,25. Kilde: Forskrift om lån fra Husbanken § 8-1." in problem
    assert criteria_now(desk).rules[1].edition == ""


def test_a_change_is_tried_in_what_if(page: RulesScreen, window: MainWindow) -> None:
    put(page, "grant_percent", "12,5")
    press(page.try_out)
    tried = window.findChild(WhatIfScreen)
    assert tried is not None and tried.isVisible()
    assert tried.choosing.rules.settings.grant_percent == 25
    assert tried.choosing.proposal().settings.grant_percent == Decimal("12.5")


def test_a_file_of_rates_is_looked_at_and_then_published(page: RulesScreen, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "rates.toml").write_text(TABLE, "utf-8")
    page.open_file(tmp_path / "rates.toml")
    assert "700\u00a0kr fra 1. oktober 2026. Kilde: Kartverket." in told(page)
    assert page.rates and page.rates.preview
    page.rates.preview.reason.set_value("Nye priser.")
    press(page.rates.preview.publish)
    fee = criteria_now(desk).rates.on("tinglysing_pant", desk.today())
    assert fee and fee.amount == Money.kroner(700)
    assert "Lest inn 12. oktober 2026 av Lene Leder" in told(page)


def test_a_file_that_is_no_table_is_told_in_one_sentence(page: RulesScreen, tmp_path: Path) -> None:
    (tmp_path / "rates.toml").write_text("[[rate", "utf-8")
    page.open_file(tmp_path / "rates.toml")
    assert page.rates and page.rates.preview is None
    assert page.rates.area.problem_shown().startswith("Satsene kan ikke leses")


def test_who_may_not_publish_reads_only(page: RulesScreen, desk: Desk) -> None:
    with desk.store.writing_connection() as connection:
        write_setting(connection, SERVER, {"url": "https://example.invalid", "token": "", "authority": ""})
        write_setting(connection, PUBLISHES, False)
    page.open("leie-til-eie-2011")
    assert page.settings and page.settings.fields == {}
    assert not page.bar.isVisible()
    assert "Vanlig tilskudd, høyst: 25 prosent" in told(page)
    page.open("rates")
    assert page.rates and page.rates.area.isHidden()


def test_it_is_the_same_in_every_language_size_and_colour(
    page: RulesScreen, window: MainWindow, check_screen: Callable[..., None]
) -> None:
    check_screen(window, [lambda key=key: page.open(key) for key in ("startlan-2025", "rates")])
