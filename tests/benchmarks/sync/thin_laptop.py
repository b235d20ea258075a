"""A laptop without a store, so that very many fit into one process: it knows what it sent and how far it has come."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx2
from uuid_utils import uuid7

from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import (
    CHANGES_A_REQUEST,
    MEDIA_TYPE,
    PROTOCOL,
    Change,
    EnrolRequest,
    EnrolResponse,
    Held,
    SyncRequest,
    SyncResponse,
)

TEXT = {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE}
NOTE = "De har snakket om hva det koster å eie, og vil tenke på det til neste gang vi møtes. "


@dataclass
class ThinLaptop:
    """One enrolled laptop. `seconds` holds how long each request took, `requests` those of the last round."""

    http: httpx2.AsyncClient
    token: str
    user: str
    held: dict[str, int] = field(default_factory=dict)
    versions: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: list[Change] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    written: int = 0

    @classmethod
    async def enrol(cls, http: httpx2.AsyncClient, code: str) -> "ThinLaptop":
        """Show the code."""
        reply = await http.post("/v1/enrol", content=pack(EnrolRequest(code, "PC")), headers=TEXT)
        reply.raise_for_status()
        answer = unpack(reply.content, EnrolResponse)
        return cls(http, answer.token, answer.user)

    def write(self, case: str, record: str, round_: int) -> None:
        """Save a promise, which is then waiting to be sent."""
        self.written += 1
        change = str(uuid7())
        values = {"step": "other", "values": {"text": NOTE * 3}, "origin": f"round {round_}"}
        base = {name: self.versions[record, name] for name in values if (record, name) in self.versions}
        self.versions |= {(record, name): change for name in values}
        now = datetime.now(UTC).isoformat()
        self.waiting.append(Change(change, record, "follow_up", case, values, base, self.written, self.user, now))

    async def round(self) -> int:
        """Everything up, everything down; the number of records that came."""
        came = 0
        while True:
            sending, self.waiting = self.waiting[:CHANGES_A_REQUEST], self.waiting[CHANGES_A_REQUEST:]
            answer = await self._ask(sending)
            if refused := [result.reason for result in answer.results if result.outcome == "refused"]:
                raise RuntimeError(f"{len(refused)} changes were refused: {set(refused)}")
            self.held |= {each.case: each.seq for each in answer.held}
            self.versions |= {(each.id, name): by for each in answer.records for name, by in each.versions.items()}
            came += len(answer.records)
            if not answer.more and not self.waiting:
                return came

    async def _ask(self, changes: list[Change]) -> SyncResponse:
        held = [Held(case, seq) for case, seq in self.held.items()]
        message = pack(SyncRequest(PROTOCOL, "bench", datetime.now(UTC).isoformat(), held, changes))
        started = time.perf_counter()
        shown = {"Authorization": f"Bearer {self.token}"}
        reply = await self.http.post("/v1/sync", content=message, headers=TEXT | shown)
        self.seconds.append(time.perf_counter() - started)
        reply.raise_for_status()
        return unpack(reply.content, SyncResponse)
