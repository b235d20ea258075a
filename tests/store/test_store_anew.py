"""A case that comes anew: what the server lacks goes when all has come, and never what it has not heard of."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, func, select

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.store import replica, sending, tables, whole, work
from hjemmebesok.store.store import Store
from hjemmebesok.wire.messages import Case, Conflict, Held, RecordState, Result, Value

NOW = datetime(2026, 10, 12, 8, 30, tzinfo=UTC)
MANIFEST = [Case("h1", 5, b"")]


def put(store: Store, *names: str) -> None:
    with store.work("kari", NOW) as unit:
        for name in names:
            unit.put(
                Household(id="h1", case="h1", name=name) if name == "h1" else Person(id=name, case="h1", name=name)
            )


def here(connection: Connection) -> set[str]:
    return set(connection.execute(select(tables.record.c.id)).scalars())


def come(connection: Connection, seq: int, *records: str) -> list[str]:
    """These records come, and bring the laptop so far; the cases that are whole then."""
    whole.note_arrived(connection, [RecordState(record, "person", "h1", seq, {}, {}) for record in records])
    replica.advance(connection, [Held("h1", seq)])
    return whole.finish(connection, MANIFEST)


@pytest.fixture
def case(store: Store) -> str:
    """A household in step with the server, with one person it would not take and one it has not heard of."""
    put(store, "h1", "ada", "ola", "eva")
    with store.writing_connection() as connection:
        sent = sending.next_changes(connection, 10)
        sending.take_results(connection, sent, [Result(one.id, "clean", "", 1) for one in sent], NOW.isoformat())
        work.take_back(connection, "eva", sent[-1].id)
        replica.advance(connection, [Held("h1", 5)])
    put(store, "ida")
    return "h1"


def test_nothing_is_taken_away_before_all_has_come(store: Store, case: str) -> None:
    with store.writing_connection() as connection:
        whole.ask_anew(connection, [case])
        assert come(connection, 3, "h1") == []
        assert here(connection) == {"h1", "ada", "ola", "eva", "ida"}
        assert come(connection, 5, "ada") == [case]
        assert here(connection) == {"h1", "ada", "eva", "ida"}


def test_what_has_come_once_counts_for_that_time_alone(store: Store, case: str) -> None:
    with store.writing_connection() as connection:
        for records in (("h1", "ada", "ola"), ("h1",)):
            whole.ask_anew(connection, [case])
            come(connection, 5, *records)
        assert here(connection) == {"h1", "eva", "ida"}


def test_of_a_case_that_leaves_while_it_comes_anew_nothing_is_remembered(store: Store, case: str) -> None:
    with store.writing_connection() as connection:
        whole.ask_anew(connection, [case])
        come(connection, 3, "h1")
        replica.drop_cases(connection, [case])
        assert connection.execute(select(func.count()).select_from(tables.arrived)).scalar_one() == 0


def test_who_chooses_between_two_of_three_values_leaves_the_third_to_be_chosen_about(store: Store, case: str) -> None:
    shown, *others = (Value(change, change, change, NOW.isoformat()) for change in ("kari", "ola", "ada"))
    both = [Conflict(f"name/{one.change}", "ada", "person", case, "name", 5, shown, one, "open") for one in others]
    with store.writing_connection() as connection:
        replica.take_conflicts(connection, both)
    with store.work("kari", NOW) as unit:
        unit.settle(both[0], "ola")
    with store.writing_connection() as connection:
        assert [change.settles for change in sending.next_changes(connection, 10)][-1] == ["name/ola"]
        still_open = select(tables.conflict.c.id).where(tables.conflict.c.open)
        assert connection.execute(still_open).scalars().all() == ["name/ada"]
