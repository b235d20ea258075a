"""A group meeting: time for each household, and nobody's note in another's file."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from hjemmebesok.casework import talks
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.meetings import (
    cancel_meeting,
    close_meeting,
    invite,
    next_meeting_number,
    open_meeting,
    plan_meeting,
    start_meeting,
    welcome_uninvited,
)
from hjemmebesok.casework.today import day_plan
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.followup import Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting, Offer, Talk
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store import sending


@pytest.fixture
def meeting(desk: Desk) -> str:
    with desk.work() as work:
        for number in range(1, 7):
            case = f"case-{number}"
            work.put(Household(id=case, case=case, name=f"Zeynep Kaya {number}", language="tr"))
    plan = Meeting(id="", case="", number=12, starts=datetime(2026, 10, 12, 17), place="Fjell grendehus", language="tr")
    return plan_meeting(desk, plan).made


def test_inviting_twice_is_one_seat(desk: Desk, meeting: str) -> None:
    assert invite(desk, meeting, "case-1").made == invite(desk, meeting, "case-1").made
    assert len(open_meeting(desk, meeting).seats) == 1


def test_too_few_and_too_many_are_a_warning_and_no_block(desk: Desk, meeting: str) -> None:
    invite(desk, meeting, "case-1")
    assert "færre enn 5" in str(open_meeting(desk, meeting).warnings[0])
    for number in range(2, 7):
        invite(desk, meeting, f"case-{number}")
    assert open_meeting(desk, meeting).warnings == ()
    for count in range(5):
        welcome_uninvited(desk, meeting, f"Emre Çelik {count}")
    assert "flere enn 10" in str(open_meeting(desk, meeting).warnings[0])


def test_somebody_uninvited_gets_a_seat_and_a_file_of_their_own(desk: Desk, meeting: str) -> None:
    seat = welcome_uninvited(desk, meeting, " Emre Çelik ").made
    (found,) = [each for each in open_meeting(desk, meeting).seats if each.participant.id == seat]
    assert (found.participant.invited, found.participant.attended) == (False, True)
    assert found.card.household.name == "Emre Çelik"
    assert found.card.household.language == "tr"


def test_no_households_note_is_in_anothers_file(desk: Desk, meeting: str) -> None:
    seats = [invite(desk, meeting, f"case-{number}").made for number in range(1, 4)]
    for number, seat in enumerate(seats, 1):
        talks.save_note(desk, seat, f"hemmelig {number}")
    close_meeting(desk, meeting)
    for number in range(1, 4):
        shown = repr(open_household(desk, f"case-{number}"))
        assert f"hemmelig {number}" in shown
        assert all(f"hemmelig {other}" not in shown for other in range(1, 4) if other != number)
    with desk.store.writing_connection() as connection:
        sent = sending.next_changes(connection, 100)
    assert all(change.kind == "participant" for change in sent if "hemmelig" in str(change.set))
    assert not any("hemmelig" in str(change.set) for change in sent if change.case == meeting)


def test_a_note_being_typed_is_kept_and_saved_when_the_meeting_closes(desk: Desk, meeting: str) -> None:
    seat = invite(desk, meeting, "case-1").made
    talks.keep_note_draft(desk, seat, "Vil kjøpe i Fj")
    assert open_meeting(desk, meeting).seats[0].note == "Vil kjøpe i Fj"
    close_meeting(desk, meeting)
    assert open_meeting(desk, meeting).seats[0].participant.note == "Vil kjøpe i Fj"


def test_an_accepted_offer_becomes_a_follow_up_and_a_declined_one_does_not(desk: Desk, meeting: str) -> None:
    yes, no = invite(desk, meeting, "case-1").made, invite(desk, meeting, "case-2").made
    start_meeting(desk, meeting)
    talks.set_attendance(desk, yes, True)
    talks.set_talk(desk, yes, Talk.DONE)
    talks.set_form_help(desk, yes, ("income",))
    talks.answer_offer(desk, yes, Offer.HOME, date(2026, 10, 21))
    talks.answer_offer(desk, no, Offer.DECLINED)
    close_meeting(desk, meeting)
    (promise,) = open_household(desk, "case-1").follow_ups
    assert (promise.step, promise.due) == ("home_talk", date(2026, 10, 21))
    assert open_household(desk, "case-2").follow_ups == ()


def test_a_closed_meeting_is_locked_with_all_its_talks(desk: Desk, meeting: str) -> None:
    seat = invite(desk, meeting, "case-1").made
    close_meeting(desk, meeting)
    with pytest.raises(Refused, match="låst"):
        talks.save_note(desk, seat, "etterpå")
    with pytest.raises(Refused, match="låst"):
        invite(desk, meeting, "case-2")
    assert open_meeting(desk, meeting).locked


def test_a_cancelled_meeting_keeps_its_list_and_takes_nobody_more(desk: Desk, meeting: str) -> None:
    invite(desk, meeting, "case-1")
    cancel_meeting(desk, meeting)
    opened = open_meeting(desk, meeting)
    assert opened.locked
    assert len(opened.seats) == 1
    assert day_plan(desk, opened.meeting.starts.date()).meetings == ()
    with pytest.raises(Refused, match="avlyst"):
        invite(desk, meeting, "case-2")
    with pytest.raises(Refused, match="avlyst"):
        start_meeting(desk, meeting)


def test_a_meeting_that_has_begun_is_not_cancelled(desk: Desk, meeting: str) -> None:
    start_meeting(desk, meeting)
    with pytest.raises(Refused, match="startet"):
        cancel_meeting(desk, meeting)


def test_the_next_number_follows_the_highest(desk: Desk, meeting: str) -> None:
    assert next_meeting_number(desk) == 13


def test_who_does_an_agreed_step_follows_from_the_step(desk: Desk, meeting: str) -> None:
    seat = invite(desk, meeting, "case-1").made
    talks.agree_step(desk, seat, "phone_call")
    talks.answer_offer(desk, seat, Offer.NEW_MEETING, date(2026, 11, 2))
    close_meeting(desk, meeting)
    promises = {each.step: (each.owner, each.due) for each in open_household(desk, "case-1").follow_ups}
    assert promises == {
        "phone_call": (Owner.MUNICIPALITY, None),
        "new_meeting": (Owner.MUNICIPALITY, date(2026, 11, 2)),
    }


def test_who_has_asked_not_to_be_contacted_is_not_invited_and_not_visited(desk: Desk, meeting: str) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "case-1"), reserved=True))
    with pytest.raises(Refused, match="ikke å bli kontaktet"):
        invite(desk, meeting, "case-1")
    with pytest.raises(Refused, match="ikke å bli kontaktet"):
        plan_visit(desk, "case-1", datetime(2026, 10, 13, 9))
    assert invite(desk, meeting, "case-1", turned_up=True)
