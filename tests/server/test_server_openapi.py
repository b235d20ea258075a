"""The OpenAPI document is true: whatever it allows is answered as it says, and never with a fault of the server's."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

from hjemmebesok.server import admin, teams
from hjemmebesok.server.app import create_app
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.file_routes import PATH as FILES
from hjemmebesok.server.limits import Limits, Rate
from hjemmebesok.server.openapi import OPERATIONS, document
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.files import PIECE_TYPE
from hjemmebesok.wire.messages import PROTOCOL, EnrolRequest

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
schemathesis.serializer.alias(PIECE_TYPE, "application/octet-stream")
WIDE = Rate(1e9, 1e9)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Starlette, str]]:
    """An application without limits on rates, and the token of a team leader's laptop."""
    directory = Directory.open(f"sqlite:///{tmp_path_factory.mktemp('openapi') / 'server.db'}")
    now = datetime.now(UTC)
    admin.create_municipality(directory.first, "9999", "Eksempel kommune")
    user = admin.create_user(directory.first, "9999", "Kari Eksempel", Role.TEAM_LEADER, now, id_="kari")
    mate = admin.create_user(directory.first, "9999", "Ola Eksempel", Role.CASEWORKER, now, id_="ola")
    team = teams.create_team(directory.first, "9999", "Vest")
    for member in (user, mate):
        teams.join(directory.first, "9999", team, member, now)
    code = admin.make_code(directory.first, "9999", user, now)
    with directory.first.write("9999") as connection:
        token = enrol(connection, EnrolRequest(code, "PC"), now).token
    yield create_app(directory, limits=Limits(WIDE, WIDE)), token
    directory.close()


def test_every_route_is_in_the_document(served: tuple[Starlette, str]) -> None:
    routes = {route.path for route in served[0].routes} - {"/openapi.json"}  # type: ignore[attr-defined]
    assert set(document()["paths"]) == routes
    assert {one.path for one in OPERATIONS} == {path for path in routes if path.startswith("/v1/")} - {FILES}


@pytest.mark.parametrize("path", [one.path for one in OPERATIONS])
def test_whatever_is_sent_is_answered_as_the_document_says(served: tuple[Starlette, str], path: str) -> None:
    app, token = served
    operation = schemathesis.openapi.from_asgi("/openapi.json", app)[path]["POST"]

    @given(case=operation.as_strategy(), makes_sense=st.booleans())
    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any, makes_sense: bool) -> None:
        if makes_sense and isinstance(case.body, dict) and "changes" in case.body:
            case.body |= {"protocol": PROTOCOL, "now": datetime.now(UTC).isoformat()}
            for number, change in enumerate(case.body["changes"], 1):
                change |= {"author": "kari", "device_seq": number, "at": case.body["now"]}
        if makes_sense and isinstance(case.body, dict) and "giver" in case.body:
            case.body |= {"giver": "kari", "taker": "ola"}
        case.call_and_validate(headers={"authorization": f"Bearer {token}"}, checks=CHECKS)

    ask()


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "GET"])
def test_whatever_is_asked_of_files_is_answered_as_the_document_says(
    served: tuple[Starlette, str], method: str
) -> None:
    app, token = served
    operation = schemathesis.openapi.from_asgi("/openapi.json", app)[FILES][method]

    @given(case=operation.as_strategy())
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(headers={"authorization": f"Bearer {token}"}, checks=CHECKS)

    ask()


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_is_told_as_the_document_says(served: tuple[Starlette, str], path: str) -> None:
    operation = schemathesis.openapi.from_asgi("/openapi.json", served[0])[path]["GET"]
    operation.Case().call_and_validate(checks=CHECKS)
