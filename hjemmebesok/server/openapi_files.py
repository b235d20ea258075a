"""The routes of files as the OpenAPI document tells them."""

from collections.abc import Callable
from typing import Any

from hjemmebesok.wire.files import (
    HASH,
    LARGEST_FILE,
    LENGTH_HEADER,
    OFFSET_HEADER,
    PIECE,
    PIECE_TYPE,
    TUS,
    VERSION_HEADER,
)

Problems = Callable[[tuple[int, ...]], dict[str, Any]]

_ANY = (401, 403, 404, 429, 503, 507)
_BYTES = {PIECE_TYPE: {"schema": {"type": "string", "format": "binary"}}}


def path_item(problems: Problems) -> dict[str, Any]:
    """HEAD, PATCH and GET. `problems` tells how each of these statuses is answered."""
    return {"parameters": [_path("case", {"type": "string"}), _path("sha256", _hash())]} | {
        "head": _operation(
            "How much of a file has arrived (tus 1.0).",
            [_version()],
            {"200": {"description": "The offset to go on from.", "headers": _arrived()}} | problems((412, *_ANY)),
        ),
        "patch": _operation(
            f"The next piece of a file: {PIECE} bytes, or the rest of it; {LARGEST_FILE} bytes in all at most.",
            [_version(), _header(OFFSET_HEADER), _header(LENGTH_HEADER)],
            {"204": {"description": "It is kept; the last one once the hash was right.", "headers": _arrived()}}
            | problems((400, 408, 409, 412, 413, 415, 422, *_ANY)),
        )
        | {"requestBody": {"required": True, "content": _BYTES}},
        "get": _operation(
            "A piece of a file that has been received.",
            [{"name": "piece", "in": "query", "schema": {"type": "integer", "minimum": 0, "default": 0}}],
            {"200": {"description": "The piece.", "content": _BYTES, "headers": _told(LENGTH_HEADER)}}
            | problems((400, *_ANY)),
        ),
    }


def _operation(summary: str, parameters: list[dict[str, Any]], responses: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "parameters": parameters, "responses": responses, "security": [{"device": []}]}


def _path(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _hash() -> dict[str, Any]:
    return {"type": "string", "pattern": HASH.pattern.replace(r"\A", "^").replace(r"\Z", "$")}


def _version() -> dict[str, Any]:
    return {"name": VERSION_HEADER, "in": "header", "required": True, "schema": {"const": TUS}}


def _header(name: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": True, "schema": {"type": "integer", "minimum": 0}}


def _arrived() -> dict[str, Any]:
    return _told(VERSION_HEADER) | _told(OFFSET_HEADER) | _told(LENGTH_HEADER)


def _told(name: str) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}}}
