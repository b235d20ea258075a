"""Hjemmebesok itself: encrypted laptops, a real server process, validation, authorisation, merge and audit on."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Role
from hjemmebesok.store.keys import LOWEST_COST
from tests.benchmarks.sync.sample import records
from tests.benchmarks.sync.steps import CASELOADS, run

A_CASE = 20  # records of one household
PLACE = "3301"
SERVE = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=int(sys.argv[2]))"


class Ours:
    """Two laptops of one caseworker, and one of a colleague."""

    def __init__(self, folder: Path, database_url: str, address: str, count: int) -> None:
        self._database = Database.open(database_url)
        admin.create_municipality(self._database, PLACE, "Eksempel kommune")
        self._user = self._new_user("Kari Nordmann")
        self._made = list(records(count))
        self._round = 0
        self._first, self._second = (self._laptop(folder / name, address, self._user) for name in ("first", "second"))
        self._third = lambda user: self._laptop(folder / "third", address, user)

    def _new_user(self, name: str) -> str:
        return admin.create_user(self._database, PLACE, name, Role.CASEWORKER, datetime.now(UTC))

    def _laptop(self, folder: Path, address: str, user: str) -> Desk:
        desk = create_desk(folder, "fjell om høsten", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST)
        return enrol(desk, address, admin.make_code(self._database, PLACE, user, datetime.now(UTC)))

    def change(self, count: int) -> None:
        """Change so many promises."""
        self._round += 1
        with self._first.work() as work:
            for number, made in enumerate(self._made[:count]):
                values = {name: value for name, value in made.items() if name != "id"}
                case = f"case-{number // A_CASE}"
                work.put(
                    FollowUp(id=made["id"], case=case, step="other", values=values | {"name": f"round {self._round}"})
                )

    def up(self) -> int:
        """The first laptop's round."""
        return sync_now(self._first).requests

    def down(self) -> int:
        """The second laptop's round."""
        return sync_now(self._second).requests

    def new_colleague(self) -> Callable[[], int]:
        """A colleague who holds every fiftieth case, and her laptop."""
        colleague = self._new_user("Ola Nordmann")
        for case in range(0, len(self._made) // A_CASE, CASELOADS):
            caseload.grant_case(self._database, PLACE, f"case-{case}", colleague, datetime.now(UTC))
        laptop = self._third(colleague)
        return lambda: sync_now(laptop).requests

    def check(self, count: int) -> None:
        """Every promise is there, and says what it said last."""
        with self._second.read() as reading:
            found = reading.all(FollowUp)
        assert len(found) == count
        assert {each.values["name"] for each in found} == {f"round {self._round}"}


def main(count: int, database_url: str, port: int, address: str) -> None:
    """Measure with a server of our own on this port; the laptops know it by the address."""
    with tempfile.TemporaryDirectory() as folder:
        database_url = database_url or f"sqlite:///{Path(folder) / 'server.db'}"
        command = [sys.executable, "-c", SERVE, database_url, str(port)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            server.stdout.readline()
            run(Ours(Path(folder), database_url, address, count), count)
        finally:
            server.terminate()
            server.communicate()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
