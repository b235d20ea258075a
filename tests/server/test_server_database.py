"""The tables are those the migrations make; a database that cannot be used is refused in one sentence."""

import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import fence, schema
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import metadata


def test_the_migrations_make_the_tables(database: Database) -> None:
    with database.read(fence.EVERYWHERE) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_servers_that_start_at_once_make_the_tables_once(url: str, database: Database, tmp_path: Path) -> None:
    fresh = f"sqlite:///{tmp_path / 'fresh.db'}"
    if url.startswith("postgresql"):
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CREATE DATABASE fresh"))
        fresh = make_url(url).set(database="fresh").render_as_string(hide_password=False)
    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(Database.open, [fresh] * 4))
    for one in opened:
        with one.read("") as connection:
            assert schema.is_current(connection)
        one.close()


def test_the_newest_migration_is_the_one_the_server_asks_for() -> None:
    assert ScriptDirectory(str(Path(schema.__file__).parent / "migrations")).get_current_head() == schema.NEWEST


def test_every_key_begins_with_the_municipality() -> None:
    for table in metadata.tables.values():
        first = next(iter(table.primary_key.columns)).name
        assert first == ("id" if table.name == "municipality" else "municipality_id")


def test_a_database_that_is_up_to_date_needs_no_migration_tool(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    Database.open(url).close()
    opens = "import sys; from hjemmebesok.server.database import Database; Database.open(sys.argv[1]).close()"
    told = subprocess.check_output([sys.executable, "-c", f"{opens}; print('alembic' in sys.modules)", url])
    assert told.strip() == b"False"


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    database = Database.open(url)
    with database.write(fence.EVERYWHERE) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(Refused, match="nyere versjon"):
        Database.open(url)


def test_postgresql_reads_a_statement_once_and_plans_it_for_the_tables_as_they_are(postgresql: str) -> None:
    opened = Database.open(postgresql)
    wanted = text("SELECT custom_plans, generic_plans FROM pg_prepared_statements WHERE statement LIKE :this")
    for _ in range(20):
        with opened.read(fence.EVERYWHERE) as connection:
            kept = connection.execute(wanted, {"this": "%generic%"}).all()
    opened.close()
    assert [row.custom_plans > 0 for row in kept] == [True]
    assert [row.generic_plans for row in kept] == [0]


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "mysql://localhost/x", "oracle://x", "sqlite:////no/such/folder/server.db", "sqlite://"],
)
def test_an_address_that_leads_to_no_database_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        Database.open(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7 " * 1000)
    with pytest.raises(Refused, match="kan ikke åpnes"):
        Database.open(f"sqlite:///{tmp_path / 'letter.pdf'}")


def test_a_postgresql_that_does_not_answer_is_refused_without_its_password() -> None:
    with pytest.raises(Refused) as refused:
        Database.open("postgresql://user:hunter2@127.0.0.1:9/x")
    assert "hunter2" not in str(refused.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_server_may_read_its_file(tmp_path: Path) -> None:
    path = tmp_path / "server.db"
    Database.open(f"sqlite:///{path}").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
