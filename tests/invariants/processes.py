"""Programs of ours in processes of their own, which can be killed."""

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 120.0  # seconds, on a machine with much else to do


class Process:
    """A running one. What it says goes into a file, where it stands also after a kill; one file for all that follow."""

    def __init__(self, says: Path, *arguments: str | Path) -> None:
        self.says = says
        self._before = len(self.lines())
        with says.open("a") as out:
            self._process = subprocess.Popen([sys.executable, *map(str, arguments)], stdout=out)

    def lines(self) -> list[str]:
        """All that has been said in this file; a last line that was cut off is not said."""
        return self.says.read_text("utf-8").split("\n")[:-1] if self.says.exists() else []

    def wait_for(self, more: int) -> str:
        """Wait until it has said so many lines; the last of them."""
        until = monotonic() + PATIENCE
        while len(said := self.lines()[self._before :]) < more:
            assert self._process.poll() is None, f"it ended by itself with {self._process.returncode}"
            assert monotonic() < until, "it says nothing"
            sleep(0.005)
        return said[-1]

    @property
    def said(self) -> int:
        """How many lines it has said so far."""
        return len(self.lines()) - self._before

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def kill(self) -> None:
        """SIGKILL: it gets no chance to put anything in order."""
        self._process.kill()
        self._process.wait()


def start_server(folder: Path) -> Process:
    """A server on the database in this folder; its first line ends with its port."""
    url = f"sqlite:///{folder / 'server.db'}"
    return Process(folder / "server.says", "-m", "hjemmebesok", "serve", "--database", url, "--port", "0")


def port_of(server: Process) -> int:
    """The port it listens at, as soon as it does."""
    return int(server.wait_for(1).rpartition(":")[2])


def start_laptop(folder: Path, case: str, first: int) -> Process:
    """A laptop on the store in `folder / "laptop"`."""
    return Process(folder / "laptop.says", "-m", "tests.invariants.promising", folder / "laptop", case, str(first))
