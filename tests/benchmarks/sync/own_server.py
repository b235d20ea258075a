"""A server process of our own, with municipalities and laptops on it."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2

from hjemmebesok.server import admin
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Role
from tests.benchmarks.sync.thin_laptop import ThinLaptop
from tests.benchmarks.sync.waiting import wait_for

SERVE = ("-m", "hjemmebesok", "serve", "--database")


@dataclass(frozen=True, slots=True)
class OwnServer:
    """Its database, and the address it listens at."""

    database: Database
    address: str

    async def laptop(self, http: httpx2.AsyncClient, place: str, name: str) -> ThinLaptop:
        """A new user's laptop in this municipality."""
        now = datetime.now(UTC)
        user = admin.create_user(self.database, place, name, Role.CASEWORKER, now)
        return await ThinLaptop.enrol(http, admin.make_code(self.database, place, user, now))

    def municipality(self, place: str) -> None:
        """A new municipality."""
        admin.create_municipality(self.database, place, "Eksempel kommune")


@contextlib.contextmanager
def own_server(database_url: str, *more: str) -> Iterator[OwnServer]:
    """The running server on this database; `more` goes to its command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    database = Database.open(database_url)
    command = [sys.executable, *SERVE, database_url, "--port", str(port), *more]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield OwnServer(database, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()
        database.close()
