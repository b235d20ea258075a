"""Fields that say one thing together, written by two people who had not seen each other's: never a mixture."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import choose_value, conflicts_of, settled_clashes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.photos import choose_photo, describe_photo, listed_photos
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.codec import to_fields

HOME = Dwelling(id="d1", case="h1", address="Fjellåsen 14", postcode="0000", place="Eksempel", rooms=3)
VISIT = Visit(id="v1", case="h1", starts=datetime(2026, 10, 12, 10, 30), minutes=90)


@pytest.fixture(autouse=True)
def _both_have_it(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    put(kari, Household(id="h1", case="h1", name="Familien Eksempel"), HOME, VISIT)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)


def put(desk: Desk, *records: Record) -> None:
    with desk.work() as work:
        for record in records:
            work.put(record)


def home(desk: Desk) -> Dwelling:
    with desk.read() as reading:
        return reading.get(Dwelling, "d1")


def test_no_photo_is_shown_without_the_words_that_whoever_chose_it_saw(kari: Desk, ola: Desk) -> None:
    photo = Photo(
        id="p1", case="h1", visit="v1", sha256="0" * 64, media_type="image/jpeg", size=1, taken_on=date(2026, 10, 12),
        shows="Fukt i taket",
    )  # fmt: skip
    put(kari, photo)
    all_sync(kari, ola)
    describe_photo(kari, "p1", caption="", shows="")
    choose_photo(ola, "p1", in_summary=True)
    all_sync(kari, ola)
    for desk in (kari, ola):
        (shown,) = listed_photos(desk, "v1")
        assert (shown.shows, shown.in_summary) in [("", False), ("Fukt i taket", True)]
        assert [each.field for each in conflicts_of(desk)] == ["shows"]


def visit(desk: Desk) -> Visit:
    with desk.read() as reading:
        return reading.get(Visit, "v1")


def all_sync(*desks: Desk) -> None:
    for desk in [*desks, *desks]:
        sync_now(desk)


def test_two_who_write_in_one_address_do_not_make_a_third(kari: Desk, ola: Desk) -> None:
    put(kari, replace(HOME, address="Tunveien 5"))
    put(ola, replace(HOME, postcode="0001", place="Annensted", rooms=4))
    all_sync(kari, ola)
    theirs = [replace(HOME, address="Tunveien 5", rooms=4), replace(HOME, postcode="0001", place="Annensted", rooms=4)]
    assert home(kari) == home(ola)
    assert home(kari) in theirs
    (conflict,) = conflicts_of(kari)
    assert conflict.field == "address"
    assert {each.value["place"] for each in (conflict.shown, conflict.other)} == {"Eksempel", "Annensted"}


def test_choosing_the_other_takes_all_of_it_and_can_be_undone(kari: Desk, ola: Desk) -> None:
    put(kari, replace(VISIT, starts=datetime(2026, 10, 13, 9, 0)))
    put(ola, replace(VISIT, minutes=30))
    all_sync(kari, ola)
    (conflict,) = conflicts_of(ola)
    choose_value(ola, conflict, conflict.other.value)
    all_sync(ola, kari)
    assert conflicts_of(kari) == []
    assert conflict.other.value.items() <= to_fields(visit(kari)).items()
    (settled,) = settled_clashes(kari)
    assert settled[1] == conflict.other.value
    choose_value(kari, settled[0].first, conflict.shown.value)
    all_sync(kari, ola)
    assert conflict.shown.value.items() <= to_fields(visit(ola)).items()


def test_the_same_address_from_both_needs_nobody(kari: Desk, ola: Desk) -> None:
    for desk in (kari, ola):
        put(desk, replace(HOME, address="Tunveien 5"))
    all_sync(kari, ola)
    assert conflicts_of(kari) == conflicts_of(ola) == []


def test_who_writes_on_from_what_is_shown_changes_it_cleanly(kari: Desk, ola: Desk) -> None:
    put(kari, replace(HOME, address="Tunveien 5"))
    all_sync(kari, ola)
    put(ola, replace(home(ola), postcode="0001"))
    all_sync(ola, kari)
    assert home(kari) == replace(HOME, address="Tunveien 5", postcode="0001")
    assert conflicts_of(kari) == []


def test_an_interpreter_is_booked_for_the_time_that_whoever_booked_saw(kari: Desk, ola: Desk) -> None:
    put(kari, replace(VISIT, starts=datetime(2026, 10, 15, 9, 0)))
    put(ola, replace(VISIT, interpreter_booked=True))
    all_sync(kari, ola)
    for desk in (kari, ola):
        assert (visit(desk).starts.day, visit(desk).interpreter_booked) in [(15, False), (12, True)]
    (conflict,) = conflicts_of(kari)
    booked = {each.value["starts"][:10]: each.value["interpreter_booked"] for each in (conflict.shown, conflict.other)}
    assert booked == {"2026-10-15": False, "2026-10-12": True}
