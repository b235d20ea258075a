"""The floor: encrypted outbox, one row a record, over HTTP to a row store and down to a second laptop. Nothing else.

No validation, no authorisation, no merging, no log, no search: what any sync must at least do.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import sqlcipher3
import zstandard

from tests.benchmarks.sync.sample import records
from tests.benchmarks.sync.steps import CASELOADS, run
from tests.benchmarks.sync.waiting import wait_for

A_REQUEST = 1_000
_UPSERT = (
    "INSERT INTO row VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE excluded.body != row.body"
)


class FloorLaptop:
    """An encrypted file and a connection."""

    def __init__(self, path: Path, address: str, every: int = 1) -> None:
        self._every = every
        self.db: Any = sqlcipher3.connect(str(path), isolation_level=None)
        for statement in (
            f"PRAGMA key = \"x'{'0b' * 32}'\"",
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=NORMAL",
            "CREATE TABLE row (id TEXT PRIMARY KEY, body BLOB)",
            "CREATE TABLE outbox (number INTEGER PRIMARY KEY, id TEXT)",
        ):
            self.db.execute(statement).fetchall()
        self._http = httpx2.Client(base_url=address, timeout=60, trust_env=False)
        self._seen = 0

    def write(self, rows: list[tuple[str, bytes]]) -> None:
        """Save rows, and note that they have to go up."""
        self.db.execute("BEGIN")
        self.db.executemany(_UPSERT, rows)
        self.db.executemany("INSERT INTO outbox (id) VALUES (?)", [(id_,) for id_, _ in rows])
        self.db.execute("COMMIT")

    def push(self) -> int:
        """Send what is in the outbox."""
        requests = 0
        while True:
            query = "SELECT number, id, body FROM outbox JOIN row USING (id) ORDER BY number LIMIT ?"
            waiting = self.db.execute(query, (A_REQUEST,)).fetchall()
            packed = zstandard.ZstdCompressor(3).compress(msgspec.msgpack.encode([row[1:] for row in waiting]))
            self._http.post("/push", content=packed).raise_for_status()
            requests += 1
            if waiting:
                self.db.execute("DELETE FROM outbox WHERE number <= ?", (waiting[-1][0],))
            if len(waiting) < A_REQUEST:
                return requests

    def pull(self) -> int:
        """Take what is new."""
        requests = 0
        while True:
            reply = self._http.get("/pull", params={"since": self._seen, "limit": A_REQUEST, "every": self._every})
            plain = zstandard.ZstdDecompressor().decompress(reply.content, max_output_size=1 << 26)
            rows = msgspec.msgpack.decode(plain, type=list[tuple[int, str, bytes]])
            requests += 1
            if rows:
                self._seen = rows[-1][0]
                self.db.execute("BEGIN")
                self.db.executemany(_UPSERT, [row[1:] for row in rows])
                self.db.execute("COMMIT")
            if len(rows) < A_REQUEST:
                return requests


class Floor:
    """Two such laptops."""

    def __init__(self, folder: Path, address: str, count: int) -> None:
        self._made = list(records(count))
        self._first, self._second = (FloorLaptop(folder / name, address) for name in ("first.db", "second.db"))
        self._round = 0
        self._third = lambda: FloorLaptop(folder / "third.db", address, CASELOADS)

    def change(self, count: int) -> None:
        """Change so many rows."""
        self._round += 1
        new = {"name": f"round {self._round}"}
        self._first.write([(made["id"], msgspec.msgpack.encode(made | new)) for made in self._made[:count]])

    def up(self) -> int:
        """The first laptop sends."""
        return self._first.push()

    def down(self) -> int:
        """The second laptop takes."""
        return self._second.pull()

    def new_colleague(self) -> Callable[[], int]:
        """A third laptop, that takes every fiftieth row."""
        return self._third().pull

    def check(self, count: int) -> None:
        """Every row is there and says what it said last."""
        bodies = [msgspec.msgpack.decode(body) for (body,) in self._second.db.execute("SELECT body FROM row")]
        assert len(bodies) == count
        assert {body["name"] for body in bodies} == {f"round {self._round}"}


def main(count: int, target: str, port: int, address: str) -> None:
    """Measure with a server on this port; the laptops know it by the address."""
    with tempfile.TemporaryDirectory() as folder:
        target = target or str(Path(folder) / "server.db")
        command = [sys.executable, "-m", "tests.benchmarks.sync.floor_server", str(port), target]
        server = subprocess.Popen(command)
        try:
            wait_for(port)
            run(Floor(Path(folder), address, count), count)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
