"""What the municipality's IT staff do, by the commands they have: each a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Staff:
    """IT staff at the server's own machine."""

    address: str
    database: str

    def run(self, *command: str) -> str:
        """One `hjemmebesok server …` command; what it prints."""
        return _hjemmebesok("server", *command, "--database", self.database)


@contextmanager
def server_of_the_municipality(folder: Path) -> Iterator[Staff]:
    """A server on a free port, with the municipality on it."""
    database = f"sqlite:///{folder / 'server.db'}"
    command = [sys.executable, "-m", "hjemmebesok", "serve", "--database", database, "--port", "0"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=_bokmal())
        try:
            assert process.stdout is not None
            staff = Staff(process.stdout.readline().split()[-1], database)
            staff.run("municipality", "3301", "Eksempel kommune")
            yield staff
        finally:
            process.terminate()
            process.communicate(timeout=10)


def _hjemmebesok(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "hjemmebesok", *command], capture_output=True, text=True, env=_bokmal(), check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _bokmal() -> dict[str, str]:
    return {**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "nb"}
