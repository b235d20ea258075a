"""Files: which records name one, and in which pieces it travels.

A file is the bytes whose SHA-256 (64 hexadecimal digits) a record names. It belongs to the record's case: whoever
reaches the case reaches the file, and nobody else, whatever hash they know. It travels after the record, never with it.

The conversation is the core of tus 1.0 (https://tus.io/protocols/resumable-upload), made simpler in three ways: the
record has told of the file, so nothing is created first and a PATCH at offset 0 begins it; every piece is a whole one
but the last; and what is whole is hashed before it counts as received.
"""

import re
from collections.abc import Mapping
from typing import Any

PIECE = 1024 * 1024  # bytes
LARGEST_FILE = 16 * PIECE
PIECE_TYPE = "application/offset+octet-stream"
TUS = "1.0.0"

VERSION_HEADER, OFFSET_HEADER, LENGTH_HEADER = "Tus-Resumable", "Upload-Offset", "Upload-Length"

HASH = re.compile(r"\A[0-9a-f]{64}\Z")

# Kinds whose records name a file, and the field that does.
NAMED_IN: Mapping[str, str] = {"photo": "sha256"}


def file_of(kind: str, fields: Mapping[str, Any]) -> str:
    """The SHA-256 that a record names; "" where it names none, or has been removed."""
    named = "" if fields.get("removed") else fields.get(NAMED_IN.get(kind, ""))
    return named if isinstance(named, str) and HASH.match(named) else ""


def path_of(case: str, sha256: str) -> str:
    """Where the server keeps a case's file."""
    return f"/v1/files/{case}/{sha256}"


def length_of_piece(number: int, size: int) -> int:
    """How many bytes piece `number` (from 0) of a file of `size` bytes has; 0 after its end."""
    return max(0, min(PIECE, size - number * PIECE))
