"""OpenFisca beside us: an environment of its own under build/, and questions to the Python in it."""

import json
import os
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hjemmebesok.casework.rate_tables import shipped_rates
from hjemmebesok.eligibility.choices import Car
from hjemmebesok.eligibility.members import Member, Sex

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "build" / "openfisca"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WANTED = ("openfisca-core==46.0.1", *(f"{name}=={version(name)}" for name in ("sqlcipher3", "msgspec")))


def budget(day: date) -> dict[str, list[int]]:
    """The budget of this day as OpenFisca gets it, kroner a month: by age for each sex, and by the household's size."""
    table = shipped_rates().sifo_on(day)
    assert table

    def person(age: int, sex: Sex) -> int:
        whole = table.budget([Member(age=age, months=0, sex=sex)], Car.NONE)
        assert whole
        return whole.ore // 100 - table.household[0]

    return {"size": [0, *table.household], **{str(sex): [person(age, sex) for age in range(121)] for sex in Sex}}


class OpenFisca:
    """OpenFisca in a process that is kept, so that starting it is never measured."""

    def __init__(self) -> None:
        side = Path(__file__).parent / "openfisca_side.py"
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([PYTHON, side], stdin=pipe, stdout=pipe, text=True)

    def ask(self, **question: Any) -> Any:
        """The answer to one question."""
        asked, answered = self._process.stdin, self._process.stdout
        assert asked and answered
        asked.write(json.dumps(question) + "\n")
        asked.flush()
        return json.loads(answered.readline())

    def close(self) -> None:
        """Let it go."""
        self._process.communicate()


def openfisca() -> OpenFisca | None:
    """OpenFisca, installed the first time; None where that cannot be done, for example without a network."""
    uv = (sys.executable, "-m", "uv", "--quiet")
    made = PYTHON.exists() or not subprocess.call([*uv, "venv", "--python", sys.executable, FOLDER])
    installed = made and not subprocess.call([*uv, "pip", "install", "--python", PYTHON, *WANTED])
    return OpenFisca() if installed else None
