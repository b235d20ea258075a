"""Messages to bytes and back: MessagePack, compressed. Sizes are limited before anything is decoded."""

from typing import TypeVar

import msgspec
import zstandard

LARGEST_MESSAGE = 32 * 1024 * 1024  # bytes, uncompressed

T = TypeVar("T")


class Unreadable(ValueError):
    """Bytes that are not the message they should be."""


def pack(message: msgspec.Struct) -> bytes:
    """The message as bytes."""
    return zstandard.ZstdCompressor(level=3).compress(msgspec.msgpack.encode(message))


def unpack(data: bytes, kind: type[T]) -> T:
    """The message in the bytes. Raises Unreadable for damaged, oversized or wrong ones."""
    try:
        plain = zstandard.ZstdDecompressor().decompressobj(read_across_frames=False)
        body = plain.decompress(data) if _declared(data) <= LARGEST_MESSAGE else _too_large()
        return msgspec.msgpack.decode(body, type=kind)
    except (zstandard.ZstdError, msgspec.MsgspecError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def _declared(data: bytes) -> int:
    # The frame header tells the size; a frame that does not is refused, so a small bomb cannot unfold.
    size = zstandard.frame_content_size(data)
    if size < 0:
        raise Unreadable("the compressed frame does not tell its size")
    return size


def _too_large() -> bytes:
    raise Unreadable("the message is larger than allowed")
