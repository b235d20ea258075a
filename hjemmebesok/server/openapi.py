"""What the server says, as OpenAPI 3.1: made from the message types themselves, so that it cannot say anything else."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from hjemmebesok import __version__
from hjemmebesok.server import openapi_files
from hjemmebesok.server.file_routes import PATH as FILES
from hjemmebesok.server.team_routes import HAND_OVER, SET_ASIDE, TEAM
from hjemmebesok.wire.codec import LARGEST_BODY
from hjemmebesok.wire.messages import (
    MEDIA_TYPE,
    PROBLEM_TYPE,
    EnrolRequest,
    EnrolResponse,
    Problem,
    SyncRequest,
    SyncResponse,
)
from hjemmebesok.wire.set_aside import SetAsidePage, SetAsideRequest
from hjemmebesok.wire.sign_in import SignInBegin, SignInOffer, SignInRequest
from hjemmebesok.wire.team import HandedOver, HandOver, Team, TeamRequest

_JSON = "application/json"
_WHY = {
    400: "The body is not the message it should be.",
    401: "The token is unknown or has expired.",
    403: "The code or the sign-in cannot be used, the device is suspended, its user closed, or this not hers to do.",
    404: "There is no such file, as far as this caller may know.",
    408: "The body did not arrive in time.",
    409: "What comes before this has not arrived: `expected` is the number, or the offset, to go on from.",
    412: "Another version of tus.",
    413: "The body, the file or the number of changes or files is larger than allowed.",
    415: "The body is of another type, or encoded once more.",
    422: "The bytes are not those that the hash says: nothing is kept, and the file may come anew.",
    429: "Too many requests: wait as long as Retry-After says.",
    503: "The database does not answer, is busy, or is not at this version: wait as long as Retry-After says.",
    507: "The disk of the database is full, and nothing of this is stored: wait as long as Retry-After says.",
}
_ANY_BODY = (400, 408, 413, 415, 429, 503, 507)


@dataclass(frozen=True, slots=True)
class Operation:
    """One route: what is asked, what is answered, and with which statuses it may be refused."""

    path: str
    summary: str
    asks: type[msgspec.Struct]
    answers: type[msgspec.Struct]
    refused: tuple[int, ...]
    signed: bool = False  # shows a device token


OPERATIONS = (
    Operation("/v1/enrol", "A one-time code for a device token.", EnrolRequest, EnrolResponse, (403, *_ANY_BODY)),
    Operation(
        "/v1/sign-in/begin",
        "Where a municipality's users sign in, and the nonce to do it with.",
        SignInBegin,
        SignInOffer,
        (403, *_ANY_BODY),
    ),
    Operation("/v1/sign-in", "An ID token for a device token.", SignInRequest, EnrolResponse, (403, *_ANY_BODY)),
    Operation(
        "/v1/sync",
        "Push what the laptop wrote, and pull what has happened since.",
        SyncRequest,
        SyncResponse,
        (401, 403, 409, *_ANY_BODY),
        signed=True,
    ),
    Operation(
        TEAM,
        "Who is in a team leader's teams, and which cases they hold.",
        TeamRequest,
        Team,
        (401, 403, *_ANY_BODY),
        signed=True,
    ),
    Operation(
        HAND_OVER,
        "Cases from one colleague to another: all that she holds, or those that are named.",
        HandOver,
        HandedOver,
        (401, 403, *_ANY_BODY),
        signed=True,
    ),
    Operation(
        SET_ASIDE,
        "What the server would not take in the cases a team leader reads, newest first; and which of it is dealt with.",
        SetAsideRequest,
        SetAsidePage,
        (401, 403, *_ANY_BODY),
        signed=True,
    ),
)


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    kinds = [kind for one in OPERATIONS for kind in (one.asks, one.answers)]
    _, schemas = msgspec.json.schema_components([*kinds, Problem], ref_template="#/components/schemas/{name}")
    paths: dict[str, Any] = {one.path: {"post": _post(one)} for one in OPERATIONS}
    paths[FILES] = openapi_files.path_item(_problems)
    paths["/health/live"] = {"get": _health("The process answers.", ())}
    paths["/health/ready"] = {"get": _health("The database answers, at this version.", (429, 503))}
    components = {"schemas": _ecma(schemas), "securitySchemes": {"device": {"type": "http", "scheme": "bearer"}}}
    info = {"title": "hjemmebesok", "version": __version__}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": components}


def _post(one: Operation) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": one.summary,
        "description": f"At most {LARGEST_BODY} bytes. The answer comes in the form of the question.",
        "requestBody": {"required": True, "content": _content(one.asks)},
        "responses": {"200": {"description": "The answer.", "content": _content(one.answers)}} | _problems(one.refused),
    }
    return operation | ({"security": [{"device": []}]} if one.signed else {})


def _health(summary: str, refused: tuple[int, ...]) -> dict[str, Any]:
    said = {"type": "object", "properties": {"status": {"const": "ok"}}, "required": ["status"]}
    well = {"description": summary, "content": {_JSON: {"schema": said}}}
    return {"summary": summary, "responses": {"200": well} | _problems(refused)}


def _problems(statuses: tuple[int, ...]) -> dict[str, Any]:
    content = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": _WHY[status], "content": content} for status in sorted(statuses)}


def _content(kind: type[msgspec.Struct]) -> dict[str, Any]:
    packed = f"The same message in MessagePack, compressed with zstd: {kind.__name__}."
    return {
        _JSON: {"schema": {"$ref": f"#/components/schemas/{kind.__name__}"}},
        MEDIA_TYPE: {"schema": {"type": "string", "format": "binary", "description": packed}},
    }


def _ecma(schemas: dict[str, Any]) -> Any:
    # JSON Schema has the regular expressions of ECMAScript, which know no \A and \Z.
    return json.loads(json.dumps(schemas).replace(r"\\A", "^").replace(r"\\Z", "$"))
