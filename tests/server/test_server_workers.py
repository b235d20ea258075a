"""Several workers behind one port: they answer alike, count together, and end without losing what has begun."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest
from talking import Laptop, Town, new_id

from hjemmebesok.server.audit import audit
from hjemmebesok.server.database import Database

Crew = tuple[str, int, subprocess.Popen[str]]
SERVE = (
    "import sys; from hjemmebesok.server.run import serve; "
    "serve(sys.argv[1], port=0, workers=2, metrics_port=int(sys.argv[2]))"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def crew(url: str, database: Database, tmp_path: Path) -> Iterator[Crew]:
    """A server of two workers: its address, the port of its numbers, and its process."""
    port = free_port()
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, url, str(port)], stdout=subprocess.PIPE, stderr=log, text=True
        )
        assert process.stdout is not None
        yield process.stdout.readline().strip(), port, process
        process.terminate()
        process.communicate(timeout=20)


def test_two_workers_are_one_server(crew: Crew, database: Database, tmp_path: Path) -> None:
    address, metrics_port, process = crew
    with httpx2.Client(base_url=address, trust_env=False, timeout=30) as http:
        town = Town(database, http)
        laptops = [town.laptop(f"Bruker {number}") for number in range(4)]

        def work(laptop: Laptop) -> None:
            with httpx2.Client(base_url=address, trust_env=False, timeout=30) as own:
                laptop.http = own
                for _ in range(10):
                    case = new_id()
                    laptop.sync(laptop.change(case, "household", case, name="Familien Eksempel"))

        with ThreadPoolExecutor(4) as threads:
            list(threads.map(work, laptops))
        found = audit(database, town.id)
        assert (found.whole, found.changes) == (True, 40)
        numbers = httpx2.get(f"http://127.0.0.1:{metrics_port}/metrics", trust_env=False).text
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == 0
    assert 'hjemmebesok_changes_total{outcome="clean"} 40.0' in numbers
    assert 'hjemmebesok_requests_total{route="/v1/enrol",status="200"} 4.0' in numbers
    for secret in ("Eksempel", town.id, laptops[0].user, laptops[0].device):
        assert secret not in numbers
    lines = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    assert sum(line["event"] == "sync" for line in lines) == 40


def test_a_guess_at_one_worker_costs_what_it_would_at_both(crew: Crew) -> None:
    address, _, _ = crew
    with httpx2.Client(base_url=address, trust_env=False, timeout=30) as http:  # one connection: one worker
        statuses = [http.post("/v1/sync").status_code for _ in range(40)]
    assert 20 <= statuses.index(429) <= 35


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_worker_that_dies_is_started_again(crew: Crew) -> None:
    address, _, process = crew
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    with httpx2.Client(base_url=address, trust_env=False, timeout=30) as http:
        http.get("/health/ready").raise_for_status()
        workers = [pid for pid in map(int, children.read_text().split()) if b"spawn_main" in cmdline(pid)]
        os.kill(workers[0], signal.SIGKILL)
        for _ in range(5):
            with httpx2.Client(base_url=address, trust_env=False, timeout=30) as new:
                assert new.get("/health/ready").status_code == 200


def cmdline(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
