"""What is packed comes back as it was; what is not a message is refused before it can do harm."""

from contextlib import suppress

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.wire.codec import LARGEST_MESSAGE, Unreadable, pack, read_problem, unpack
from hjemmebesok.wire.messages import Change, Held, Problem, SyncRequest, SyncResponse

TEXT = st.text(max_size=30)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
CHANGES = st.builds(
    Change,
    id=st.uuids().map(str),
    record=TEXT,
    kind=TEXT,
    case=TEXT,
    set=st.dictionaries(TEXT, PLAIN, max_size=4),
    base=st.dictionaries(TEXT, TEXT, max_size=4),
    device_seq=st.integers(1, 2**53),
    author=TEXT,
    at=TEXT,
    settles=st.lists(TEXT, max_size=3),
)
REQUESTS = st.builds(
    SyncRequest,
    protocol=st.integers(0, 9),
    app_version=TEXT,
    now=TEXT,
    held=st.lists(st.builds(Held, case=TEXT, seq=st.integers(0, 2**53)), max_size=3),
    changes=st.lists(CHANGES, max_size=3),
)


@given(REQUESTS)
def test_what_is_packed_comes_back_as_it_was(request: SyncRequest) -> None:
    assert unpack(pack(request), SyncRequest) == request


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_unreadable(data: bytes) -> None:
    for body in (data, zstandard.compress(data)):
        with pytest.raises(Unreadable):
            unpack(body, SyncRequest)


@given(REQUESTS, st.data())
def test_a_damaged_message_is_unreadable_or_another_message(request: SyncRequest, data: st.DataObject) -> None:
    body = bytearray(pack(request))
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] ^= data.draw(st.integers(1, 255))
    with suppress(Unreadable):
        unpack(bytes(body), SyncRequest)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        zstandard.compress(bytes(LARGEST_MESSAGE + 1)),
        zstandard.ZstdCompressor(write_content_size=False).compress(msgspec.msgpack.encode({})),
        zstandard.compress(b"\x80") + b"more",
        zstandard.compress(msgspec.msgpack.encode({}))[:-1],
        zstandard.compress(b"\x91" * 200_000 + b"\xc0"),
    ],
    ids=["nothing", "a bomb", "no size told", "something after it", "cut short", "nested too deep"],
)
def test_a_harmful_body_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(body, SyncRequest)


def test_a_deeply_nested_value_is_unreadable() -> None:
    change = {"id": "c", "record": "r", "kind": "k", "case": "c", "base": {}, "device_seq": 1, "author": "a", "at": ""}
    request = {"protocol": 1, "app_version": "", "now": "", "held": [], "changes": [change | {"set": {"field": "X"}}]}
    plain = msgspec.msgpack.encode(request).replace(b"\xa1X", b"\x91" * 100_000 + b"\xc0")
    with pytest.raises(Unreadable):
        unpack(zstandard.compress(plain), SyncRequest)


def test_a_later_versions_extra_fields_are_passed_over() -> None:
    later = {"case": "c", "seq": 1, "a field of the future": [1, 2]}
    assert unpack(zstandard.compress(msgspec.msgpack.encode(later)), Held) == Held("c", 1)


def test_a_problem_is_read_from_json_and_a_proxys_page_is_not_one() -> None:
    problem = Problem("gap", "expected 7", 7)
    assert read_problem(msgspec.json.encode(problem)) == problem
    with pytest.raises(Unreadable):
        read_problem(b"<html>502 Bad Gateway</html>")


def test_where_an_older_server_does_not_tell_whether_she_may_write_she_may() -> None:
    told = msgspec.structs.asdict(SyncResponse("2026-10-12T08:00:00+02:00", [], [], [], [], [], more=False))
    del told["writes"]
    assert unpack(zstandard.compress(msgspec.msgpack.encode(told)), SyncResponse).writes
