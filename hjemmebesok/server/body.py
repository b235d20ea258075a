"""A request's body and an answer's: sizes and time are limited while reading, content types are what they say."""

import asyncio
from typing import TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from hjemmebesok.server.refusal import Refusal
from hjemmebesok.wire.codec import LARGEST_BODY, TooLarge, Unreadable, pack, unfolded_size, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, PROBLEM_TYPE

BODY_SECONDS = 30.0  # from the first byte to the last
LARGE = 512 * 1024  # bytes unfolded: of each may come seventy in the memory
JSON_TYPE = "application/json"  # the same messages, for people and tools

T = TypeVar("T")


async def read(request: Request, seconds: float = BODY_SECONDS) -> bytes:
    """The whole body. Raises Refusal where it is of another type, too large or too slow."""
    return await _read(request, (MEDIA_TYPE, JSON_TYPE), LARGEST_BODY, seconds)


async def read_piece(request: Request, media_type: str, largest: int) -> bytes:
    """The same of a body that is no message, of this type and so many bytes at most."""
    return await _read(request, (media_type,), largest, BODY_SECONDS)


async def _read(request: Request, types: tuple[str, ...], largest: int, seconds: float) -> bytes:
    if _media_type(request) not in types or request.headers.get("content-encoding"):
        raise Refusal(415, "media_type", f"the body is not {types[0]}")
    _check_size(_declared(request), largest)
    try:
        async with asyncio.timeout(seconds):
            return await _collect(request, largest)
    except TimeoutError as error:
        raise Refusal(408, "slow", "the body did not arrive in time") from error
    except ClientDisconnect as error:
        raise Refusal(400, "unreadable", "the body ends too early") from error


def is_large(request: Request, body: bytes) -> bool:
    """Whether so much comes of the body that few like it should be read at a time."""
    return (len(body) if _speaks_json(request) else unfolded_size(body)) > LARGE


def message(request: Request, body: bytes, kind: type[T]) -> T:
    """The message in the body. Raises Refusal where there is none, or more than fits."""
    try:
        return _from_json(body, kind) if _speaks_json(request) else unpack(body, kind, LARGEST_BODY)
    except TooLarge as error:
        raise _too_large(LARGEST_BODY) from error
    except (Unreadable, ValueError, OverflowError, RecursionError) as error:
        raise Refusal(400, "unreadable", f"the body is not a {kind.__name__}") from error


def answer(request: Request, said: msgspec.Struct) -> Response:
    """The message in the form the request came in."""
    if not _speaks_json(request):
        return Response(pack(said), media_type=MEDIA_TYPE)
    whole = msgspec.msgpack.decode(msgspec.msgpack.encode(said), type=type(said))  # opens what was handed on closed
    return Response(msgspec.json.encode(whole), media_type=JSON_TYPE)


def problem(refusal: Refusal) -> Response:
    """Why the request was refused, always as plain JSON."""
    headers = {"www-authenticate": "Bearer"} if refusal.status == 401 else {}
    if refusal.retry_after:
        headers["retry-after"] = str(refusal.retry_after)
    return Response(msgspec.json.encode(refusal.problem), refusal.status, headers, media_type=PROBLEM_TYPE)


def _from_json(body: bytes, kind: type[T]) -> T:
    said = msgspec.json.decode(body, type=kind)
    msgspec.msgpack.encode(said)  # JSON has numbers that MessagePack, in which everything is kept, has not
    return said


async def _collect(request: Request, largest: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        _check_size(len(body), largest)
    return bytes(body)


def _check_size(size: int, largest: int) -> None:
    if size > largest:
        raise _too_large(largest)


def _too_large(largest: int) -> Refusal:
    return Refusal(413, "too_large", f"the body is larger than {largest} bytes")


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _speaks_json(request: Request) -> bool:
    return _media_type(request) == JSON_TYPE
