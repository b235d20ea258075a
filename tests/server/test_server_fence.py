"""The second fence: on PostgreSQL, whatever a statement says, it sees its own municipality and no other."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import ProgrammingError
from talking import Town, new_id

from hjemmebesok.server import admin, fence, schema
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import metadata


@pytest.fixture(scope="module", params=["a superuser", "an owner"])
def fenced(request: pytest.FixtureRequest, postgresql: str) -> Database:
    """A database that belongs to whom the server says it is: PostgreSQL's superuser, or an ordinary owner."""
    url = make_url(postgresql)
    if request.param == "an owner":
        url = url.set(username="an_owner")
    server = Database.open(postgresql)
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if request.param == "an owner":
            connection.execute(text("CREATE ROLE an_owner LOGIN"))
        connection.execute(text(f"CREATE DATABASE fenced_{url.username} OWNER {url.username}"))
    server.close()
    opened = Database.open(url.set(database=f"fenced_{url.username}").render_as_string(hide_password=False))
    request.addfinalizer(opened.close)
    now = datetime.now(UTC)
    for place in ("here", "there"):
        admin.create_municipality(opened, place, "Eksempel kommune")
        admin.create_user(opened, place, "Kari Eksempel", Role.CASEWORKER, now)
    return opened


def seen(connection: Connection, table: str) -> set[str]:
    column = "id" if table == "municipality" else "municipality_id"
    return set(connection.execute(text(f"SELECT {column} FROM {table}")).scalars())


def test_raw_sql_sees_its_own_municipality_and_no_other(fenced: Database) -> None:
    for table in ("municipality", "user_account", "access_log"):
        with fenced.read("here") as connection:
            assert seen(connection, table) == {"here"}
        with fenced.read("") as connection:
            assert seen(connection, table) == set()
        with fenced.read(fence.EVERYWHERE) as connection:
            assert seen(connection, table) == {"here", "there"}


def test_raw_sql_changes_nothing_of_another_municipality(fenced: Database) -> None:
    with fenced.write("here") as connection:
        for statement in ("UPDATE user_account SET name = 'x'", "DELETE FROM access_log"):
            assert connection.execute(text(f"{statement} WHERE municipality_id = 'there'")).rowcount == 0
    with pytest.raises(ProgrammingError, match="row-level security"), fenced.write("here") as connection:
        connection.execute(text("INSERT INTO user_account VALUES ('there', 'mole', 'x', 'reader')"))


def test_the_fence_is_gone_from_a_connection_that_goes_back_to_the_pool(fenced: Database) -> None:
    with fenced.read("there") as connection:
        assert seen(connection, "user_account") == {"there"}
    with fenced.engine.connect() as connection:
        assert not connection.execute(text("SELECT current_setting('app.municipality', true)")).scalar()


def test_whoever_works_behind_the_fence_cannot_step_over_it(fenced: Database) -> None:
    with fenced.read("here") as connection:
        assert not fence.passes(connection)


def test_every_table_stands_behind_it(fenced: Database) -> None:
    wanted = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    with fenced.read("") as connection:
        assert set(connection.execute(wanted).scalars()) == set(metadata.tables)


def test_a_fence_that_was_taken_down_is_put_up_again(fenced: Database) -> None:
    with fenced.engine.begin() as connection:
        connection.execute(text("ALTER TABLE user_account DISABLE ROW LEVEL SECURITY"))
    schema.bring_up_to_date(fenced.engine)
    with fenced.read("here") as connection:
        assert seen(connection, "user_account") == {"here"}


def test_a_token_of_one_municipality_opens_nothing_of_another_whatever_it_is_called(town: Town) -> None:
    for place in ("*", "%", "_", new_id()):
        response = town.http.post("/v1/sync", headers={"authorization": f"Bearer {place}.guess"})
        assert response.status_code == 401


@pytest.fixture(params=["there is none", "it may do nothing here"])
def without_role(request: pytest.FixtureRequest, postgresql: str) -> Iterator[str]:
    """The URL, for the superuser, of a database that an ordinary owner has made: the role was not needed."""
    url, server = make_url(postgresql), Database.open(postgresql)
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE IF EXISTS inherited WITH (FORCE)"))
        connection.execute(text("DROP ROLE IF EXISTS an_heir"))
        connection.execute(text("CREATE ROLE an_heir LOGIN"))
        connection.execute(text("CREATE DATABASE inherited OWNER an_heir"))
        inherited = url.set(database="inherited")
        Database.open(inherited.set(username="an_heir").render_as_string(hide_password=False)).close()
        if request.param == "there is none":
            connection.execute(text(f"ALTER ROLE {fence.ROLE} RENAME TO somebody"))
        yield inherited.render_as_string(hide_password=False)
        connection.execute(text("DROP DATABASE inherited WITH (FORCE)"))
        if request.param == "there is none":
            connection.execute(text(f"DROP ROLE IF EXISTS {fence.ROLE}"))
            connection.execute(text(f"ALTER ROLE somebody RENAME TO {fence.ROLE}"))
    server.close()


def test_a_superuser_finds_the_fence_that_was_not_needed_before(without_role: str) -> None:
    opened = Database.open(without_role)
    admin.create_municipality(opened, "here", "Eksempel kommune")
    with opened.read("there") as connection:
        assert not fence.passes(connection)
        assert seen(connection, "municipality") == set()
        assert schema.is_current(connection)
    opened.close()
