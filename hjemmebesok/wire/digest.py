"""A digest of what a case holds, by which laptop and server see whether they hold the same.

Each record and each conflict has one of its own, and a case's is all of them laid over each other (exclusive or). So it
does not depend on any order, and what is changed is taken out and put in without looking at the rest.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from hjemmebesok.wire.messages import Conflict, RecordState

SIZE = 16  # bytes
NOTHING = bytes(SIZE)  # the digest of an empty case

_sorted = msgspec.msgpack.Encoder(order="sorted")


def of_record(record: RecordState) -> bytes:
    """The digest of a record: its fields and who set them, not its number in the journal."""
    return _of([record.id, record.kind, record.case, record.fields, record.versions])


def of_conflict(conflict: Conflict) -> bytes:
    """The digest of a conflict, open or settled."""
    return _of(conflict)


def laid_over(digests: Iterable[bytes]) -> bytes:
    """All of them as one; a digest that comes twice is taken out again."""
    total = 0
    for digest in digests:
        total ^= int.from_bytes(digest)
    return total.to_bytes(SIZE)


def _of(value: object) -> bytes:
    return hashlib.sha256(_sorted.encode(value)).digest()[:SIZE]
