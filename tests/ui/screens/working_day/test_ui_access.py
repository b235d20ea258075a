"""The whole file for one person: seen first, sealed with a passphrase, and noted with the household."""

from collections.abc import Callable
from pathlib import Path

import pytest
from monday import words_on
from pytestqt.qtbot import QtBot

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.ui.screens.access.screen import AccessScreen
from hjemmebesok.ui.window import MainWindow

PASSPHRASE = "fire ord om høsten"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, desk: Desk) -> AccessScreen:
    with desk.work() as work:
        work.put(Person(id="h1-b", case="h1", name="Ayşe Yılmaz", role=Role.PARTNER, phone="000 00 222"))
    shown = window.go("access", "h1")
    assert isinstance(shown, AccessScreen)
    qtbot.waitUntil(lambda: shown.ready)
    return shown


def test_it_leads_from_the_household_and_begins_with_who_holds_the_lease(
    window: MainWindow, page: AccessScreen
) -> None:
    window.go("household", "h1").header.access.click()  # type: ignore[attr-defined]
    assert page.isVisible()
    assert page.whom.person.value() == "h1-p"
    assert set(page.whom.others) == {"h1-b", "h1-c"}


def test_what_will_be_in_it_is_seen_before_anything_is_written(page: AccessScreen, desk: Desk) -> None:
    shown = words_on(page)
    assert "opplysninger i mappen" in shown
    assert "om andre er holdt utenfor" in shown
    assert open_household(desk, "h1").exports == ()


def test_whoever_agrees_is_in_it(page: AccessScreen, qtbot: QtBot) -> None:
    for box in page.whom.others.values():
        box.click()
    qtbot.waitUntil(lambda: page.ready and page.file is not None and page.file.held_back == 0)
    assert page.file is not None
    assert b"000 00 222" in page.file.files["innsyn.json"]


def test_a_short_passphrase_or_two_different_ones_save_nothing(page: AccessScreen) -> None:
    for first, again in (("kort", "kort"), (PASSPHRASE, f"{PASSPHRASE}.")):
        page.seal.passphrase.set_value(first)
        page.seal.again.set_value(again)
        page.save.click()
        assert "Passfrasen må ha minst 16 tegn" in words_on(page) or "er ikke like" in words_on(page)


def test_it_is_saved_sealed_and_noted_and_the_passphrase_is_forgotten(
    page: AccessScreen, desk: Desk, tmp_path: Path
) -> None:
    for control in (page.seal.passphrase, page.seal.again):
        control.set_value(PASSPHRASE)
    assert page.file is not None
    page.save_as(page.file, tmp_path / "innsyn.zip")
    assert b"Mehmet" not in (tmp_path / "innsyn.zip").read_bytes()
    (line,) = open_household(desk, "h1").exports
    assert (line.what, line.about) == ("access", ("h1-p",))
    assert page.seal.passphrase.value() == ""


def test_the_export_stands_in_the_households_story(page: AccessScreen, window: MainWindow, tmp_path: Path) -> None:
    for control in (page.seal.passphrase, page.seal.again):
        control.set_value(PASSPHRASE)
    assert page.file is not None
    page.save_as(page.file, tmp_path / "innsyn.zip")
    assert "Hele mappen gitt ut (innsyn)" in words_on(window.go("household", "h1"))


def test_the_screen_passes_the_gate(
    page: AccessScreen, window: MainWindow, check_screen: Callable[..., None], qtbot: QtBot
) -> None:
    check_screen(window, [lambda: qtbot.waitUntil(lambda: page.ready)])
