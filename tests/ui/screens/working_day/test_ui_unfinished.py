"""Visits of earlier days that were not held to their end: shown until something is done about them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from monday import TODAY, at, words_on
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.visits import open_visit, plan_visit, start_visit
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.households.story import events
from hjemmebesok.ui.screens.today.screen import TodayScreen
from hjemmebesok.ui.window import MainWindow

FRIDAY = timedelta(days=-3)


def today(window: MainWindow) -> TodayScreen:
    page = window.go("today")
    assert isinstance(page, TodayScreen)
    page.refresh()
    QApplication.processEvents()  # what was just added comes into sight
    return page


def now_in_sight(window: MainWindow) -> Any:
    assert window.house is not None
    return window.house.pages.currentWidget()


def test_a_visit_begun_on_friday_is_gone_on_with_by_one_press(desk: Desk, window: MainWindow) -> None:
    visit = plan_visit(desk, "h1", at(10) + FRIDAY).made
    start_visit(desk, visit)
    (line,) = today(window).unfinished.lines
    assert "9. okt. kl. 10:00 · Hjemmebesøk · Pågår" in words_on(line)
    assert (line.enter.text(), line.change.isVisible()) == ("Fortsett besøket", False)
    assert line.enter.accessibleName() == "Ayşe og Mehmet Yılmaz: Fortsett besøket"
    line.enter.click()
    assert now_in_sight(window).opened == visit


def test_a_visit_that_was_not_held_can_be_started_after_all_or_planned_anew(desk: Desk, window: MainWindow) -> None:
    visit = plan_visit(desk, "h2", at(10) + FRIDAY).made
    page = today(window)
    assert {"Ikke gjennomført", "Mariam Haidari", "9. okt. kl. 10:00 · Hjemmebesøk"} <= set(
        words_on(page.unfinished).split("\n")
    )
    page.unfinished.lines[0].change.click()
    plan = now_in_sight(window)
    plan.form.when.day.set_typed("13.10.2026")
    plan.save.click()
    assert open_visit(desk, visit).visit.starts.date() == TODAY + timedelta(days=1)
    assert today(window).unfinished.lines == []
    assert not page.unfinished.isVisible()
    late = plan_visit(desk, "h2", at(12) + FRIDAY).made
    today(window).unfinished.lines[0].enter.click()
    assert open_visit(desk, late).visit.status is VisitStatus.STARTED
    assert now_in_sight(window).opened == late


def test_it_makes_room_for_a_search(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, "h2", at(10) + FRIDAY)
    page = today(window)
    assert page.unfinished.isVisible()
    QTest.keyClicks(page.finder.field, "hai")
    assert not page.unfinished.isVisible()


def test_looking_at_the_clock_leaves_the_lines_and_the_keyboard_where_they_are(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, "h2", at(10) + FRIDAY)
    page = today(window)
    (line,) = page.unfinished.lines
    line.enter.setFocus()
    page.refresh()
    assert page.unfinished.lines == [line]
    assert window.focusWidget() is line.enter


def test_the_households_story_says_so_and_leads_to_its_plan_and_back(desk: Desk, window: MainWindow) -> None:
    visit = plan_visit(desk, "h1", at(10) + FRIDAY).made
    event, _asked = events(open_household(desk, "h1"), TODAY)
    assert (say(event.detail), event.opens) == ("Ikke gjennomført", ("visit_plan", f"visit/{visit}/household"))
    window.go(*event.opens)
    now_in_sight(window).leave.click()
    assert isinstance(now_in_sight(window), HouseholdScreen)


def test_today_passes_the_gate_with_unfinished_visits(
    desk: Desk, window: MainWindow, check_screen: Callable[..., None]
) -> None:
    start_visit(desk, plan_visit(desk, "h1", at(10) + FRIDAY).made)
    plan_visit(desk, "h3", at(12) + FRIDAY)
    plan_visit(desk, "h2", at(12))
    today(window)
    check_screen(window)
