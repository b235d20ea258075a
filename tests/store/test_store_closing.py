"""A closed store stays closed, and what was under way when it closed is saved whole."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Thread

import pytest

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store

PASSPHRASE = "fjell om høsten"  # of the store in conftest
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=UTC)
HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz")


@pytest.mark.parametrize(
    "way_in",
    [
        lambda store: store.read().__enter__(),
        lambda store: store.work("kari", NOW).__enter__(),
        lambda store: store.reading_connection().__enter__(),
        lambda store: store.writing_connection().__enter__(),
        lambda store: store.note_status(),
        lambda store: store.change_passphrase(PASSPHRASE, "sommer ved elva", LOWEST_COST),
    ],
    ids=["read", "work", "reading", "writing", "status", "passphrase"],
)
def test_nobody_comes_into_a_closed_store(store: Store, way_in: Callable[[Store], object]) -> None:
    store.close()
    with pytest.raises(Refused, match="låst"):
        way_in(store)
    assert not list(store.folder.glob("*-wal"))


def test_closing_twice_is_no_harm(store: Store) -> None:
    store.close()
    store.close()


def test_closing_lets_an_action_under_way_finish_and_saves_all_of_it(store: Store) -> None:
    begun, go_on = Event(), Event()

    def act() -> None:
        with store.work("kari", NOW) as work:
            begun.set()
            assert go_on.wait(30)
            work.put(HOME)

    acting, closing = Thread(target=act), Thread(target=store.close)
    acting.start()
    assert begun.wait(30)
    closing.start()
    closing.join(0.2)
    assert closing.is_alive()
    go_on.set()
    for thread in (acting, closing):
        thread.join(30)
    again = Store.open(store.folder, PASSPHRASE)
    with again.read() as reading:
        assert reading.get(Household, "h1") == HOME
    again.close()
