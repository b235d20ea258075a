"""A municipality on a real server, as its IT staff see it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hjemmebesok.server import admin, caseload
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.messages import PROTOCOL

PLACE = "3301"
SERVE = """
import sys
from hjemmebesok.server import sync
from hjemmebesok.server.run import serve
sync.PROTOCOL = int(sys.argv[2])
serve(sys.argv[1], port=0)
"""


@dataclass(frozen=True)
class Municipality:
    """A server with one municipality on it."""

    address: str
    database: Database
    folder: Path
    place: str = PLACE

    def user(self, name: str, role: Role = Role.CASEWORKER, subject: str = "") -> str:
        return admin.create_user(self.database, self.place, name, role, datetime.now(UTC), subject=subject)

    def code(self, user: str) -> str:
        return admin.make_code(self.database, self.place, user, datetime.now(UTC))

    def grant(self, case: str, user: str) -> None:
        caseload.grant_case(self.database, self.place, case, user, datetime.now(UTC))

    def revoke(self, case: str, user: str) -> None:
        caseload.revoke_case(self.database, self.place, case, user, datetime.now(UTC))


@contextmanager
def running_server(folder: Path, protocol: int = PROTOCOL) -> Iterator[Municipality]:
    """A real server process that speaks this protocol, on which the municipality is still to be made."""
    url = f"sqlite:///{folder / 'server.db'}"
    database = Database.open(url)
    command = [sys.executable, "-c", SERVE, url, str(protocol)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield Municipality(process.stdout.readline().strip(), database, folder)
    process.terminate()
    process.communicate(timeout=10)
    database.close()
