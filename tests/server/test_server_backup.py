"""A backup is everything as it was at one moment; what is restored from it is the same server, and laptops notice."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest
from msgspec.structs import replace
from sqlalchemy import make_url, select, text
from talking import Laptop, Town, new_id

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, fence
from hjemmebesok.server.audit import audit
from hjemmebesok.server.backup import backup
from hjemmebesok.server.batch import Clocks
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller, identify
from hjemmebesok.server.push import push
from hjemmebesok.server.restore import restore
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tables import metadata, municipality, payload
from hjemmebesok.wire.codec import LARGEST_MESSAGE
from hjemmebesok.wire.messages import PROTOCOL, SyncRequest

WORDS = "fjell om høsten"
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def new_url(url: str, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes URLs of empty databases of the same kind."""
    numbers = iter(range(100))

    def make() -> str:
        name = f"restored_{tmp_path.name.replace('-', '_')}_{next(numbers)}"
        if not url.startswith("postgresql"):
            return f"sqlite:///{tmp_path / name}.db"
        server = Database.open(url)
        with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        server.close()
        return make_url(url).set(database=name).render_as_string(hide_password=False)

    return make


@pytest.fixture
def case(town: Town, kari: Laptop, ola: Laptop) -> str:
    """A case with a clash in it, a refused change, and a colleague."""
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Kanarifugl", address="Fjellåsen 14"))
    town.grant(case, ola)
    ola.sync()
    kari.sync(kari.change(case, "household", case, safety_note="Hund"))
    ola.sync(ola.change(case, "household", case, safety_note="Gå to sammen"))
    ola.sync(replace(ola.change(case, "household", case, name="x"), author=kari.user))
    return case


def saved(database: Database) -> bytes:
    file = io.BytesIO()
    backup(database, file, WORDS, NOW)
    return file.getvalue()


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read(fence.EVERYWHERE) as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def test_what_is_restored_is_what_was_there_but_for_the_epoch(
    database: Database, town: Town, case: str, new_url: Callable[[], str]
) -> None:
    before = everything(database)
    count = restore(url := new_url(), io.BytesIO(saved(database)), WORDS)
    restored = Database.open(url)
    after = everything(restored)
    assert count == sum(map(len, before.values()))
    assert audit(restored, town.id) == audit(database, town.id)
    epochs = [{row[0]: row[-1] for row in tables.pop("municipality")} for tables in (before, after)]
    assert after == before
    assert epochs[0].keys() == epochs[1].keys()
    assert all(epochs[0][place] != epochs[1][place] != "" for place in epochs[0])
    restored.close()


def test_a_laptop_goes_on_with_a_restored_server_and_sees_that_it_was(
    database: Database, town: Town, kari: Laptop, case: str, new_url: Callable[[], str]
) -> None:
    told, now = kari.sync().epoch, datetime.now(UTC)  # the case is hers from the server's own clock on
    assert told
    restore(url := new_url(), io.BytesIO(saved(database)), WORDS)
    restored = Database.open(url)
    with restored.read(town.id) as connection:
        caller = identify(connection, kari.token, now)
    change = kari.change(case, "household", case, name="Familien Igjen")
    asked = SyncRequest(PROTOCOL, "", now.isoformat(), [], [replace(change, base=kari.records[case].versions)])
    answer = sync(restored, caller, replace(asked, changes=[change]), now)
    assert answer.results[0].outcome == "clean"
    assert answer.epoch not in ("", told)
    restored.close()


def test_a_backup_of_sqlite_becomes_a_postgresql_and_back(
    database: Database, town: Town, case: str, postgresql: str, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'other.db'}"
    if database.engine.dialect.name == "sqlite":
        server = Database.open(postgresql)
        with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CREATE DATABASE moved"))
        server.close()
        url = make_url(postgresql).set(database="moved").render_as_string(hide_password=False)
    restore(url, io.BytesIO(saved(database)), WORDS)
    moved = Database.open(url)
    assert audit(moved, town.id).whole
    moved.close()


