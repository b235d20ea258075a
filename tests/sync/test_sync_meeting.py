"""One meeting on two laptops: closed on one, while the other holds households of its own."""

from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework import talks
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.meetings import close_meeting, invite, open_meeting, plan_meeting, start_meeting
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting, Offer


@pytest.fixture
def meeting(municipality: Municipality, kari: Desk, ola: Desk) -> str:
    """A meeting on both laptops; only Ola holds the household h1."""
    made = plan_meeting(kari, Meeting(id="", case="", number=1, starts=datetime(2026, 10, 12, 17, 0))).made
    start_meeting(kari, made)
    sync_now(kari)
    municipality.grant(made, ola.user.id)
    with ola.work() as work:
        work.put(Household(id="h1", case="h1", name="Familien Eksempel"))
    sync_now(ola)
    return made


def test_an_offer_accepted_on_one_laptop_is_a_promise_although_another_closes_the_meeting(
    kari: Desk, ola: Desk, meeting: str
) -> None:
    seat = invite(ola, meeting, "h1").made
    talks.answer_offer(ola, seat, Offer.HOME, date(2026, 10, 21))
    close_meeting(kari, meeting)
    for desk in (ola, kari, ola):
        sync_now(desk)
    (promise,) = open_household(ola, "h1").follow_ups
    assert (promise.step, promise.due) == ("home_talk", date(2026, 10, 21))


def test_an_offer_declined_after_all_is_no_promise(ola: Desk, meeting: str) -> None:
    seat = invite(ola, meeting, "h1").made
    talks.answer_offer(ola, seat, Offer.HOME, date(2026, 10, 21))
    talks.agree_step(ola, seat, "apply")
    talks.answer_offer(ola, seat, Offer.DECLINED)
    assert [promise.step for promise in open_household(ola, "h1").follow_ups] == ["apply"]


def test_a_note_half_typed_is_saved_when_a_colleague_has_closed_the_meeting(
    kari: Desk, ola: Desk, meeting: str
) -> None:
    seat = invite(ola, meeting, "h1").made
    talks.keep_note_draft(ola, seat, "Vil eie på Fj")
    close_meeting(kari, meeting)
    for desk in (kari, ola):
        sync_now(desk)
    (kept,) = open_meeting(ola, meeting).seats
    assert kept.participant.note == "Vil eie på Fj"
    assert sync_now(ola).set_aside == 0
