"""A colleague's value comes while she types in the same field: both are kept, as if she had saved before it came."""

from datetime import date, datetime
from typing import Any

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import Seat, close_meeting, invite, open_meeting, plan_meeting
from hjemmebesok.casework.photos import describe_photo
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.casework.talks import answer_offer, keep_note_draft, save_note
from hjemmebesok.casework.visits import (
    PRESENCE,
    keep_draft,
    open_visit,
    save_answer,
    save_presence,
)
from hjemmebesok.domain.meeting import Meeting, Offer
from hjemmebesok.domain.photo import Photo

SAVINGS, NOTE, PRICE, DEBT = "economy.savings", "summary.note", "wishes.price", "wishes.joint_debt"


@pytest.fixture
def meeting(municipality: Municipality, kari: Desk, ola: Desk, visit: str) -> str:
    """A meeting with the household of the visit."""
    assert visit
    made = plan_meeting(kari, Meeting(id="", case="", number=1, starts=datetime(2026, 10, 14, 17, 0))).made
    save_note(kari, invite(kari, made, "h1").made, "Vil eie.")
    sync_now(kari)
    municipality.grant(made, ola.user.id)
    sync_now(ola)
    return made


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def answer(desk: Desk, visit: str, field: str) -> Any:
    form = open_visit(desk, visit).form
    assert form is not None
    return form.answers.get(field)


def seat(desk: Desk, meeting: str) -> Seat:
    return open_meeting(desk, meeting).seats[0]


def two_values(desk: Desk) -> set[Any]:
    (conflict,) = conflicts_of(desk)
    return {conflict.shown.value, conflict.other.value}


@pytest.mark.parametrize("before", [None, 900_000])
def test_an_answer_that_comes_while_she_types_another_stands_beside_hers(
    kari: Desk, ola: Desk, visit: str, before: int | None
) -> None:
    if before is not None:
        save_answer(kari, visit, SAVINGS, before)
        meet(kari, ola)
    keep_draft(kari, visit, SAVINGS, "12")
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    keep_draft(kari, visit, SAVINGS, "12 000")
    save_answer(kari, visit, SAVINGS, 1_200_000)
    assert answer(kari, visit, SAVINGS) == 1_200_000
    meet(kari, ola)
    for desk in (kari, ola):
        assert two_values(desk) == {700_000, 1_200_000}


def test_what_had_the_keyboard_while_his_came_was_written_over_what_it_showed(
    kari: Desk, ola: Desk, visit: str
) -> None:
    shown = open_visit(kari, visit)
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    keep_draft(kari, visit, SAVINGS, 1_200_000, shown)
    save_answer(kari, visit, SAVINGS, 1_200_000)
    meet(kari, ola)
    assert two_values(ola) == {700_000, 1_200_000}


def test_an_answer_that_she_saw_before_she_typed_is_written_over(kari: Desk, ola: Desk, visit: str) -> None:
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    keep_draft(kari, visit, SAVINGS, 1_200_000)
    save_answer(kari, visit, SAVINGS, 1_200_000)
    meet(kari, ola)
    assert (answer(ola, visit, SAVINGS), conflicts_of(ola)) == (1_200_000, [])


@pytest.mark.parametrize("before", [None, 900_000])
def test_what_she_typed_and_took_back_leaves_his_alone(kari: Desk, ola: Desk, visit: str, before: int | None) -> None:
    if before is not None:
        save_answer(kari, visit, SAVINGS, before)
        meet(kari, ola)
    keep_draft(kari, visit, SAVINGS, "12")
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    assert not save_answer(kari, visit, SAVINGS, before)
    meet(kari, ola)
    for desk in (kari, ola):
        assert (answer(desk, visit, SAVINGS), conflicts_of(desk)) == (700_000, [])


def test_lines_of_a_note_that_she_did_not_touch_are_as_he_left_them(kari: Desk, ola: Desk, visit: str) -> None:
    save_answer(kari, visit, NOTE, "Vil eie.\nBor trangt.")
    meet(kari, ola)
    keep_draft(kari, visit, NOTE, "Vil eie.\nBor trangt.\nRing")
    save_answer(ola, visit, NOTE, "Vil eie på Fjell.\nBor trangt.")
    meet(ola, kari)
    save_answer(kari, visit, NOTE, "Vil eie.\nBor trangt.\nRing på mandag.")
    meet(kari, ola)
    for desk in (kari, ola):
        assert answer(desk, visit, NOTE) == "Vil eie på Fjell.\nBor trangt.\nRing på mandag."
        assert conflicts_of(desk) == []


def test_of_fields_that_say_one_thing_hers_go_together_with_what_she_saw(kari: Desk, ola: Desk, visit: str) -> None:
    save_answer(kari, visit, PRICE, 200_000_000)
    save_answer(kari, visit, DEBT, 10_000_000)
    meet(kari, ola)
    keep_draft(kari, visit, DEBT, 20_000_000)
    save_answer(ola, visit, PRICE, 250_000_000)
    meet(ola, kari)
    save_answer(kari, visit, DEBT, 20_000_000)
    meet(kari, ola)
    for desk in (kari, ola):
        (conflict,) = conflicts_of(desk)
        told = {(each.value[PRICE], each.value[DEBT]) for each in (conflict.shown, conflict.other)}
        assert told == {(200_000_000, 20_000_000), (250_000_000, 10_000_000)}


