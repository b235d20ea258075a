"""The demo municipality's server, in a process of its own, with two caseworkers."""

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

PLACE = "0000"


@dataclass(frozen=True, slots=True)
class TownServer:
    """A running server, and what its IT staff do."""

    address: str
    database: Database

    def new_user(self, name: str, role: Role = Role.CASEWORKER) -> tuple[str, str]:
        """An account: its id, and a one-time code for a laptop."""
        now = datetime.now(UTC)
        user = admin.create_user(self.database, PLACE, name, role, now)
        return user, admin.make_code(self.database, PLACE, user, now)

    def share(self, case: str, user: str) -> None:
        """Let this user hold the case too."""
        caseload.grant_case(self.database, PLACE, case, user, datetime.now(UTC))


@contextmanager
def town_server(database_file: Path, municipality: str) -> Iterator[TownServer]:
    """Start the server on a free port of this machine, and stop it afterwards."""
    url = f"sqlite:///{database_file}"
    database = Database.open(url)
    admin.create_municipality(database, PLACE, municipality)
    serve = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=0)"
    with (database_file.with_suffix(".log")).open("w") as log:
        process = subprocess.Popen([sys.executable, "-c", serve, url], stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            if not address:
                raise OSError(f"the demo's server did not start: see {log.name}")
            yield TownServer(address, database)
        finally:
            process.terminate()
            process.communicate(timeout=10)
            database.close()
