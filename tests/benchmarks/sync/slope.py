"""What a change costs as the server fills up, from 1 000 to 1 000 000 stored records: `python3 dev.py bench slope`.

The cost of coming into step should follow what has changed and not what is stored. Medians, in seconds of the clock.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import msgspec

from hjemmebesok.server import rows
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import case_file, record
from hjemmebesok.wire.messages import RecordState
from tests.benchmarks.sync.own_server import OwnServer, own_server
from tests.benchmarks.sync.thin_laptop import NOTE

STORED = (1_000, 10_000, 100_000, 1_000_000)
A_CASE = 20
CHANGES, TURNS = 100, 15
PLACE = "town"


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
    """Records of colleagues, in cases of their own."""
    for first in range(0, stored, 10_000):
        numbers = range(first, min(first + 10_000, stored))
        with database.write(PLACE) as connection:
            cases = sorted({number // A_CASE for number in numbers})
            key = {"municipality_id": PLACE}
            rows.insert(
                connection,
                case_file,
                [key | {"id": f"old-{case}", "head_seq": 1, "restricted": False} for case in cases],
            )
            rows.insert(connection, record, [key | row for row in _rows(numbers)])


def _rows(numbers: range) -> Iterator[dict[str, object]]:
    for number in numbers:
        case, id_ = f"old-{number // A_CASE}", f"record-{number}"
        state = RecordState(id_, "follow_up", case, 1, {"text": NOTE * 3}, {"text": f"change-{number}"})
        body = msgspec.msgpack.encode(state)
        yield {"id": id_, "case_id": case, "kind": "follow_up", "seq": 1, "body": body}


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
