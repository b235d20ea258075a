"""Today: the day in order, the visit at hand, and the way from there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from monday import HIDDEN, TODAY, at, put_meeting, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.today import VisitToday, day_plan
from hjemmebesok.casework.visits import cancel_visit, close_visit, open_visit, plan_visit, save_plan, start_visit
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.visit import Purpose, Visit, VisitStatus
from hjemmebesok.ui.i18n import say, speech
from hjemmebesok.ui.screens.households.promises import due_status
from hjemmebesok.ui.screens.today.model import heading, visit_status
from hjemmebesok.ui.screens.today.plan_visit import VisitPlanScreen
from hjemmebesok.ui.screens.today.screen import TodayScreen
from hjemmebesok.ui.window import MainWindow


def today(window: MainWindow) -> TodayScreen:
    page = window.go("today")
    assert isinstance(page, TodayScreen)
    page.refresh()
    QApplication.processEvents()  # what was just added comes into sight
    return page


def planning(window: MainWindow, key: str) -> VisitPlanScreen:
    page = window.go("visit_plan", key)
    assert isinstance(page, VisitPlanScreen)
    return page


def opened_at(window: MainWindow, name: str) -> str:
    """The key that this screen was opened at, '' where it is not in sight."""
    pages = window.house.pages  # type: ignore[union-attr]  # it is open
    page: Any = pages.page(name)
    return page.opened if page is not None and pages.currentWidget() is page else ""


def the_visit(desk: Desk) -> VisitToday:
    (visit,) = day_plan(desk).visits
    return visit


def test_the_day_is_counted_and_shown_in_order_of_time(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, "h2", at(13))
    plan_visit(desk, "h1", at(10, 30), interpreter_booked=True)
    put_meeting(desk, ("Zeynep Kaya",))
    page = today(window)
    assert say(heading(day_plan(desk))) == "2 hjemmebesøk og 1 fellesmøte · neste kl. 10:30"
    assert "Mandag 12. oktober" in words_on(page)
    names = [card.accessibleName() for card in page.day.cards]
    assert names[0] == (
        "10:30 · 90 min · Ayşe og Mehmet Yılmaz · Fjellåsen 14, H0302"
        " · Hjemmebesøk · 2 voksne, 2 barn · tyrkisk, tolk bestilt · Klar"
    )
    assert [name[:5] for name in names] == ["10:30", "13:00", "17:00"]


def test_a_day_without_visits_says_so(window: MainWindow) -> None:
    page = today(window)
    assert "Ingen besøk eller møter i dag" in words_on(page)
    assert not page.card.isVisible()


def test_the_pill_says_what_matters_most(desk: Desk) -> None:
    visit = plan_visit(desk, "h1", at(10)).made
    assert say(visit_status(the_visit(desk)).words) == "Tolk er ikke bestilt"
    save_plan(desk, replace(open_visit(desk, visit).visit, interpreter_booked=True))
    assert visit_status(the_visit(desk)).tone == "ok"
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), safety_note="Hund i gangen"))
    assert say(visit_status(the_visit(desk)).words) == "Les om sikkerhet"
    save_plan(desk, replace(open_visit(desk, visit).visit, two_together=True, interpreter_booked=False))
    assert say(visit_status(the_visit(desk)).words) == "Gå to sammen"
    start_visit(desk, visit)
    assert say(visit_status(the_visit(desk)).words) == "Pågår"
    close_visit(desk, visit)
    assert say(visit_status(the_visit(desk)).words) == "Ferdig, notat låst"


def test_what_to_look_out_for_and_to_ask_stands_on_the_card(desk: Desk, window: MainWindow) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h2"), safety_note="Hund i gangen"))
        work.remove(work.get(Visit, "h2-v"))
        work.put(FollowUp(id="f1", case="h2", step="bank_answer"))
    plan_visit(desk, "h2", at(10, 30))
    shown = words_on(today(window).card)
    for words in ("Hund i gangen", "Samtykker de til kartlegging?", "Er dette gjort? Vise kommunen", "om 35 min"):
        assert words in shown


def test_start_starts_the_visit_and_leads_to_it(desk: Desk, window: MainWindow) -> None:
    visit = plan_visit(desk, "h1", at(10, 30)).made
    page = today(window)
    assert page.card.button.text() == "Start hjemmebesøk"
    page.card.button.click()
    assert opened_at(window, "visit") == visit
    assert open_visit(desk, visit).visit.status is VisitStatus.STARTED
    assert today(window).card.button.text() == "Fortsett besøket"


def test_arrow_keys_go_through_the_day_and_enter_opens(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, "h1", at(10, 30))
    later = plan_visit(desk, "h2", at(13)).made
    page = today(window)
    page.day.cards[0].setFocus()
    QTest.keyClick(page.day.cards[0], Qt.Key.Key_Down)
    assert page.day.cards[1].isChecked()
    assert "Mariam Haidari" in words_on(page.card)
    QTest.keyClick(page.day.cards[1], Qt.Key.Key_Return)
    assert opened_at(window, "visit") == later


def test_search_finds_as_one_types_and_enter_opens(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, "h1", at(10, 30))
    page = today(window)
    QTest.keyClicks(page.finder.field, "hai")
    assert page.finder.isVisible()
    assert not page.day.isVisible()
    assert [page.finder.model.data(page.finder.model.index(0))] == ["Mariam Haidari"]
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    household: Any = window.house.pages.currentWidget()  # type: ignore[union-attr]  # it is open
    assert "Mariam Haidari" in words_on(household)
    QTest.keyClick(today(window).finder.field, Qt.Key.Key_Escape)
    assert page.day.isVisible()


def test_a_promise_is_kept_by_a_tick_and_comes_back_without_it(desk: Desk, window: MainWindow) -> None:
    with desk.work() as work:
        work.put(FollowUp(id="f1", case="h1", step="phone_call", owner=Owner.MUNICIPALITY, due=date(2026, 10, 8)))
    line = today(window).promises.lines["f1"]
    assert (line.pill.text(), due_status(date(2026, 10, 8), TODAY).tone) == ("Frist 8. okt.", "warn")
    line.tick.click()
    assert open_household(desk, "h1").follow_ups[0].done_on == TODAY
    assert line.pill.text() == "Gjort"
    line.tick.click()
    assert open_household(desk, "h1").follow_ups[0].done_on is None


def test_a_protected_address_is_nowhere(desk: Desk, window: MainWindow) -> None:
    plan_visit(desk, HIDDEN.id, at(10, 30))
    page = today(window)
    shown = words_on(page)
    assert "Fortrolig adresse" in shown
    assert not any(word in shown for word in ("Tunveien", "H0302", "Tunet"))
    shown = words_on(planning(window, f"household/{HIDDEN.id}"))
    assert "Liv Strand" in shown
    assert "Tunveien" not in shown


def test_a_visit_is_planned_for_a_household_that_is_searched_for(desk: Desk, window: MainWindow) -> None:
    page = planning(window, "new")
    page.save.click()
    assert "Velg hvem du skal besøke." in words_on(page)
    assert day_plan(desk).visits == ()
    QTest.keyClicks(page.whom.finder.field, "hai")
    QTest.keyClick(page.whom.finder.field, Qt.Key.Key_Return)
    page.form.when.time.set_typed("1330")
    page.form.booked.click()
    page.save.click()
    visit = the_visit(desk).visit
    assert (visit.case, visit.starts, visit.minutes, visit.purpose) == ("h2", at(13, 30), 90, Purpose.KARTLEGGING)
    assert visit.interpreter_booked
    assert "13:30" in words_on(today(window).day)


def test_a_day_that_cannot_be_read_is_refused_where_it_stands(desk: Desk, window: MainWindow) -> None:
    page = planning(window, "household/h1")
    page.form.when.day.set_typed("31.02.2027")
    page.save.click()
    assert "Dagen 31.02.2027 finnes ikke." in words_on(page)
    assert [visit.id for visit in open_household(desk, "h1").visits] == ["h1-v"]


def test_a_planned_visit_is_changed_and_cancelled(desk: Desk, window: MainWindow) -> None:
    visit = plan_visit(desk, "h1", at(10, 30)).made
    page = planning(window, f"visit/{visit}")
    page.form.two.click()
    page.save.click()
    assert the_visit(desk).visit.two_together
    planning(window, f"visit/{visit}").cancel.click()
    assert day_plan(desk).visits == ()
    assert open_visit(desk, visit).visit.status is VisitStatus.CANCELLED


def test_everything_follows_the_language(desk: Desk, window: MainWindow, settle: Callable[[], None]) -> None:
    plan_visit(desk, "h1", at(10, 30), interpreter_booked=True)
    page = today(window)
    speech.choose("tr")
    settle()
    assert "12 Ekim Pazartesi" in words_on(page)
    assert "Türkçe" in page.day.cards[0].accessibleName()


def test_today_passes_the_gate(desk: Desk, window: MainWindow, check_screen: Callable[..., None]) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h2"), safety_note="Hund i gangen. Ring på to ganger."))
        work.put(FollowUp(id="f1", case="h2", step="bank_answer", due=date(2026, 10, 8)))
    cancel_visit(desk, plan_visit(desk, "h1", at(9)).made)
    plan_visit(desk, "h2", at(10, 30))
    plan_visit(desk, "h3", at(14, 30), 30)
    page = today(window)
    check_screen(window, [page.finder.field.clear, lambda: page.finder.field.setText("fj")])


@pytest.mark.parametrize("key", ["new", "household/h2"])
def test_planning_passes_the_gate(window: MainWindow, check_screen: Callable[..., None], key: str) -> None:
    page = planning(window, key)
    page.save.click()
    check_screen(window)
