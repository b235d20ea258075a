"""The list of meetings, and planning one."""

from collections.abc import Callable
from datetime import datetime

from monday import put_meeting, words_on

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import all_meetings, close_meeting, plan_meeting, start_meeting
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.ui.screens.meeting.screen import MeetingScreen
from hjemmebesok.ui.screens.meetings.plan import MeetingPlanScreen
from hjemmebesok.ui.screens.meetings.screen import MeetingsScreen
from hjemmebesok.ui.window import MainWindow


def listed(window: MainWindow) -> MeetingsScreen:
    page = window.go("meetings")
    assert isinstance(page, MeetingsScreen)
    page.refresh()
    return page


def planning(window: MainWindow, key: str) -> MeetingPlanScreen:
    page = window.go("meeting_plan", key)
    assert isinstance(page, MeetingPlanScreen)
    return page


def test_those_to_come_stand_first_and_those_that_were_after(desk: Desk, window: MainWindow) -> None:
    held, _ = put_meeting(desk, ("Zeynep Kaya",))
    start_meeting(desk, held)
    close_meeting(desk, held)
    for number, starts in ((14, datetime(2026, 11, 2, 17)), (13, datetime(2026, 10, 19, 17))):
        plan_meeting(desk, Meeting(id="", case="", number=number, starts=starts, language="so"))
    plan_meeting(desk, Meeting(id="", case="", number=11, starts=datetime(2026, 9, 14, 17)))
    page = listed(window)
    assert [card.accessibleName().split(" · ")[2] for card in page.coming.cards] == [
        "Fellesmøte nr. 13", "Fellesmøte nr. 14",
    ]  # fmt: skip
    last, first = (card.accessibleName() for card in page.past.cards)
    assert last.endswith("Ferdig og låst")
    assert first.endswith("Ikke avsluttet")
    assert "1 av 10 plasser" in last
    assert "somali, tolk ikke bestilt" in page.coming.cards[0].accessibleName()


def test_a_card_leads_to_its_meeting(desk: Desk, window: MainWindow) -> None:
    put_meeting(desk, ("Zeynep Kaya",))
    listed(window).coming.cards[0].click()
    assert isinstance(window.house.pages.currentWidget(), MeetingScreen)  # type: ignore[union-attr]  # it is open


def test_a_meeting_is_planned_with_the_next_number(desk: Desk, window: MainWindow) -> None:
    put_meeting(desk, ())
    page = planning(window, "new")
    assert page.form.number.value() == 13
    page.form.place.set_typed("Fjell grendehus, sal 2")
    page.form.language.set_value("so")
    page.form.capacity.set_typed("8")
    page.form.booked.click()
    page.save.click()
    made = all_meetings(desk)[-1].meeting
    assert (made.number, made.starts) == (13, datetime(2026, 10, 19, 17))
    assert (made.place, made.language, made.capacity) == ("Fjell grendehus, sal 2", "so", 8)
    assert made.interpreter_booked
    assert "Fellesmøte nr. 13" in words_on(window)


def test_a_plan_is_changed(desk: Desk, window: MainWindow) -> None:
    meeting, _ = put_meeting(desk, ())
    page = planning(window, f"meeting/{meeting}")
    page.form.place.set_typed("Biblioteket")
    page.save.click()
    (line,) = all_meetings(desk)
    assert (line.meeting.id, line.meeting.place) == (meeting, "Biblioteket")


def test_a_planned_meeting_is_cancelled_and_says_so(desk: Desk, window: MainWindow) -> None:
    meeting, _ = put_meeting(desk, ("Zeynep Kaya",))
    planning(window, f"meeting/{meeting}").cancel.click()
    shown = window.house.pages.currentWidget()  # type: ignore[union-attr]  # it is open
    assert isinstance(shown, MeetingScreen)
    assert "Avlyst" in words_on(shown)
    assert "Tolk er ikke bestilt" not in words_on(shown), "nothing is left to arrange"
    assert "færre enn" not in words_on(shown)
    assert "Zeynep Kaya" in words_on(shown)
    assert not any(button.isVisible() for button in (shown.bar.primary, shown.bar.add, shown.header.plan))
    (card,) = listed(window).past.cards
    assert card.accessibleName().endswith("Avlyst")


def test_a_meeting_under_way_is_not_cancelled(desk: Desk, window: MainWindow) -> None:
    meeting, _ = put_meeting(desk, ())
    start_meeting(desk, meeting)
    assert not planning(window, f"meeting/{meeting}").cancel.isVisible()


def test_a_plan_without_a_number_is_refused_where_it_stands(desk: Desk, window: MainWindow) -> None:
    page = planning(window, "new")
    page.form.capacity.set_typed("")
    page.save.click()
    assert "Skriv et tall." in words_on(page)
    assert all_meetings(desk) == []


def test_list_and_plan_pass_the_gate(desk: Desk, window: MainWindow, check_screen: Callable[..., None]) -> None:
    put_meeting(desk, ("Zeynep Kaya",))
    plan_meeting(desk, Meeting(id="", case="", number=11, starts=datetime(2026, 9, 14, 17), language="so"))
    check_screen(window, [lambda: listed(window), lambda: planning(window, "new")])
