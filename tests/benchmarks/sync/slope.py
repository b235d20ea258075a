"""What a change costs as the server fills up, from 1 000 to 1 000 000 stored records: `python3 dev.py bench slope`.

The cost of coming into step should follow what has changed and not what is stored. Medians, in seconds of the clock.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import msgspec
from sqlalchemy import update

from hjemmebesok.server import admin, rows
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import case_file, case_grant, change, municipality, payload, record
from hjemmebesok.wire.messages import RecordState
from tests.benchmarks.sync.own_server import OwnServer, own_server
from tests.benchmarks.sync.thin_laptop import NOTE

STORED = (1_000, 10_000, 100_000, 1_000_000)
A_CASE = 20
CHANGES, TURNS = 100, 15
PLACE = "town"
WHEN, HASH = "2026-01-02T03:04:05.000000+00:00", bytes(32)


def main(sizes: tuple[int, ...] = STORED) -> None:
    """Measure at each size."""
    print(f"{'stored':>10}{'nothing':>12}{'one change':>12}{CHANGES:>8} changes   milliseconds")
    for stored in sizes:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'server.db'}"
            with own_server(url) as server:
                server.municipality(PLACE)
                _fill(server.database, stored)
                nothing, one, many = asyncio.run(_measure(server))
        print(f"{stored:>10}{1000 * nothing:>12.1f}{1000 * one:>12.1f}{1000 * many:>16.1f}", flush=True)


def _fill(database: Database, stored: int) -> None:
    """Records of a colleague, in cases of her own, with the journal of how they came."""
    key = {"municipality_id": PLACE}
    colleague = admin.create_user(database, PLACE, "Ola Nordmann", Role.CASEWORKER, datetime.now(UTC))
    for first in range(0, stored, 10_000):
        numbers = range(first + 1, min(first + 10_000, stored) + 1)
        with database.write(PLACE) as connection:
            cases = [f"old-{case}" for case in sorted({number // A_CASE for number in numbers})]
            rows.upsert(connection, case_file, [key | _case(case) for case in cases])
            rows.upsert(connection, case_grant, [key | _grant(case, colleague) for case in cases])
            for table, made in ((record, _record), (change, _change), (payload, _payload)):
                rows.insert(connection, table, [key | made(number) for number in numbers])
            connection.execute(update(municipality).values(head_seq=numbers[-1], head_hash=HASH))


def _case(case: str) -> dict[str, object]:
    return {"id": case, "head_seq": 1, "restricted": False}


def _grant(case: str, user: str) -> dict[str, object]:
    return {"case_id": case, "user_id": user, "granted_at": WHEN, "revoked_at": None}


def _record(number: int) -> dict[str, object]:
    id_, case = f"record-{number}", f"old-{number // A_CASE}"
    state = RecordState(id_, "follow_up", case, number, {"text": NOTE * 3}, {"text": f"change-{number}"})
    row = {"id": id_, "case_id": case, "kind": "follow_up", "seq": number}
    return row | {"body": msgspec.msgpack.encode(state)}


def _change(number: int) -> dict[str, object]:
    id_, case = f"record-{number}", f"old-{number // A_CASE}"
    row = {"seq": number, "id": f"change-{number}", "record_id": id_, "case_id": case, "device_seq": number}
    told = {"author_id": "ola", "device_id": "ola", "written_at": WHEN, "received_at": WHEN}
    return row | told | {"outcome": "clean", "reason": "", "digest": HASH, "chain": HASH}


def _payload(number: int) -> dict[str, object]:
    return {"seq": number, "body": msgspec.msgpack.encode({"text": NOTE * 3})}


async def _measure(server: OwnServer) -> tuple[float, float, float]:
    async with httpx2.AsyncClient(base_url=server.address, timeout=60, trust_env=False) as http:
        laptop = await server.laptop(http, PLACE, "Kari Nordmann")

        async def seconds(changes: int) -> float:
            took = []
            for turn in range(TURNS):
                for number in range(changes):
                    laptop.write(f"new-{number // A_CASE}", f"new-{number}", turn)
                started = time.perf_counter()
                await laptop.round()
                took.append(time.perf_counter() - started)
            return statistics.median(took)

        await seconds(CHANGES)  # the first time makes the cases
        return await seconds(0), await seconds(1), await seconds(CHANGES)


if __name__ == "__main__":
    main(tuple(int(argument) for argument in sys.argv[1:]) or STORED)
