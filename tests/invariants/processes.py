"""Programs of ours in processes of their own, which can be killed."""

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 120.0  # seconds, on a machine with much else to do


class Process:
    """A running one. What it says goes into a file, where it stands also after a kill; one file for all that follow."""

    def __init__(self, says: Path, *arguments: str | Path) -> None:
        self._says = says
        with says.open("a") as out:
            self._begins = out.tell()
            self._process = subprocess.Popen([sys.executable, *map(str, arguments)], stdout=out)

    @property
    def said(self) -> list[str]:
        """The lines it has said so far; a last one that was cut off is not said."""
        with self._says.open("rb") as told:
            told.seek(self._begins)
            return told.read().decode().split("\n")[:-1]

    def wait_until_said(self, lines: int) -> None:
        """Wait until it has said so many lines."""
        until = monotonic() + PATIENCE
        while len(self.said) < lines:
            assert self.runs(), f"it ended by itself with {self._process.returncode}"
            assert monotonic() < until, "it says nothing"
            sleep(0.005)

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def kill(self) -> None:
        """SIGKILL: it gets no chance to put anything in order."""
        self._process.kill()
        self._process.wait()


def start_server(folder: Path, url: str) -> Process:
    """A server on this database, which says what it says in this folder; its first line ends with its port."""
    return Process(folder / "server.says", "-m", "hjemmebesok", "serve", "--database", url, "--port", "0")


def port_of(server: Process) -> int:
    """The port it listens at, as soon as it does."""
    server.wait_until_said(1)
    return int(server.said[0].rpartition(":")[2])


def start_laptop(folder: Path, case: str, first: int) -> Process:
    """A laptop on the store in `folder / "laptop"`."""
    return Process(folder / "laptop.says", "-m", "tests.invariants.promising", folder / "laptop", case, str(first))
