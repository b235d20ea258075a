"""One meeting on two laptops: closed on one, while the other holds households of its own."""

from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework import talks
from hjemmebesok.casework.conflicts import choose_value, conflicts_of
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


@pytest.fixture
def seat(municipality: Municipality, kari: Desk, ola: Desk, meeting: str) -> str:
    """The household's seat, on both laptops."""
    sync_now(ola)
    municipality.grant("h1", kari.user.id)
    sync_now(kari)
    for desk in (kari, ola):
        invite(desk, meeting, "h1")
    meet(kari, ola)
    (seat,) = open_meeting(kari, meeting).seats
    return seat.participant.id


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def promises(desk: Desk) -> list[tuple[str, date | None]]:
    return [(promise.step, promise.due) for promise in open_household(desk, "h1").follow_ups]


def test_two_who_invite_the_same_household_give_it_one_seat(kari: Desk, ola: Desk, seat: str, meeting: str) -> None:
    assert [each.participant.id for each in open_meeting(ola, meeting).seats] == [seat]
    assert conflicts_of(kari) == []


@pytest.mark.parametrize("place", [0, 1])
def test_of_two_answers_to_one_offer_the_chosen_one_is_the_promise(
    kari: Desk, ola: Desk, seat: str, place: int
) -> None:
    talks.answer_offer(kari, seat, Offer.HOME, date(2026, 10, 21))
    talks.answer_offer(ola, seat, Offer.OFFICE, date(2026, 10, 22))
    meet(kari, ola)
    assert sorted(promises(kari)) == [("home_talk", date(2026, 10, 21)), ("office_talk", date(2026, 10, 22))]
    (conflict,) = conflicts_of(kari)
    chosen = (conflict.shown.value, conflict.other.value)[place]
    choose_value(kari, conflict, chosen)
    meet(kari, ola)
    assert promises(kari) == promises(ola) == [(f"{chosen['offer']}_talk", date.fromisoformat(chosen["offer_on"]))]
    choose_value(ola, conflict, (conflict.other.value, conflict.shown.value)[place])
    meet(ola, kari)
    assert len(promises(kari)) == 1
    assert promises(kari) == promises(ola) != [(f"{chosen['offer']}_talk", date.fromisoformat(chosen["offer_on"]))]
    assert conflicts_of(kari) == conflicts_of(ola) == []


def test_a_promise_that_was_declined_goes_once_that_is_chosen_and_needs_no_choice_of_its_own(
    kari: Desk, ola: Desk, seat: str
) -> None:
    talks.answer_offer(kari, seat, Offer.HOME, date(2026, 10, 21))
    meet(kari, ola)
    talks.answer_offer(kari, seat, Offer.HOME, date(2026, 10, 22))
    talks.answer_offer(ola, seat, Offer.DECLINED)
    meet(kari, ola)
    (offer,) = [each for each in conflicts_of(kari) if each.field == "offer"]
    choose_value(kari, offer, {"offer": "declined", "offer_on": None})
    meet(kari, ola)
    assert promises(kari) == promises(ola) == []
    assert conflicts_of(kari) == conflicts_of(ola) == []


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
