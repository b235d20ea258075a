"""Messages to bytes and back: MessagePack, compressed. Sizes are limited before anything is unfolded or decoded."""

from typing import TypeVar

import msgspec
import zstandard

from hjemmebesok.wire.messages import Problem

LARGEST_BODY = 8 * 1024 * 1024  # bytes of a request, as it travels and unfolded
LARGEST_MESSAGE = 32 * 1024 * 1024  # bytes of an answer, unfolded

T = TypeVar("T")


class Unreadable(ValueError):
    """Bytes that are not the message they should be."""


class TooLarge(Unreadable):
    """Bytes that would unfold to more than is allowed."""


def pack(message: msgspec.Struct) -> bytes:
    """The message as bytes."""
    return zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(message))


def unpack(data: bytes, kind: type[T], largest: int = LARGEST_MESSAGE) -> T:
    """The message in the bytes, of so many unfolded at most. Raises Unreadable for damaged, oversized or wrong ones."""
    body = _unfold(data, largest)
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (ValueError, OverflowError, RecursionError) as error:  # msgspec lets wrong UTF-8 and deep nesting through
        raise Unreadable(str(error)) from error


def read_problem(data: bytes) -> Problem:
    """The Problem in a refused request's body, which is always plain JSON. Raises Unreadable where it is not one."""
    try:
        return msgspec.json.decode(data, type=Problem)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def unfolded_size(data: bytes) -> int:
    """How many bytes the compressed message says that it has; -1 where it does not say."""
    try:
        return zstandard.frame_content_size(data)
    except zstandard.ZstdError:
        return -1


def _unfold(data: bytes, largest: int) -> bytes:
    # One that does not tell its size is refused, so that a small bomb cannot unfold.
    size = unfolded_size(data)
    if size < 0:
        raise Unreadable("the compressed message does not tell its size")
    if size > largest:
        raise TooLarge("the compressed message is larger than allowed")
    try:
        return zstandard.ZstdDecompressor().decompress(data, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise Unreadable(str(error)) from error
