"""Whatever is sent, the answer is a message or a Problem, and never a fault of the server's."""

import asyncio
import socket
from typing import Any
from urllib.parse import urlsplit

import httpx2
import msgspec
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from starlette.requests import Request
from talking import Denied, Laptop, in_json, new_id

from hjemmebesok.server.body import read
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.wire.codec import LARGEST_BODY, pack, read_problem
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, MEDIA_TYPE, Held, Problem, SyncRequest, SyncResponse

JSON = "application/json"
FUZZ = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def problem(laptop: Laptop, content: Any, media_type: str = MEDIA_TYPE) -> tuple[int, str]:
    with pytest.raises(Denied) as refused:
        laptop.post(content, media_type=media_type)
    return refused.value.status, refused.value.problem.code


def request(laptop: Laptop, **other: Any) -> SyncRequest:
    return replace(SyncRequest(1, "test", laptop.now().isoformat(), [], []), **other)


def test_the_server_says_that_it_lives_and_is_ready(http: httpx2.Client) -> None:
    for path in ("/health/live", "/health/ready"):
        assert http.get(path).json() == {"status": "ok"}


def test_the_same_messages_are_spoken_in_json(kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    kari.post(in_json(request(kari, changes=[change])), media_type=JSON)
    response = kari.post(in_json(request(kari, held=[Held(case, 0)])), media_type=f"{JSON}; charset=utf-8")
    assert response.headers["content-type"] == JSON
    answer = msgspec.json.decode(response.content, type=SyncResponse)
    assert answer.records[0].fields == {"name": "Familien Eksempel"}


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/sync/", "/v2/sync", "/%00"])
def test_a_path_that_is_not_there_is_a_problem(http: httpx2.Client, path: str) -> None:
    response = http.get(path)
    assert response.status_code == 404
    assert isinstance(read_problem(response.content), Problem)


def test_a_wrong_method_is_a_problem(http: httpx2.Client) -> None:
    assert http.get("/v1/sync").status_code == 405
    assert read_problem(http.delete("/v1/enrol").content).code == "no_such_thing"


def test_who_asks_is_looked_at_before_what_is_asked(http: httpx2.Client) -> None:
    response = http.post("/v1/sync", content=b"nonsense")
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert http.post("/v1/sync", headers={"authorization": "Basic a:b"}).status_code == 401


@pytest.mark.parametrize("media_type", ["", "text/plain", "application/msgpack", "multipart/form-data; boundary=x"])
def test_a_wrong_content_type_is_refused(kari: Laptop, media_type: str) -> None:
    assert problem(kari, pack(request(kari)), media_type) == (415, "media_type")


def test_a_body_larger_than_allowed_is_refused_by_what_it_says(kari: Laptop) -> None:
    with by_hand(kari, "content-length: 10000000000") as raw:
        assert raw.recv(100).startswith(b"HTTP/1.1 413")


def test_a_body_larger_than_allowed_is_refused_by_what_it_is(kari: Laptop) -> None:
    with by_hand(kari, "transfer-encoding: chunked") as raw:
        chunk = bytes(1024 * 1024)
        for _ in range(LARGEST_BODY // len(chunk) + 1):
            raw.sendall(b"100000\r\n" + chunk + b"\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 413")


def test_a_body_that_breaks_off_is_no_fault_of_the_servers(kari: Laptop) -> None:
    with by_hand(kari, "content-length: 100") as raw:
        raw.sendall(b"half of it")
    kari.sync()


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async def never() -> Any:
        await asyncio.Event().wait()

    scope = {"type": "http", "headers": [(b"content-type", MEDIA_TYPE.encode())]}
    with pytest.raises(Refusal) as refused:
        asyncio.run(read(Request(scope, never), seconds=0))
    assert (refused.value.status, refused.value.problem.code) == (408, "slow")


def by_hand(laptop: Laptop, how_long: str) -> socket.socket:
    """A connection on which the head of a sync request has been sent, and nothing of its body."""
    place = urlsplit(str(laptop.http.base_url))
    raw = socket.create_connection((place.hostname or "", place.port or 0))
    head = f"POST /v1/sync HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {laptop.token}\r\ncontent-type: {MEDIA_TYPE}"
    raw.sendall(f"{head}\r\n{how_long}\r\n\r\n".encode())
    return raw


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"", MEDIA_TYPE),
        (b"nonsense", MEDIA_TYPE),
        (zstandard.ZstdCompressor(write_content_size=False).compress(b"\x80"), MEDIA_TYPE),
        (zstandard.compress(b"\x91" * 500_000 + b"\xc0"), MEDIA_TYPE),
        (zstandard.compress(b"\xdf\xff\xff\xff\xff"), MEDIA_TYPE),
        (pack(Held("a", 1)), MEDIA_TYPE),
        (b"", JSON),
        (b"[" * 500_000, JSON),
        (b'{"protocol": 1e999}', JSON),
        (b'"\xff"', JSON),
    ],
    ids=lambda value: "" if isinstance(value, str) else None,
)
def test_a_body_that_is_no_message_is_refused(kari: Laptop, body: bytes, media_type: str) -> None:
    assert problem(kari, body, media_type) == (400, "unreadable")


