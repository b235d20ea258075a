"""Search as you type."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.record import Record
from hjemmebesok.store import search
from hjemmebesok.store.store import Store


def found(store: Store, typed: str, *records: Record) -> list[str]:
    with store.work("kari", datetime(2026, 10, 12, tzinfo=UTC)) as work:
        for record in records:
            work.put(record)
        search.bring_up_to_date(work.connection)
        return search.search(work.connection, typed, 10)


@pytest.mark.parametrize("typed", ["yıl", "YIL", "yil", "mehmet yilmaz", "fjellåsen 14", "fjellasen h0302", "00000101"])
def test_a_household_is_found_by_the_beginning_of_its_words(store: Store, typed: str) -> None:
    records = (
        Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz"),
        Person(id="p1", case="h1", name="Mehmet Yılmaz", phone="000 00 101"),
        Dwelling(id="d1", case="h1", address="Fjellåsen 14", unit="H0302"),
        Household(id="h2", case="h2", name="Liv Strand"),
    )
    assert found(store, typed, *records) == ["h1"]


def test_households_stand_in_the_order_of_a_norwegian_list_of_names(store: Store) -> None:
    names = [
        "Aylin Kaya",
        "Çelik, Emre",
        "Gül Demir",
        "Olav Berg",
        "Zeynep Kaya",
        "Ærlig, Ola",
        "Østby, Kari",
        "Åse Berg",
    ]
    order = [1, 2, 3, 0, 4, 5, 7, 6]
    records = [Household(id=f"h{at}", case=f"h{at}", name=names[at]) for at in order]
    assert found(store, "", *records) == [f"h{at}" for at in range(8)]
    assert found(store, "kaya") == ["h0", "h4"]
    assert found(store, "", Household(id="h0", case="h0", name="Åse Aas"))[-2:] == ["h0", "h7"]


def test_a_protected_address_is_not_found_by_looking_for_it(store: Store) -> None:
    home = Household(id="h1", case="h1", name="Liv Strand", protection=Protection.FORTROLIG)
    dwelling = Dwelling(id="d1", case="h1", address="Hemmelig vei 3")
    assert found(store, "hemmelig", home, dwelling) == []
    assert found(store, "strand") == ["h1"]


def test_a_renamed_household_is_no_longer_found_by_its_old_name(store: Store) -> None:
    assert found(store, "strand", Household(id="h1", case="h1", name="Liv Strand")) == ["h1"]
    assert found(store, "strand", Household(id="h1", case="h1", name="Liv Berg")) == []


def test_a_forgotten_case_leaves_no_words(store: Store) -> None:
    found(store, "strand", Household(id="h1", case="h1", name="Liv Strand"))
    with store.writing_connection() as connection:
        search.forget(connection, "h1")
        assert search.search(connection, "strand", 10) == []


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert search.folded(search.folded(words)) == search.folded(words)


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(", "a OR b", "-", "'; --", "(", "å:b"])
def test_whatever_is_typed_the_search_answers(store: Store, typed: str) -> None:
    assert found(store, typed, Household(id="h1", case="h1", name="Zeynep Kaya")) in ([], ["h1"])
