"""A database of the first version, with people's work in it, is brought up to date and loses nothing."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import make_url, text

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import schema
from hjemmebesok.server.audit import audit
from hjemmebesok.server.backup import Beginning, Rows, Tally
from hjemmebesok.server.caseload import grant_case
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import identify
from hjemmebesok.server.restore import restore
from hjemmebesok.server.sealed import Seal
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tokens import digest
from hjemmebesok.wire.codec import pack
from hjemmebesok.wire.messages import PROTOCOL, Change, RecordState, SyncRequest

TOKEN, NOW = "9999.token", datetime(2026, 11, 22, 10, tzinfo=UTC)
WHOSE = {"place": "9999", "user": "kari", "device": "pc", "case": "h1", "at": NOW.isoformat()}
STATE = RecordState("h1", "household", "h1", 1, {"name": "Familien Eksempel"}, {"name": "c1"})
FIRST_VERSION = (
    "INSERT INTO municipality (id, name, head_seq, head_hash) VALUES (:place, 'Eksempel kommune', 0, :nothing)",
    "INSERT INTO user_account (municipality_id, id, name, role) VALUES (:place, :user, 'Kari', 'caseworker')",
    "INSERT INTO device VALUES (:place, :device, :user, 'PC', :token, 'active', 0, :at)",
    "INSERT INTO case_file (municipality_id, id, head_seq) VALUES (:place, :case, 1)",
    "INSERT INTO case_grant VALUES (:place, :user, :case, :at, NULL)",
    "INSERT INTO record VALUES (:place, :case, :case, 'household', 1, :state)",
)


@pytest.fixture
def old(url: str, tmp_path: Path) -> str:
    """The URL of a database as the first version made it."""
    fresh = f"sqlite:///{tmp_path / 'old.db'}"
    if url.startswith("postgresql"):
        server = Database.open(url)
        with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("DROP DATABASE IF EXISTS old"))
            connection.execute(text("CREATE DATABASE old"))
        server.close()
        fresh = make_url(url).set(database="old").render_as_string(hide_password=False)
    values = WHOSE | {"nothing": b"", "token": digest(TOKEN), "state": msgspec.msgpack.encode(STATE)}
    with Database.begin_empty(fresh) as connection:
        schema.migrate(connection, "0001")
        for statement in FIRST_VERSION:
            named = {name: value for name, value in values.items() if f":{name}" in statement}
            connection.execute(text(statement), named)
    return fresh


def test_what_the_first_version_held_is_there_and_can_be_worked_on(old: str) -> None:
    database = Database.open(old)
    with database.read("9999") as connection:
        caller = identify(connection, TOKEN, NOW)
    assert caller.epoch
    change = Change("c2", "h1", "household", "h1", {"name": "Familien Ny"}, {"name": "c1"}, 1, "kari", NOW.isoformat())
    answer = sync(database, caller, SyncRequest(PROTOCOL, "", NOW.isoformat(), [], [change]), NOW)
    assert [result.outcome for result in answer.results] == ["clean"]
    assert [(record.id, record.fields) for record in read(answer.records)] == [("h1", {"name": "Familien Ny"})]
    assert audit(database, "9999").whole
    grant_case(database, "9999", "h1", "kari", NOW)
    database.close()


def read(records: object) -> list[RecordState]:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(records), type=list[RecordState])


def test_a_server_that_starts_while_another_is_at_it_waits_for_it(old: str) -> None:
    with ThreadPoolExecutor(3) as threads:
        for opened in threads.map(Database.open, [old] * 3):
            with opened.read("") as connection:
                assert schema.is_current(connection)
            opened.close()


def test_a_backup_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    file = io.BytesIO()
    seal = Seal(file, "fjell om høsten")
    towns = Rows("municipality", ["id", "name", "head_seq", "head_hash"], [["9999", "Eksempel kommune", 0, b""]])
    tally = Tally()
    tally.add(towns)
    for part in (Beginning("0001", NOW.isoformat()), towns, tally.ending()):
        seal.write(pack(part))
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    restore(url, io.BytesIO(file.getvalue()), "fjell om høsten")
    database = Database.open(url)
    with database.read("9999") as connection:
        assert schema.is_current(connection)
    assert audit(database, "9999").whole
    database.close()


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    Seal(file, "fjell om høsten").write(pack(Beginning("9999", NOW.isoformat())))
    with pytest.raises(Refused, match="nyere"):
        restore(f"sqlite:///{tmp_path / 'restored.db'}", io.BytesIO(file.getvalue()), "fjell om høsten")
