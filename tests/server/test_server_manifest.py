"""What a user or her team holds is looked up, and no more is read, whatever PostgreSQL knows of its tables."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, Table, event, make_url, text
from talking import Laptop, Town, new_case, new_id

from hjemmebesok.server import admin, rows, teams
from hjemmebesok.server.access import Access
from hjemmebesok.server.colleagues import team as team_page
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.manifest import manifest
from hjemmebesok.server.pull import behind, page
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tables import case_digest, case_file, case_grant, record, team, team_member
from hjemmebesok.wire.messages import PROTOCOL, Held, SyncRequest

PLACE, NOW = "9999", datetime(2026, 11, 22, 10, tzinfo=UTC)
HELD, OTHERS = 100, 2_000


@pytest.fixture
def fresh(postgresql: str) -> Iterator[Database]:
    """A PostgreSQL database that knows nothing of its tables until it is told to look."""
    engine = Database.open(postgresql).engine
    _alone(engine, "DROP DATABASE IF EXISTS manifest")
    _alone(engine, "CREATE DATABASE manifest")
    engine.dispose()
    database = Database.open(make_url(postgresql).set(database="manifest").render_as_string(hide_password=False))
    for table in (case_file, case_grant, case_digest, team_member, record):
        _alone(database.engine, f"ALTER TABLE {table.name} SET (autovacuum_enabled = false)")
    yield database
    database.close()


def test_a_manifest_looks_up_the_users_cases_and_no_others(fresh: Database) -> None:
    kari, lene = _fill(fresh)
    for _ in range(2):
        for caller in (kari, lene):
            with _reading(fresh, case_file, case_digest) as read, fresh.read(PLACE) as connection:
                assert len(manifest(connection, caller, NOW)) == HELD
            assert sum(read) == 2 * HELD  # each case and its digest
        _alone(fresh.engine, "ANALYZE")


def test_a_team_leaders_page_looks_up_what_her_team_holds_and_no_more(fresh: Database) -> None:
    kari, lene = _fill(fresh)
    for _ in range(2):
        with _reading(fresh, case_file, case_grant) as read:
            held = {one.user: one.held for one in team_page(fresh, lene, NOW).colleagues}
        assert held == {kari.user: HELD, lene.user: 0}
        assert sum(read) == 2 * HELD  # each grant and its case
        _alone(fresh.engine, "ANALYZE")


def test_how_far_a_leader_reaches_is_looked_up_for_each_case(fresh: Database) -> None:
    kari, lene = _fill(fresh)
    with fresh.read(PLACE) as connection:
        cases = [case.case for case in manifest(connection, kari, NOW)]
    for _ in range(2):
        with _reading(fresh, case_file, case_grant) as read, fresh.read(PLACE) as connection:
            reached = Access(connection, lene, cases, NOW)
        assert all(map(reached.holds, cases))
        assert sum(read) == 2 * HELD  # each case and the grant that makes it her team's
        _alone(fresh.engine, "ANALYZE")


def test_what_is_new_in_a_case_is_looked_up_and_no_more(fresh: Database) -> None:
    kari, _ = _fill(fresh)
    with fresh.read(PLACE) as connection:
        new, *known = manifest(connection, kari, NOW)
    for _ in range(2):
        with _reading(fresh, record) as read, fresh.read(PLACE) as connection:
            given = page(connection, kari, behind([new, *known], {case.case: case.head for case in known}))
        assert (len(given.records), sum(read)) == (1, 1)
        _alone(fresh.engine, "ANALYZE")


def test_a_round_with_nothing_to_do_asks_one_question(fresh: Database) -> None:
    kari, _ = _fill(fresh)
    with fresh.read(PLACE) as connection:
        held = [Held(case.case, case.head) for case in manifest(connection, kari, NOW)]
    asked: list[str] = []
    event.listen(fresh.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    sync(fresh, kari, SyncRequest(PROTOCOL, "", NOW.isoformat(), held, []), NOW)
    assert len(asked) == 2  # the first names the municipality, for the fence


def test_a_round_with_one_change_asks_a_few_questions_and_writes_at_once(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    kari.sync()
    caller = Caller(town.id, kari.user, "Kari Eksempel", Role.CASEWORKER, kari.device)
    held = [Held(case, seq) for case, seq in kari.held.items()]
    change = kari.change(case, "household", case, language="tr")
    asked: list[str] = []

    def listen(*told: Any) -> None:
        asked.append(told[2])

    event.listen(town.database.engine, "before_cursor_execute", listen)
    request = SyncRequest(PROTOCOL, "", kari.now().isoformat(), held, [change])
    assert sync(town.database, caller, request, kari.now()).results[0].outcome == "clean"
    event.remove(town.database.engine, "before_cursor_execute", listen)
    writing = [one for one in asked if not one.startswith(("SELECT", "BEGIN"))]
    by_table = 7  # on SQLite, where a statement costs next to nothing
    assert len(writing) == (by_table if town.database.engine.dialect.name == "sqlite" else 1)
    assert len(asked) - len(writing) == 8


def test_a_case_that_two_of_a_team_hold_is_told_once(town: Town, kari: Laptop, ola: Laptop) -> None:
    lene = town.laptop("Lene Leder", Role.TEAM_LEADER)
    east = teams.create_team(town.database, town.id, "Øst")
    for one in (kari, ola, lene):
        teams.join(town.database, town.id, east, one.user, NOW)
    case = new_case(kari)
    town.grant(case, ola, lene)
    assert [told.case for told in lene.sync().manifest] == [case]


def _alone(engine: Engine, statement: str) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement))


def _fill(database: Database) -> tuple[Caller, Caller]:
    """A caseworker, and the leader of her team, in a municipality with many cases of others."""
    admin.create_municipality(database, PLACE, "Eksempel kommune")
    kari, ola = (_new_user(database, name, Role.CASEWORKER) for name in ("Kari Eksempel", "Ola Eksempel"))
    lene = _new_user(database, "Lene Leder", Role.TEAM_LEADER)
    here = {"municipality_id": PLACE}
    held = here | {"granted_at": stamp(NOW), "revoked_at": None}
    holders = {new_id(): kari if number < HELD else ola for number in range(HELD + OTHERS)}
    begun = here | {"head_seq": 1, "restricted": False}
    with database.write(PLACE) as connection:
        rows.insert(connection, case_file, [begun | {"id": case} for case in holders])
        rows.insert(connection, case_digest, [here | {"case_id": case, "digest": bytes(16)} for case in holders])
        given = [held | {"case_id": case, "user_id": holder.user} for case, holder in holders.items()]
        rows.insert(connection, case_grant, given)
        lies = [here | {"id": case, "case_id": case, "kind": "household", "seq": 1, "body": b"{}"} for case in holders]
        rows.insert(connection, record, lies)
        rows.insert(connection, team, [here | {"id": "east", "name": "Øst"}])
        rows.insert(connection, team_member, [here | {"team_id": "east", "user_id": one.user} for one in (kari, lene)])
    return kari, lene


def _new_user(database: Database, name: str, role: Role) -> Caller:
    return Caller(PLACE, admin.create_user(database, PLACE, name, role, NOW), name, role, "")


@contextmanager
def _reading(database: Database, *tables: Table) -> Iterator[list[int]]:
    """How many rows of these tables PostgreSQL reads for each question that is asked meanwhile."""
    read: list[int] = []
    names = {table.name for table in tables}

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if "case_grant" in statement or "record.body" in statement:
            found = cursor.connection.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
            read.append(_read(found.fetchone()[0][0]["Plan"], names))

    event.listen(database.engine, "before_cursor_execute", explain)
    yield read
    event.remove(database.engine, "before_cursor_execute", explain)


def _read(step: dict[str, Any], tables: Collection[str]) -> int:
    deeper = sum(_read(one, tables) for one in step.get("Plans", []))
    if step.get("Relation Name") not in tables:
        return deeper
    return deeper + round((step["Actual Rows"] + step.get("Rows Removed by Filter", 0)) * step["Actual Loops"])
