"""What a request costs grows with what changed, and not with what is stored: every question goes by an index."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import event
from talking import new_id

from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.identity import identify
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sync import sync
from hjemmebesok.wire.messages import Change, EnrolRequest, Held, SyncRequest

STEP = re.compile(r"SEARCH (\w+) USING (?:PRIMARY KEY|.*INDEX \w+) \((.*?)\)")
NARROW = {"municipality", "cases", "asked"}  # one row; the lists the request itself brought
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[dict[str, list[str]]]:
    """The plan of each statement that a conversation of one push, one clash and one pull runs on SQLite."""
    database = Database.open(f"sqlite:///{tmp_path / 'server.db'}")
    plans: dict[str, list[str]] = {}

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if many else parameters)
            plans[statement] = [row[3] for row in rows]

    event.listen(database.engine, "before_cursor_execute", explain)
    converse(database)
    yield plans
    database.close()


def converse(database: Database) -> None:
    admin.create_municipality(database, "9999", "Eksempel kommune")
    user = admin.create_user(database, "9999", "Kari Eksempel", Role.CASEWORKER, NOW)
    with database.write("9999") as connection:
        code = EnrolRequest("", "Bærbar 1")
    code = replace(code, code=admin.make_code(database, "9999", user, NOW))
    with database.write("9999") as connection:
        token = enrol(connection, code, NOW).token
    with database.read("9999") as connection:
        caller = identify(connection, token, NOW)
    case = new_id()
    first = Change(new_id(), case, "household", case, {"name": "En"}, {}, 1, user, NOW.isoformat())
    clash = replace(first, id=new_id(), set={"name": "To"}, base={"name": new_id()}, device_seq=2)
    refused = replace(first, id=new_id(), kind="person", device_seq=3)
    for changes in ([first], [clash, refused], []):
        sync(database, caller, SyncRequest(1, "", NOW.isoformat(), [Held(case, 0)], changes), NOW)


def test_every_question_goes_by_an_index_from_the_municipality_down(asked: dict[str, list[str]]) -> None:
    assert len(asked) > 12
    for statement, plan in asked.items():
        for step in plan:
            if step.startswith("SCAN"):
                assert step.split()[1] in NARROW, (statement, plan)
            found = STEP.match(step)
            if found and found[1] not in NARROW:
                assert found[2].startswith("municipality_id=? AND "), (statement, plan)
