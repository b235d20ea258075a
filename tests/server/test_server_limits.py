"""Limits: nobody keeps others out by asking often, by asking slowly, or by guessing who they are."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import BoundedSemaphore
from time import sleep
from typing import Any

import httpx2
import pytest
import uvicorn
from talking import Denied, Laptop, Town

from hjemmebesok.server import admin, app, body, openapi, punctual
from hjemmebesok.server.app import create_app
from hjemmebesok.server.database import Database
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.limits import WRONG, Buckets, Limits, Rate
from hjemmebesok.server.punctual import Punctual
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.codec import pack, read_problem, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, EnrolRequest, EnrolResponse, SyncRequest, SyncResponse


class Seconds:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_so_many_through_at_once_and_then_so_many_a_second() -> None:
    seconds = Seconds()
    bucket = Buckets(Rate(a_second=2, at_once=3), seconds)
    for _ in range(3):
        bucket.take("kari")
    with pytest.raises(Refusal) as refused:
        bucket.take("kari")
    assert (refused.value.status, refused.value.retry_after) == (429, 1)
    bucket.take("ola")
    seconds.now += 0.5
    bucket.take("kari")
    with pytest.raises(Refusal):
        bucket.take("kari")


def test_a_bucket_that_was_overdrawn_says_how_long_to_wait_and_is_never_empty_for_ever() -> None:
    seconds = Seconds()
    bucket = Buckets(Rate(a_second=1, at_once=10), seconds)
    bucket.charge("guesser", 1_000)
    with pytest.raises(Refusal) as refused:
        bucket.take("guesser")
    assert refused.value.retry_after == 11
    seconds.now += 11
    bucket.take("guesser")


def test_no_crowd_of_strangers_fills_the_memory() -> None:
    bucket = Buckets(Rate(1, 1))
    for number in range(20_100):
        bucket.take(str(number))
    assert len(bucket._levels) == 20_000


@pytest.fixture
def small_server(tmp_path: Path) -> Iterator[tuple[httpx2.ASGITransport, Database]]:
    """An application whose buckets are small."""
    directory = Directory.open(f"sqlite:///{tmp_path / 'server.db'}")
    admin.create_municipality(directory.first, "9999", "Eksempel kommune")
    limits = Limits(device=Rate(0.5, 3), address=Rate(100, 1_000))
    yield httpx2.ASGITransport(create_app(directory, limits=limits)), directory.first
    directory.close()


def post(app: httpx2.ASGITransport, path: str, token: str = "", content: bytes = b"") -> httpx2.Response:
    async def ask() -> httpx2.Response:
        async with httpx2.AsyncClient(transport=app, base_url="http://server", trust_env=False) as http:
            headers = {"content-type": MEDIA_TYPE} | ({"authorization": f"Bearer {token}"} if token else {})
            return await http.post(path, content=content, headers=headers)

    return asyncio.run(ask())


def test_a_laptop_that_asks_without_end_is_told_to_wait(small_server: tuple[httpx2.ASGITransport, Database]) -> None:
    app, database = small_server
    now = datetime.now(UTC)
    user = admin.create_user(database, "9999", "Kari Eksempel", Role.CASEWORKER, now)
    codes = [admin.make_code(database, "9999", user, now) for _ in range(2)]
    hers, another = (post(app, "/v1/enrol", content=pack(EnrolRequest(code, "PC"))).content for code in codes)
    tokens = [unpack(body, EnrolResponse).token for body in (hers, another)]
    statuses = [post(app, "/v1/sync", tokens[0]).status_code for _ in range(4)]
    assert statuses == [400, 400, 400, 429]
    refused = post(app, "/v1/sync", tokens[0])
    assert read_problem(refused.content).code == "too_many"
    assert int(refused.headers["retry-after"]) >= 1
    assert post(app, "/v1/sync", tokens[1]).status_code == 400, "another laptop has a bucket of its own"


@pytest.mark.parametrize("path", ["/v1/sync", "/v1/enrol"])
def test_whoever_guesses_is_soon_told_to_wait(small_server: tuple[httpx2.ASGITransport, Database], path: str) -> None:
    app, _ = small_server
    guess = pack(EnrolRequest("9999-0000-0000-0000-0000", "PC"))
    statuses = [post(app, path, "9999.guess", guess).status_code for _ in range(30)]
    assert 5 < statuses.index(429) < 20


def test_few_large_requests_are_read_at_a_time_and_all_are_answered(
    small_server: tuple[httpx2.ASGITransport, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, database = small_server
    now, answered, room = datetime.now(UTC), app.sync, BoundedSemaphore(app.LARGE_AT_ONCE)
    user = admin.create_user(database, "9999", "Kari Eksempel", Role.CASEWORKER, now)
    codes = [admin.make_code(database, "9999", user, now) for _ in range(3 * app.LARGE_AT_ONCE)]
    enrolled = [post(server, "/v1/enrol", content=pack(EnrolRequest(code, "PC"))).content for code in codes]
    tokens = [unpack(one, EnrolResponse).token for one in enrolled]
    large = pack(SyncRequest(1, "x" * body.LARGE, now.isoformat(), [], []))

    def slowly(*asked: Any) -> SyncResponse:
        assert room.acquire(blocking=False)
        sleep(0.05)
        room.release()
        return answered(*asked)

    async def ask() -> list[int]:
        async with httpx2.AsyncClient(transport=server, base_url="http://server", trust_env=False) as http:
            heads = [{"content-type": MEDIA_TYPE, "authorization": f"Bearer {token}"} for token in tokens]
            asked = [http.post("/v1/sync", content=large, headers=head) for head in heads]
            return [each.status_code for each in await asyncio.gather(*asked)]

    monkeypatch.setattr(app, "sync", slowly)
    assert asyncio.run(ask()) == [200] * len(tokens)


def guesses(bucket: Buckets) -> int:
    """How many guesses a bucket lets through before it says wait."""
    for number in range(1_000):
        try:
            bucket.take("guesser")
        except Refusal:
            return number
        bucket.charge("guesser", WRONG)
    return 1_000


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_more_workers_let_nobody_guess_more(workers: int) -> None:
    seconds = Seconds()
    asked = [Limits(workers=workers, seconds=seconds).addresses for _ in range(workers)]
    assert sum(map(guesses, asked)) == 50
    seconds.now += 60  # longer than the deepest bucket takes
    assert sum(map(guesses, asked)) <= 60


@asynccontextmanager
async def punctual_server(folder: Path) -> AsyncIterator[int]:
    directory = Directory.open(f"sqlite:///{folder / 'server.db'}")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(directory), http=Punctual, log_config=None, access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server._serve([listening]))
        yield listening.getsockname()[1]
        server.should_exit = True
        await serving
    directory.close()


@pytest.mark.parametrize(
    "head",
    [b"", b"POST /v1/sync HTT", b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\nGET /hea"],
    ids=["nothing comes", "half a head comes", "half of the next one comes"],
)
def test_a_head_that_does_not_come_is_not_waited_for(
    tmp_path: Path, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(punctual, "HEAD_SECONDS", 0.2)

    async def trickle() -> None:
        async with punctual_server(tmp_path) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head)
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                while True:
                    await asyncio.sleep(0.05)
                    writer.write(b"x" if head else b"")
                    await asyncio.wait_for(reader.readexactly(1), 3) if not head else await writer.drain()
            writer.close()

    asyncio.run(asyncio.wait_for(trickle(), 10))


@pytest.mark.parametrize("how", ["", "connection: close\r\n"])
def test_an_answer_that_nobody_takes_is_not_kept_for_ever(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(punctual, "LEAVE_SECONDS", 0.2)
    monkeypatch.setattr(openapi, "document", lambda: {"long": "x" * 10_000_000})

    async def ask_and_never_listen() -> None:
        async with punctual_server(tmp_path) as port:
            raw = socket.create_connection(("127.0.0.1", port))
            raw.setblocking(False)
            with raw, pytest.raises(ConnectionError):
                while True:
                    with suppress(BlockingIOError):
                        raw.send(f"GET /openapi.json HTTP/1.1\r\nhost: x\r\n{how}\r\n".encode())
                    await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(ask_and_never_listen(), 10))


def test_an_ordinary_laptop_is_not_hurried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(punctual, "HEAD_SECONDS", 0.2)

    async def calmly() -> None:
        async with punctual_server(tmp_path) as port, httpx2.AsyncClient(trust_env=False) as http:
            for _ in range(3):
                assert (await http.get(f"http://127.0.0.1:{port}/health/live")).status_code == 200
                await asyncio.sleep(0.3)

    asyncio.run(calmly())


def test_a_head_without_end_is_refused_and_the_server_goes_on(kari: Laptop) -> None:
    with suppress(httpx2.HTTPError):  # it may hang up before we have said it all
        assert kari.http.get("/health/live", headers={"x": "x" * 5_000_000}).status_code == 400
    kari.sync()


@pytest.mark.parametrize("encoding", ["gzip", "zstd", "br", "deflate, gzip"])
def test_a_body_that_is_folded_once_more_is_refused(town: Town, encoding: str) -> None:
    headers = {"content-type": MEDIA_TYPE, "content-encoding": encoding}
    response = town.http.post("/v1/enrol", content=b"x", headers=headers)
    assert (response.status_code, read_problem(response.content).code) == (415, "media_type")


def test_a_refusal_leaves_the_laptop_its_turn(kari: Laptop) -> None:
    for _ in range(50):
        with pytest.raises(Denied):
            kari.post(b"nonsense")
    kari.sync()
