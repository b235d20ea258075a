"""Municipalities in databases of their own: each is found in its own, and no question goes to another's."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import event, make_url, select, text
from sqlalchemy.exc import OperationalError

from hjemmebesok.server import admin, fence
from hjemmebesok.server.app import create_app
from hjemmebesok.server.database import Database
from hjemmebesok.server.directory import KNOWN_FOR, Directory
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import municipality
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import (
    MEDIA_TYPE,
    PROTOCOL,
    Change,
    EnrolRequest,
    EnrolResponse,
    SyncRequest,
    SyncResponse,
)

NOW = datetime.now(UTC)


@pytest.fixture
def urls(url: str, tmp_path: Path) -> list[str]:
    """Two empty databases of each kind."""
    if not url.startswith("postgresql"):
        return [f"sqlite:///{tmp_path / name}.db" for name in ("first", "second")]
    server = Database.open(url)
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in ("first", "second"):
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
    server.close()
    return [make_url(url).set(database=name).render_as_string(hide_password=False) for name in ("first", "second")]


@pytest.fixture
def directory(urls: list[str]) -> Iterator[Directory]:
    """One municipality in the first database, one in the second."""
    opened = Directory.open(urls[0])
    opened.put("4601", urls[1])
    for place in ("3301", "4601"):
        admin.create_municipality(opened.of(place), place, "Eksempel kommune")
    yield opened
    opened.close()


def post(directory: Directory, path: str, content: bytes, token: str = "") -> bytes:
    async def ask() -> bytes:
        app = httpx2.ASGITransport(create_app(directory))
        async with httpx2.AsyncClient(transport=app, base_url="http://server", trust_env=False) as http:
            headers = {"content-type": MEDIA_TYPE, "authorization": f"Bearer {token}"}
            response = await http.post(path, content=content, headers=headers)
            assert response.status_code == 200, response.text
            return response.content

    return asyncio.run(ask())


def a_laptop_works(directory: Directory, place: str) -> str:
    """A user of the municipality enrols and pushes one case; her id."""
    user = admin.create_user(directory.of(place), place, "Kari Eksempel", Role.CASEWORKER, NOW)
    code = admin.make_code(directory.of(place), place, user, NOW)
    enrolled = unpack(post(directory, "/v1/enrol", pack(EnrolRequest(code, "PC"))), EnrolResponse)
    change = Change("c1", "h1", "household", "h1", {"name": "Familien Eksempel"}, {}, 1, user, NOW.isoformat())
    asked = pack(SyncRequest(PROTOCOL, "", NOW.isoformat(), [], [change]))
    answer = unpack(post(directory, "/v1/sync", asked, enrolled.token), SyncResponse)
    assert [(result.outcome, result.seq) for result in answer.results] == [("clean", 1)]
    return user


def places(database: Database) -> list[str]:
    with database.read(fence.EVERYWHERE) as connection:
        return list(connection.execute(select(municipality.c.id)).scalars())


def test_each_municipality_lies_in_its_own_database_and_nowhere_else(directory: Directory) -> None:
    for place in ("3301", "4601"):
        a_laptop_works(directory, place)
    assert [places(directory.of(place)) for place in ("3301", "4601")] == [["3301"], ["4601"]]


def test_a_request_asks_no_other_municipalitys_database(directory: Directory) -> None:
    asked: list[str] = []
    event.listen(directory.of("4601").engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    a_laptop_works(directory, "3301")
    assert asked == []
    a_laptop_works(directory, "4601")
    assert asked != []


def test_a_server_hears_of_a_placement_within_its_time(urls: list[str]) -> None:
    clock = [0.0]
    serving, staff = Directory(Database.open(urls[0]), seconds=lambda: clock[0]), Directory.open(urls[0])
    assert serving.of("4601") is serving.first
    staff.put("4601", urls[1])
    assert serving.of("4601") is serving.first
    clock[0] += KNOWN_FOR + 1
    assert serving.of("4601") is not serving.first
    for opened in (serving, staff):
        opened.close()


def test_a_database_that_does_not_answer_stops_nobody_else(directory: Directory) -> None:
    directory.put("5501", "postgresql://nobody@127.0.0.1:9/x")
    a_laptop_works(directory, "3301")

    async def ask() -> httpx2.Response:
        app = httpx2.ASGITransport(create_app(directory))
        async with httpx2.AsyncClient(transport=app, base_url="http://server", trust_env=False) as http:
            return await http.post("/v1/sync", headers={"authorization": "Bearer 5501.guess"})

    assert [asyncio.run(ask()).status_code for _ in range(3)] == [503] * 3
    assert asyncio.run(ask()).headers["retry-after"] == "5"
    a_laptop_works(directory, "4601")


def test_the_first_database_that_does_not_answer_stops_no_other(urls: list[str], tmp_path: Path) -> None:
    clock = [0.0]
    serving = Directory(Database.open(urls[0]), seconds=lambda: clock[0])
    serving.put("4601", urls[1])
    admin.create_municipality(serving.of("4601"), "4601", "Eksempel kommune")
    event.listen(serving.first.engine, "do_connect", no_connection)
    serving.first.close()
    clock[0] += KNOWN_FOR + 1
    a_laptop_works(serving, "4601")
    with pytest.raises(OperationalError), serving.of("3301").read("3301"):
        pass
    event.remove(serving.first.engine, "do_connect", no_connection)
    serving.put("5501", urls[1])
    clock[0] += KNOWN_FOR + 1
    assert serving.of("5501") is serving.of("4601")
    serving.close()


def no_connection(*_asked: object) -> None:
    raise OperationalError("connect", {}, ConnectionError("the server is down"))
