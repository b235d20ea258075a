"""A case that is hers no more stays for a text that no request can carry, until she has laid it aside."""

from dataclasses import replace

import httpx2
import pytest
from municipality import Municipality
from test_sync_files import photo_of
from test_sync_troubles import HOME, put, round_through

from hjemmebesok.casework.conflicts import conflicts_of, lay_aside, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household, search_households
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.server import erase
from hjemmebesok.store.work import stored

LONG = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(3_000))


def write_too_much(desk: Desk, case: str = "h1", field: str = "safety_note") -> None:
    """Save a text that no request can carry, and try to send it."""
    household = open_household(desk, case).card.household
    with desk.work() as work:
        work.set_field(household, field, LONG)
    narrow = lambda body: httpx2.Response(413) if len(body) > 3_000 else None  # noqa: E731 - a gate in one line
    round_through(desk, narrow)
    assert round_through(desk, narrow).requests == 1, "what could not be carried does not come along as a reminder"


@pytest.fixture
def stuck(kari: Desk) -> str:
    """The id of a change that no request could carry."""
    put(kari, HOME)
    sync_now(kari)
    write_too_much(kari)
    return set_aside_changes(kari)[0].change.id


def test_the_case_stays_with_the_text_and_leaves_once_it_is_laid_aside(
    municipality: Municipality, kari: Desk, stuck: str
) -> None:
    municipality.revoke("h1", kari.user.id)
    assert [sync_now(kari).left for _ in range(2)] == [(), ()]
    assert [aside.change.set["safety_note"] for aside in set_aside_changes(kari)] == [LONG]
    assert (sync_status(kari).held_back, sync_status(kari).leaving) == (1, 0)
    lay_aside(kari, stuck)
    assert sync_now(kari).left == ("h1",)
    assert search_households(kari, "") == []
    assert sync_status(kari).held_back == 0


@pytest.mark.usefixtures("stuck")
def test_a_case_that_is_hers_holds_nothing_back(municipality: Municipality, kari: Desk) -> None:
    sync_now(kari)
    assert sync_status(kari).held_back == 0
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    municipality.grant("h1", kari.user.id)
    sync_now(kari)
    assert sync_status(kari).held_back == 0


def test_a_shorter_text_goes_up_while_the_long_one_waits(municipality: Municipality, kari: Desk, stuck: str) -> None:
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    shown = open_household(kari, "h1").card.household
    with kari.work() as work:
        work.set_field(shown, "safety_note", "Kort")
    report = sync_now(kari)
    assert (report.sent, report.left) == (1, ())
    lay_aside(kari, stuck)
    assert sync_now(kari).left == ("h1",)


def test_the_long_text_is_shown_though_a_colleague_writes_elsewhere_in_the_record(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(kari, HOME)
    sync_now(kari)
    write_too_much(kari, field="wishes.where")  # of which no server has heard
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    with ola.work() as work:
        work.put(replace(open_household(ola, "h1").card.household, case_number="2026/17"))
    for desk in (ola, kari):
        sync_now(desk)
    with kari.store.reading_connection() as connection:
        fields, versions = stored(connection, "h1")
    assert (fields["case_number"], fields["wishes.where"]) == ("2026/17", LONG)
    assert "wishes.where" not in versions


def test_a_shorter_text_takes_the_place_of_what_stood_there_before(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(kari, replace(HOME, safety_note="Hund"))
    sync_now(kari)
    write_too_much(kari)
    with kari.work() as work:
        work.set_field(open_household(kari, "h1").card.household, "safety_note", "Hund, men snill")
    municipality.grant("h1", ola.user.id)
    for desk in (kari, ola):
        sync_now(desk)
        assert open_household(desk, "h1").card.household.safety_note == "Hund, men snill"
        assert conflicts_of(desk) == []


def test_it_stays_though_its_photos_have_been_sent(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    round_through(kari, lambda _: None)
    write_too_much(kari, photo.case)
    municipality.revoke(photo.case, kari.user.id)
    assert [sync_now(kari).left for _ in range(2)] == [(), ()]
    assert sync_status(kari).held_back == 1


@pytest.mark.usefixtures("stuck")
def test_a_case_that_is_known_to_be_erased_does_not_stay(municipality: Municipality, kari: Desk) -> None:
    shown = open_household(kari, "h1").card.household
    with kari.work() as work:
        work.set_field(shown, "adults", 2)
    erase.erase_case(municipality.database, municipality.place, "h1", kari.now())
    assert sync_now(kari).left == ("h1",)


def test_a_text_too_long_for_the_server_is_not_carried_along_in_every_round(kari: Desk) -> None:
    put(kari, HOME)
    sync_now(kari)
    with kari.work() as work:
        work.set_field(open_household(kari, "h1").card.household, "safety_note", LONG * 150)
    sync_now(kari)
    assert [aside.reason for aside in set_aside_changes(kari)] == ["too_large"]
    assert round_through(kari, lambda body: httpx2.Response(413) if len(body) > 3_000 else None).requests == 1
