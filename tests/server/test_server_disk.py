"""A request waits for the disk once where something was written or given, and not at all where nothing has happened."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, event, select
from talking import new_id

from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.identity import Caller, identify
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tables import access_log
from hjemmebesok.wire.messages import Change, EnrolRequest, Held, SyncRequest, SyncResponse

PLACE, NOW = "9999", datetime(2026, 11, 22, 10, tzinfo=UTC)
Ask = Callable[..., SyncResponse]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(f"sqlite:///{tmp_path / 'server.db'}")
    admin.create_municipality(opened, PLACE, "Eksempel kommune")
    yield opened
    opened.close()


@pytest.fixture
def waits(database: Database) -> list[str]:
    """One entry for each time the disk was waited for: the end of a look at the database writes nothing."""
    met: list[str] = []

    def note(connection: Connection) -> None:
        met.extend(["commit"] if connection.get_execution_options().get("writes") else [])

    event.listen(database.engine, "commit", note)
    return met


@pytest.fixture
def laptops(database: Database) -> tuple[Caller, Caller]:
    """Two of one caseworker."""
    user = admin.create_user(database, PLACE, "Kari Eksempel", Role.CASEWORKER, NOW)

    def laptop() -> Caller:
        code = admin.make_code(database, PLACE, user, NOW)
        with database.write(PLACE) as connection:
            return identify(connection, enrol(connection, EnrolRequest(code, "Bærbar"), NOW).token, NOW)

    return laptop(), laptop()


def ask(database: Database, caller: Caller, held: list[Held], *changes: Change) -> SyncResponse:
    return sync(database, caller, SyncRequest(1, "", NOW.isoformat(), held, list(changes)), NOW)


def test_a_push_and_what_is_given_with_it_wait_once(
    database: Database, waits: list[str], laptops: tuple[Caller, Caller]
) -> None:
    first, second = laptops
    case = new_id()
    change = Change(new_id(), case, "household", case, {"name": "En"}, {}, 1, first.user, NOW.isoformat())
    ask(database, first, [], change)
    waits.clear()
    other = replace(change, id=new_id(), record=new_id(), kind="person")
    answer = ask(database, second, [], other)
    assert len(answer.records) == 2
    assert waits == ["commit"]
    with database.read(PLACE) as connection:
        given = connection.execute(select(access_log.c.case_id).where(access_log.c.action == "given")).scalars().all()
    assert given == [case]


def test_a_pull_waits_once_and_a_round_with_nothing_to_do_not_at_all(
    database: Database, waits: list[str], laptops: tuple[Caller, Caller]
) -> None:
    first, second = laptops
    case = new_id()
    ask(
        database,
        first,
        [],
        Change(new_id(), case, "household", case, {"name": "En"}, {}, 1, first.user, NOW.isoformat()),
    )
    waits.clear()
    answer = ask(database, second, [])
    assert len(answer.records) == 1
    assert waits == ["commit"]
    waits.clear()
    ask(database, second, answer.held)
    assert waits == []
