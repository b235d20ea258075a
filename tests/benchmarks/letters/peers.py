"""WeasyPrint and Typst beside us: an environment of their own under build/, and one process for each question."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent.parent.parent
_FOLDER = _ROOT / "build" / "letters-peers"
_PYTHON = _FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_WANTED = ("weasyprint==70.0", "typst==0.15.2")


def install() -> bool:
    """Whether they are there: installed the first time; not where that cannot be done, without a network say."""
    uv = (sys.executable, "-m", "uv", "--quiet")
    made = _PYTHON.exists() or not subprocess.call([*uv, "venv", "--python", sys.executable, _FOLDER])
    return bool(made) and not subprocess.call([*uv, "pip", "install", "--python", _PYTHON, *_WANTED])


def ask(side: str, question: dict[str, Any]) -> dict[str, Any] | str:
    """What it measured; or, in words, why it could not."""
    script = Path(__file__).parent / f"{side}_side.py"
    asked = json.dumps(question)
    said = subprocess.run([_PYTHON, script], input=asked, capture_output=True, text=True, check=False)
    if said.returncode:
        return said.stderr.strip().splitlines()[-1][:100]
    answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return answer
