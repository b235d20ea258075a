"""A laptop and a town to talk with: what tests of the server need on the other side of the wire."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import msgspec
from uuid_utils import uuid7

from hjemmebesok.server import admin, caseload
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.codec import pack, read_problem, unpack
from hjemmebesok.wire.messages import (
    MEDIA_TYPE,
    PROTOCOL,
    Change,
    Conflict,
    EnrolRequest,
    EnrolResponse,
    Held,
    RecordState,
    SyncRequest,
    SyncResponse,
)

_numbers = itertools.count(1)


class Denied(AssertionError):
    """The server answered with a Problem."""

    def __init__(self, response: httpx2.Response) -> None:
        super().__init__(f"{response.status_code} {response.text}")
        self.status = response.status_code
        self.problem = read_problem(response.content)


@dataclass
class Laptop:
    """Holds what it has been given, and numbers what it writes."""

    http: httpx2.Client
    token: str
    device: str
    user: str
    held: dict[str, int] = field(default_factory=dict)
    records: dict[str, RecordState] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    last: SyncResponse | None = None
    wrong_by: timedelta = timedelta(0)
    written: int = 0

    def now(self) -> datetime:
        return datetime.now(UTC) + self.wrong_by

    def change(self, record: str, kind: str, case: str, /, **values: Any) -> Change:
        """A change on what this laptop has seen; double underscores in a field's name stand for dots."""
        self.written += 1
        values = {name.replace("__", "."): value for name, value in values.items()}
        known = self.records.get(record)
        base = {name: known.versions[name] for name in values if known and name in known.versions}
        at = self.now().isoformat()
        return Change(str(uuid7()), record, kind, case, values, base, self.written, self.user, at)

    def sync(self, *changes: Change) -> SyncResponse:
        """One request, stored as a laptop stores it."""
        self.last = answer = self.ask(*changes)
        outcomes = {result.change: result.outcome for result in answer.results}
        for change in changes:
            if outcomes[change.id] == "clean":
                self._keep(change)
        self.records |= {record.id: record for record in answer.records}
        self.conflicts |= {conflict.id: conflict for conflict in answer.conflicts}
        self.held |= {held.case: held.seq for held in answer.held}
        return answer

    def ask(self, *changes: Change) -> SyncResponse:
        """One request; what comes back is lost on the way to the store."""
        held = [Held(case, seq) for case, seq in self.held.items()]
        request = SyncRequest(PROTOCOL, "test", self.now().isoformat(), held, list(changes))
        return unpack(self.post(pack(request)).content, SyncResponse)

    def post(self, content: Any, path: str = "/v1/sync", media_type: str = MEDIA_TYPE) -> httpx2.Response:
        shown = f"Bearer {self.token}".strip().encode("latin-1")
        headers = {b"authorization": shown, b"content-type": media_type.encode()}
        response = self.http.post(path, content=content, headers=headers)
        if response.status_code != 200:
            raise Denied(response)
        return response

    def fields(self, record: str) -> dict[str, Any]:
        return self.records[record].fields

    def open_conflicts(self) -> list[Conflict]:
        return [conflict for conflict in self.conflicts.values() if conflict.state == "open"]

    def _keep(self, change: Change) -> None:
        known = self.records.get(change.record)
        fields, versions = (dict(known.fields), dict(known.versions)) if known else ({}, {})
        versions |= dict.fromkeys(change.set, change.id)
        self.records[change.record] = RecordState(
            change.record, change.kind, change.case, 0, fields | change.set, versions
        )


@dataclass
class Town:
    """A municipality of its own on a running server."""

    database: Database
    http: httpx2.Client
    id: str = field(default_factory=lambda: f"town{next(_numbers)}")

    def __post_init__(self) -> None:
        admin.create_municipality(self.database, self.id, "Eksempel kommune")

    def user(self, name: str, role: Role = Role.CASEWORKER) -> str:
        return admin.create_user(self.database, self.id, name, role, datetime.now(UTC))

    def code(self, user: str, **how: Any) -> str:
        return admin.make_code(self.database, self.id, user, datetime.now(UTC), **how)

    def enrol(self, code: str) -> EnrolResponse:
        content = pack(EnrolRequest(code, "Bærbar 1"))
        response = self.http.post("/v1/enrol", content=content, headers={"content-type": MEDIA_TYPE})
        if response.status_code != 200:
            raise Denied(response)
        return unpack(response.content, EnrolResponse)

    def laptop(self, name: str, role: Role = Role.CASEWORKER, user: str = "") -> Laptop:
        user = user or self.user(name, role)
        enrolled = self.enrol(self.code(user))
        return Laptop(self.http, enrolled.token, enrolled.device, user)

    def grant(self, case: str, *laptops: Laptop) -> None:
        for laptop in laptops:
            caseload.grant_case(self.database, self.id, case, laptop.user, datetime.now(UTC))

    def revoke(self, case: str, laptop: Laptop) -> None:
        caseload.revoke_case(self.database, self.id, case, laptop.user, datetime.now(UTC))


def new_id() -> str:
    return str(uuid7())


def new_case(laptop: Laptop, **fields: object) -> str:
    """A household of this laptop's user."""
    case = new_id()
    laptop.sync(laptop.change(case, "household", case, name="Familien Eksempel", **fields))
    return case


def in_json(message: msgspec.Struct) -> bytes:
    return msgspec.json.encode(message)