def test_a_body_that_unfolds_to_more_than_allowed_is_refused_as_one_that_is_larger(kari: Laptop) -> None:
    assert problem(kari, zstandard.compress(bytes(LARGEST_BODY + 1))) == (413, "too_large")


def test_too_many_changes_in_one_request_are_refused(kari: Laptop) -> None:
    case = new_id()
    many = [kari.change(case, "household", case, name="x") for _ in range(CHANGES_A_REQUEST + 1)]
    assert problem(kari, pack(request(kari, changes=many))) == (413, "too_large")


@pytest.mark.parametrize("number", [0, -1, 2**53 + 1])
def test_a_number_no_device_can_have_is_refused(kari: Laptop, number: int) -> None:
    change = replace(kari.change(new_id(), "household", new_id(), name="x"), device_seq=number)
    assert problem(kari, pack(request(kari, changes=[change]))) == (400, "unreadable")


@pytest.mark.parametrize("id_", ["", "a b", "a\n", "a\x00", "å", "x" * 65])
def test_a_change_without_a_proper_id_is_refused(kari: Laptop, id_: str) -> None:
    change = replace(kari.change(new_id(), "household", new_id(), name="x"), id=id_)
    assert problem(kari, pack(request(kari, changes=[change]))) == (400, "unreadable")


def test_a_protocol_of_the_future_is_refused(kari: Laptop) -> None:
    assert problem(kari, pack(request(kari, protocol=2))) == (400, "protocol")


@pytest.mark.parametrize("clock", ["", "soon", "2026-11-22T10:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_laptop_must_tell_its_clock(kari: Laptop, clock: str) -> None:
    assert problem(kari, pack(request(kari, now=clock))) == (400, "unreadable")


@pytest.mark.parametrize("clock", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_clock_that_is_thousands_of_years_wrong_is_no_obstacle(kari: Laptop, clock: str) -> None:
    case = new_id()
    changes = [
        replace(kari.change(case, "household", case, name="x"), at="0001-01-01T00:00:00Z"),
        replace(kari.change(case, "household", case, name="y"), at="9999-12-31T23:59:59Z"),
    ]
    kari.post(pack(request(kari, now=clock, changes=changes)))


def test_cases_held_that_nobody_has_heard_of_are_passed_over(kari: Laptop) -> None:
    held = [Held("\x00", 5), Held("", -(2**63)), Held("x" * 10_000, 2**63 - 1)]
    kari.post(pack(request(kari, held=held)))


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=9)
    | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
CHANGE = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str) | st.text(max_size=9),
        "record": st.text(max_size=9) | ANYTHING,
        "kind": st.sampled_from(["visit", "letter", "kartlegging", "x"]) | ANYTHING,
        "case": st.text("ab", max_size=2) | ANYTHING,
        "set": st.dictionaries(st.text(max_size=9), ANYTHING, max_size=3) | ANYTHING,
        "base": st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3) | ANYTHING,
        "device_seq": st.integers(1, 3) | ANYTHING,
        "author": st.text(max_size=9) | ANYTHING,
        "at": st.just("2026-11-22T10:00:00Z") | ANYTHING,
        "settles": st.lists(st.text(max_size=9), max_size=2) | ANYTHING,
    }
)


@FUZZ
@given(changes=st.lists(CHANGE, max_size=3) | ANYTHING, held=ANYTHING, now=st.just("2026-11-22T10:00:00Z") | ANYTHING)
def test_no_request_makes_the_server_fail(kari: Laptop, changes: Any, held: Any, now: Any) -> None:
    body = {"protocol": 1, "app_version": "", "now": now, "held": held if held else [], "changes": changes}
    for change in changes if isinstance(changes, list) else []:
        if isinstance(change, dict) and change.get("author") == "":
            change["author"] = kari.user
    answered(kari, zstandard.compress(msgspec.msgpack.encode(body)))


@FUZZ
@given(fields=st.dictionaries(st.text(max_size=9), ANYTHING, max_size=3), record=st.text("ab-", min_size=1, max_size=2))
def test_no_value_makes_the_server_fail(kari: Laptop, fields: dict[str, Any], record: str) -> None:
    change = replace(kari.change(record, "person", f"case-{record}"), set=fields)
    answered(kari, pack(request(kari, changes=[change])))
    kari.sync()


@FUZZ
@given(body=st.binary(max_size=300))
def test_no_bytes_make_the_server_fail(kari: Laptop, body: bytes) -> None:
    for sent in (body, zstandard.compress(body)):
        answered(kari, sent)


def answered(laptop: Laptop, body: bytes) -> None:
    try:
        laptop.post(body)
    except Denied as refused:
        assert refused.status < 500, refused
