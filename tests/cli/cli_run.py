"""Running the real program in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAM = (sys.executable, "-m", "hjemmebesok")
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def environment(**variables: str) -> dict[str, str]:
    """Ours, with these variables, and with no language and nothing of the program's own chosen before."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LANG", "LC_", "HJEMMEBESOK_"))}
    return ours | {"PYTHONPATH": str(ROOT)} | variables


def run_in(folder: Path) -> Run:
    """A function that runs a command in this folder, with nobody at the keyboard."""

    def run(*arguments: object, **variables: str) -> Done:
        command, said = (
            [*PROGRAM, *(one if isinstance(one, bytes) else str(one) for one in arguments)],
            environment(**variables),
        )
        kept: dict[str, object] = {"stdin": subprocess.DEVNULL, "capture_output": True, "encoding": "utf-8"}
        return subprocess.run(command, cwd=folder, env=said, timeout=120, check=False, **kept)

    return run