def test_what_she_saved_herself_meanwhile_is_not_taken_back_with_them(kari: Desk, visit: str) -> None:
    shown = open_visit(kari, visit)
    keep_draft(kari, visit, PRICE, 200_000_000, shown)
    keep_draft(kari, visit, DEBT, 20_000_000, shown)
    save_answer(kari, visit, PRICE, 200_000_000)
    sync_now(kari)
    save_answer(kari, visit, DEBT, 20_000_000)
    assert (answer(kari, visit, PRICE), answer(kari, visit, DEBT)) == (200_000_000, 20_000_000)
    sync_now(kari)
    assert conflicts_of(kari) == []


def test_a_line_of_a_list_has_two_values_too(kari: Desk, ola: Desk, visit: str) -> None:
    key = "economy.income/1"
    save_answer(kari, visit, key, {"type": "lonn_fast", "amount": 2_000_000})
    meet(kari, ola)
    keep_draft(kari, visit, key, {"type": "lonn_fast", "amount": "21"})
    save_answer(ola, visit, key, {"type": "lonn_deltid", "amount": 2_000_000})
    meet(ola, kari)
    save_answer(kari, visit, key, {"type": "lonn_fast", "amount": 2_100_000})
    meet(kari, ola)
    (conflict,) = conflicts_of(ola)
    assert {conflict.shown.value["amount"], conflict.other.value["amount"]} == {2_000_000, 2_100_000}


def test_who_he_saw_there_stays_beside_whom_she_did(kari: Desk, ola: Desk, visit: str) -> None:
    save_presence(kari, visit, ("Kari Nordmann",), ("Zeynep Kaya", "Elif Kaya"), None)
    meet(kari, ola)
    keep_draft(kari, visit, PRESENCE, {"staff": "Kari Nordmann", "present": ["Zeynep Kaya"]})
    save_presence(ola, visit, ("Kari Nordmann", "Ola Nordmann"), ("Zeynep Kaya", "Elif Kaya", "Ali Kaya"), None)
    meet(ola, kari)
    save_presence(kari, visit, ("Kari Nordmann",), ("Zeynep Kaya",), None)
    meet(kari, ola)
    for desk in (kari, ola):
        there = open_visit(desk, visit).visit
        assert (there.staff, there.present) == (("Kari Nordmann", "Ola Nordmann"), ("Zeynep Kaya", "Ali Kaya"))


def test_a_draft_from_before_what_came_stands_beside_it_once_the_laptop_is_opened_again(
    kari: Desk, ola: Desk, visit: str
) -> None:
    keep_draft(kari, visit, SAVINGS, 1_200_000)
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    keep_draft(kari, visit, SAVINGS, 1_250_000, open_visit(kari, visit))
    save_answer(kari, visit, SAVINGS, 1_250_000)
    meet(kari, ola)
    assert two_values(kari) == {700_000, 1_250_000}


def test_what_is_saved_for_her_since_the_case_leaves_takes_nothing_away(
    municipality: Municipality, kari: Desk, ola: Desk, visit: str
) -> None:
    keep_draft(kari, visit, SAVINGS, 1_200_000)
    save_answer(ola, visit, SAVINGS, 700_000)
    meet(ola, kari)
    municipality.revoke("h1", kari.user.id)
    meet(kari, ola)
    assert two_values(ola) == {700_000, 1_200_000}


@pytest.mark.parametrize("closing", [False, True])
def test_a_note_of_a_talk_takes_nothing_away_from_his(kari: Desk, ola: Desk, meeting: str, closing: bool) -> None:
    keep_note_draft(kari, seat(kari, meeting).participant.id, "Vil eie.\nHar", seat(kari, meeting))
    save_note(ola, seat(ola, meeting).participant.id, "Vil eie på Fjell.")
    meet(ola, kari)
    keep_note_draft(kari, seat(kari, meeting).participant.id, "Vil eie. Har hund.", seat(kari, meeting))
    if closing:
        close_meeting(kari, meeting)
    else:
        save_note(kari, seat(kari, meeting).participant.id, "Vil eie. Har hund.")
    meet(kari, ola)
    for desk in (kari, ola):
        assert {each.other.value for each in conflicts_of(desk)} == {"Vil eie på Fjell.", "Vil eie. Har hund."}


def test_a_day_typed_over_an_offer_that_she_had_not_seen_stands_beside_it(kari: Desk, ola: Desk, meeting: str) -> None:
    seen = seat(kari, meeting).participant
    answer_offer(ola, seen.id, Offer.DECLINED)
    meet(ola, kari)
    answer_offer(kari, seen.id, Offer.HOME, date(2026, 10, 21), seen)
    meet(kari, ola)
    (conflict,) = conflicts_of(kari)
    assert {each.value["offer"] for each in (conflict.shown, conflict.other)} == {"declined", "home"}


def test_the_words_of_a_photo_leave_those_that_she_did_not_write(kari: Desk, ola: Desk, visit: str) -> None:
    photo = Photo(
        id="p1", case="h1", visit=visit, sha256="0" * 64, media_type="image/jpeg", size=1, taken_on=date(2026, 10, 12)
    )
    with kari.work() as work:
        work.put(photo)
    meet(kari, ola)
    describe_photo(ola, "p1", caption="Badet", shows="")
    meet(ola, kari)
    describe_photo(kari, "p1", caption="", shows="Sprekk i flisene", seen=photo)
    meet(kari, ola)
    with ola.read() as reading:
        there = reading.get(Photo, "p1")
    assert (there.caption, there.shows) == ("Badet", "Sprekk i flisene")
