"""The end of a visit: what is open, the lock, and what can follow."""

from collections.abc import Callable
from typing import Any

import pytest
from disagreeing import disagree
from pytestqt.qtbot import QtBot
from visit_shown import Shown, choose, settle, type_in

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.visits import close_visit, correct_visit
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.screens.visit.locked import LockedCard

Show = Callable[[str], Shown]


@pytest.fixture
def shown(show: Show, visit: str) -> Shown:
    return show(visit)


def points(shown: Shown) -> list[str]:
    return [point.accessibleName() for point in shown.screen.pages.closing_card.points]


def locked_card(shown: Shown) -> LockedCard:
    (card,) = [card for card in shown.screen.findChildren(LockedCard) if card.isVisible()]
    return card


def test_what_stands_open_is_listed_and_leads_to_its_place(shown: Shown) -> None:
    shown.form("summary")
    assert "Hvem som var hjemme, er ikke ført opp." in points(shown)
    assert "Dagens bolig: 2 spørsmål er åpne" in points(shown)
    shown.screen.pages.closing_card.points[points(shown).index("Dagens bolig: 2 spørsmål er åpne")].click()
    settle()
    assert shown.screen.pages.here == "dwelling"


def test_open_questions_do_not_hold_the_lock(shown: Shown) -> None:
    shown.form("summary")
    shown.screen.pages.closing_card.button.click()
    settle()
    assert shown.stored.locked
    assert locked_card(shown).words.label.text() == "Låst 12. oktober 2026 av Kari Nordmann."
    assert shown.said() == "Notatet er låst."


def test_what_cannot_be_read_holds_it_and_one_is_led_there(shown: Shown) -> None:
    type_in(shown.form("economy").asked["economy.livsopphold"].control, "mye")
    shown.form("summary")
    assert points(shown)[0] == "«Livsopphold» kan ikke leses."
    shown.screen.pages.closing_card.button.click()
    settle()
    assert not shown.stored.locked
    assert shown.screen.pages.forms["economy"].asked["economy.livsopphold"].control.hasFocus()
    assert shown.said() == "Rett dette først. Da kan notatet låses."


def test_what_was_typed_last_is_saved_by_locking(shown: Shown) -> None:
    type_in(shown.form("summary").asked["summary.note"].control, "Vil eie på Fjell")
    shown.screen.pages.closing_card.button.click()
    settle()
    assert shown.stored.locked
    assert shown.answers["summary.note"] == "Vil eie på Fjell"


def test_an_agreed_step_becomes_a_promise_with_its_date(shown: Shown, desk: Desk) -> None:
    rows = shown.form("summary").lists["summary.steps"]
    rows.add.click()
    (row,) = rows.rows.values()
    choose(row.cells["step"], "save_monthly")
    for name, typed in (("amount", "500"), ("due", "19.10.26")):
        type_in(row.cells[name], typed)
    choose(row.cells["owner"], "family")
    shown.screen.pages.closing_card.button.click()
    settle()
    (promise,) = open_household(desk, "h1").follow_ups
    assert (promise.step, promise.values, str(promise.due)) == ("save_monthly", {"amount": 50_000}, "2026-10-19")


def test_a_locked_note_takes_no_more(show: Show, desk: Desk, couple: str) -> None:
    close_visit(desk, couple)
    shown = show(couple)
    form = shown.form("economy")
    controls: list[Any] = [asked.control for asked in form.asked.values()]
    controls += [cell for row in form.lists["economy.income"].rows.values() for cell in row.cells.values()]
    assert all(
        control.isReadOnly() if hasattr(control, "isReadOnly") else not control.isEnabled() for control in controls
    )
    assert not form.lists["economy.income"].add.isVisible()
    shown.form("summary")
    assert not shown.screen.pages.closing_card.isVisible()


def test_a_locked_note_leads_to_its_summary_for_the_family(show: Show, desk: Desk, couple: str, qtbot: QtBot) -> None:
    close_visit(desk, couple)
    shown = show(couple)
    locked_card(shown).summary.click()
    assert shown.window.house is not None
    page = shown.window.house.pages.page("letter")
    assert isinstance(page, LetterScreen)
    qtbot.waitUntil(lambda: page.ready)
    assert (page.model.wanted.kind, page.model.wanted.about) == ("visit_summary", couple)


def test_a_correction_opens_as_a_new_version_and_only_once(show: Show, desk: Desk, couple: str) -> None:
    close_visit(desk, couple)
    shown = show(couple)
    locked_card(shown).correct.click()
    settle()
    corrected = shown.screen.model.id
    assert (shown.stored.visit.corrects, shown.stored.locked) == (couple, False)
    shown.window.go("visit", couple)
    settle()
    assert locked_card(shown).correct.text() == "Åpne rettelsen"
    locked_card(shown).correct.click()
    settle()
    assert shown.screen.model.id == corrected


def test_a_visit_locked_by_another_laptop_is_shown_locked_at_once(shown: Shown, desk: Desk) -> None:
    shown.window.changed.emit(close_visit(desk, shown.screen.model.id))
    settle()
    assert locked_card(shown).isVisible()
    assert correct_visit(desk, shown.screen.model.id).made


def test_two_values_hold_the_lock_and_one_is_led_to_where_they_are_chosen(shown: Shown, desk: Desk) -> None:
    form = shown.stored.visit.kartlegging
    disagree(desk, form, "kartlegging", "economy.livsopphold", 1_900_000, 2_100_000, case=shown.stored.visit.case)
    shown.screen.refresh(None)
    shown.form("summary")
    assert points(shown)[0] == "To har skrevet ulikt i «Livsopphold». Velg under «I takt med serveren»."
    for press in (shown.screen.pages.closing_card.button, shown.screen.pages.closing_card.points[0]):
        shown.window.go("visit")
        press.click()
        settle()
        assert shown.window.house is not None
        assert isinstance(shown.window.house.pages.currentWidget(), InStepScreen)
    assert not shown.stored.locked


def test_what_may_fit_says_that_an_answer_has_two_values(shown: Shown, desk: Desk) -> None:
    frame = shown.screen.frame
    assert frame.panel.unsettled.isHidden() and frame.strip.two_values.isHidden()
    form = shown.stored.visit.kartlegging
    disagree(desk, form, "kartlegging", "economy.livsopphold", 1_900_000, 2_100_000, case=shown.stored.visit.case)
    shown.screen.refresh(None)
    assert frame.panel.unsettled.line.label.text().startswith("To har skrevet ulikt i «Livsopphold»")
    assert not frame.panel.unsettled.isHidden() and not frame.strip.two_values.isHidden()
    assert "ulikt i «Livsopphold»" in frame.strip.accessibleName()
    frame.panel.unsettled.button.click()
    settle()
    assert shown.window.house is not None
    assert isinstance(shown.window.house.pages.currentWidget(), InStepScreen)
