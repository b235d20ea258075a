"""Running the real program in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


def run_in(folder: Path) -> Run:
    """A function that runs a command in this folder, with nobody at the keyboard and no language chosen."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("LANG", "LC_", "HJEMMEBESOK_"))}

    def run(*arguments: object, **variables: str) -> Done:
        return subprocess.run(
            [sys.executable, "-m", "hjemmebesok", *map(str, arguments)],
            cwd=folder,
            env=inherited | {"PYTHONPATH": str(ROOT)} | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
