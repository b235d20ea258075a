"""The peers, each in an environment of its own under build/, and what must be there to make it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.sync.sample import records

ROOT = Path(__file__).parent.parent.parent.parent
BUILD = ROOT / "build"
HERE = Path(__file__).parent
POUCHDB = ("pouchdb@9", "express@4", "express-pouchdb@4.2")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that goes through the steps; it gets COUNT TARGET PORT ADDRESS and prints one line of JSON."""

    name: str
    command: Sequence[str | Path]
    folder: Path = ROOT
    wants_records: bool = False

    def measure(self, count: int, target: str, port: int, address: str) -> dict[str, Any]:
        """What it printed. Raises CalledProcessError where it did not come through."""
        given = json.dumps(list(records(count))) if self.wants_records else ""
        command = [*self.command, str(count), target, str(port), address]
        done = subprocess.run(command, cwd=self.folder, input=given, capture_output=True, text=True, check=True)
        return dict(json.loads(done.stdout.splitlines()[-1]))


OURS = Peer("hjemmebesok", (sys.executable, "-m", "tests.benchmarks.sync.ours"))
FLOOR = Peer("floor", (sys.executable, "-m", "tests.benchmarks.sync.floor"))


def anki() -> Peer | None:
    """Anki, installed the first time; None where that cannot be done, for example without a network."""
    folder = BUILD / "anki"
    python = folder / "bin" / "python"
    uv = (sys.executable, "-m", "uv", "--quiet")
    made = python.exists() or not subprocess.call([*uv, "venv", "--python", sys.executable, folder])
    installed = made and not subprocess.call([*uv, "pip", "install", "--python", python, "anki"])
    return Peer("anki", (python, HERE / "anki_side.py")) if installed else None


def pouchdb() -> Peer | None:
    """PouchDB, installed the first time; None where there is no Node.js or no network."""
    folder = BUILD / "pouchdb"
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "package.json").exists():
        (folder / "package.json").write_text('{"private": true}')
    installed = (folder / "node_modules" / "pouchdb").exists() or not subprocess.call(
        [npm, "install", "--silent", *POUCHDB], cwd=folder
    )
    return Peer("pouchdb", (node, HERE / "pouchdb_side.mjs"), folder, wants_records=True) if installed else None