def test_the_largest_change_that_is_ever_kept_is_restored_too(
    town: Town, kari: Laptop, database: Database, tmp_path: Path
) -> None:
    case, caller = new_id(), Caller(town.id, kari.user, "Kari Eksempel", Role.CASEWORKER, kari.device)
    changes = [kari.change(case, "household", case, name="x" * size) for size in (10_000, LARGEST_MESSAGE - 1_000)]
    with database.write(town.id) as connection:  # a request has been as large as an answer once
        pushed = push(connection, caller, changes, Clocks(NOW, NOW))
    assert pushed.results[1].reason == "too_large"
    assert restore(f"sqlite:///{tmp_path / 'again.db'}", io.BytesIO(saved(database)), WORDS)


def test_a_backup_is_of_one_moment_though_laptops_write_on(
    database: Database, town: Town, kari: Laptop, new_url: Callable[[], str]
) -> None:
    stop = Event()

    def write_on() -> None:
        while not stop.is_set():
            case = new_id()
            kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))

    writing = Thread(target=write_on)
    writing.start()
    files = [saved(database) for _ in range(3)]
    stop.set()
    writing.join()
    restore(url := new_url(), io.BytesIO(files[-1]), WORDS)
    restored = Database.open(url)
    assert 0 < audit(restored, town.id).changes <= audit(database, town.id).changes
    restored.close()


def test_nothing_in_the_file_can_be_read_without_the_passphrase(database: Database, case: str) -> None:
    file = saved(database)
    for word in (b"Kanarifugl", b"household", b"user_account", case.encode()):
        assert word not in file


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of a small municipality."""
    database = Database.open(f"sqlite:///{tmp_path_factory.mktemp('small') / 'server.db'}")
    admin.create_municipality(database, "9999", "Eksempel kommune")
    admin.create_user(database, "9999", "Kari Eksempel", Role.CASEWORKER, NOW)
    file = saved(database)
    database.close()
    return file


@pytest.mark.parametrize("what", ["passphrase", "a byte", "the end", "the last part", "a part", "two parts", ""])
def test_a_file_that_is_not_whole_fills_nothing(small: bytes, tmp_path: Path, what: str) -> None:
    parts = cut(small)
    broken = {
        "passphrase": small,
        "a byte": small[:-40] + bytes([small[-40] ^ 1]) + small[-39:],
        "the end": small[:-10],
        "the last part": b"".join(parts[:-1]),
        "a part": b"".join([*parts[:3], *parts[4:]]),
        "two parts": b"".join([*parts[:2], parts[3], parts[2], *parts[4:]]),
        "": b"%PDF-1.7",
    }
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    with pytest.raises(Refused):
        restore(url, io.BytesIO(broken[what]), "feil" if what == "passphrase" else WORDS)
    assert restore(url, io.BytesIO(small), WORDS) > 0, "it is still empty"


def cut(file: bytes) -> list[bytes]:
    """The head of the file, and its parts."""
    at = len(b"hjemmebesok sealed 1\n") + 16
    found = [file[:at]]
    while at < len(file):
        size = 4 + int.from_bytes(file[at : at + 4], "big")
        found.append(file[at : at + size])
        at += size
    return found


def test_a_journal_that_was_tampered_with_is_not_restored(
    database: Database, town: Town, case: str, new_url: Callable[[], str]
) -> None:
    with database.write(town.id) as connection:
        first = select(payload.c.body).where(payload.c.municipality_id == town.id, payload.c.seq == 1)
        body = connection.execute(first).scalar_one()
        here = (payload.c.municipality_id == town.id, payload.c.seq == 1)
        connection.execute(payload.update().where(*here).values(body=body + b"x"))
    with pytest.raises(Refused, match="brutt"):
        restore(new_url(), io.BytesIO(saved(database)), WORDS)
    with database.write(town.id) as connection:
        connection.execute(payload.update().where(*here).values(body=body))


def test_a_database_that_is_not_empty_is_not_filled(database: Database, url: str) -> None:
    with pytest.raises(Refused, match="tom"):
        restore(url, io.BytesIO(saved(database)), WORDS)


def test_a_user_keeps_her_id_on_a_server_that_is_rebuilt(town: Town) -> None:
    user = admin.create_user(town.database, town.id, "Kari Eksempel", Role.CASEWORKER, NOW, id_="the-old-id")
    assert user == "the-old-id"
    for wrong in ("the-old-id", "no id at all"):
        with pytest.raises(Refused):
            admin.create_user(town.database, town.id, "Kari Eksempel", Role.CASEWORKER, NOW, id_=wrong)
    with town.database.read(town.id) as connection:
        assert connection.execute(select(municipality.c.epoch)).scalars().all() != [""]
