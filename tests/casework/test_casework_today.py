"""The day's plan, and finding one household among many."""

from datetime import date, datetime, timedelta

import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import mark_done, mark_open
from hjemmebesok.casework.households import find_households, household_cards, open_household
from hjemmebesok.casework.meetings import all_meetings, invite, open_meeting, plan_meeting, welcome_uninvited
from hjemmebesok.casework.today import day_plan
from hjemmebesok.casework.visits import cancel_visit, close_visit, correct_visit, open_visit, plan_visit, start_visit
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import Refused

AT = datetime(2026, 10, 12, 10, 30)


def test_what_is_missing_and_what_was_promised_are_asked_as_questions(desk: Desk, family: str) -> None:
    with desk.work() as work:
        work.put(FollowUp(id="f1", case=family, step="bank_answer", due=date(2026, 10, 19)))
        work.put(FollowUp(id="f2", case=family, step="phone_call", owner=Owner.MUNICIPALITY))
        work.put(FollowUp(id="f3", case=family, step="lease", done_on=date(2026, 10, 1)))
    plan_visit(desk, family, AT)
    (visit,) = day_plan(desk).visits
    assert [str(question) for question in visit.questions] == [
        "Er tolk bestilt?",
        "Samtykker de til kartlegging?",
        "Er dette gjort? Vise kommunen svaret fra banken.",
    ]
    assert len(visit.missing) == 2


def test_a_visit_is_planned_with_its_interpreter_in_one_action(desk: Desk, family: str) -> None:
    made = plan_visit(desk, family, AT, interpreter_booked=True, two_together=True).made
    planned = open_visit(desk, made).visit
    assert (planned.interpreter_booked, planned.two_together) == (True, True)


def test_a_cancelled_visit_leaves_the_day_and_a_started_one_cannot_be_cancelled(desk: Desk, family: str) -> None:
    first, second = plan_visit(desk, family, AT).made, plan_visit(desk, family, AT).made
    start_visit(desk, first)
    cancel_visit(desk, second)
    assert [each.visit.id for each in day_plan(desk).visits] == [first]
    with pytest.raises(Refused, match="avlyses"):
        cancel_visit(desk, first)


def test_visits_of_the_last_two_weeks_that_were_not_held_to_their_end_are_remembered(desk: Desk, family: str) -> None:
    def days_ago(days: int) -> str:
        return plan_visit(desk, family, AT - timedelta(days=days)).made

    forgotten, begun, corrected, cancelled, closed, _long_ago = (days_ago(days) for days in (1, 14, 5, 2, 3, 15))
    plan_visit(desk, family, AT)
    cancel_visit(desk, cancelled)
    for visit in (begun, corrected, closed):
        start_visit(desk, visit)
    for visit in (corrected, closed):
        close_visit(desk, visit)
    correction = correct_visit(desk, corrected).made
    assert [each.visit.id for each in day_plan(desk).unfinished] == [forgotten, correction, begun]
    cancel_visit(desk, forgotten)
    close_visit(desk, correction)
    assert [each.visit.id for each in day_plan(desk).unfinished] == [begun]


def test_a_promise_marked_as_done_by_mistake_comes_back(desk: Desk, family: str) -> None:
    with desk.work() as work:
        work.put(FollowUp(id="f1", case=family, step="lease", due=date(2026, 10, 14)))
    mark_done(desk, "f1")
    mark_open(desk, "f1")
    assert [promise.follow_up.id for promise in day_plan(desk).promises] == ["f1"]


def test_ids_are_found_first_and_cards_are_read_for_those_in_sight(desk: Desk, family: str) -> None:
    with desk.work() as work:
        for number in range(30):
            work.put(Household(id=f"x{number:02}", case=f"x{number:02}", name=f"Grace Okafor {number:02}"))
    found = find_households(desk, "okafor", 20)
    assert len(found) == 20
    cards = household_cards(desk, [*found[:2], "gone"])
    assert [card.household.name for card in cards.values()] == ["Grace Okafor 00", "Grace Okafor 01"]


def test_the_list_of_meetings_counts_seats_and_those_who_came(desk: Desk, family: str) -> None:
    later = plan_meeting(desk, Meeting(id="", case="", number=13, starts=datetime(2026, 11, 2, 17))).made
    first = plan_meeting(desk, Meeting(id="", case="", number=12, starts=datetime(2026, 10, 12, 17))).made
    invite(desk, first, family)
    welcome_uninvited(desk, first, "Emre Çelik")
    lines = all_meetings(desk)
    assert [(line.meeting.id, line.seats, line.came) for line in lines] == [(first, 2, 1), (later, 0, 0)]
    assert [str(lack) for lack in lines[0].missing] == ["Mangler sted"]


def test_a_household_that_turns_up_uninvited_is_noted_as_such_once(desk: Desk, family: str) -> None:
    meeting = plan_meeting(desk, Meeting(id="", case="", number=12, starts=datetime(2026, 10, 12, 17))).made
    invite(desk, meeting, family, turned_up=True)
    invite(desk, meeting, family)
    (seat,) = open_meeting(desk, meeting).seats
    assert (seat.participant.invited, seat.participant.attended) == (False, True)


def test_a_households_file_knows_the_meetings_of_its_talks(desk: Desk, family: str) -> None:
    meeting = plan_meeting(desk, Meeting(id="", case="", number=12, starts=datetime(2026, 10, 12, 17))).made
    invite(desk, meeting, family)
    assert [each.number for each in open_household(desk, family).meetings] == [12]
