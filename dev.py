#!/usr/bin/env python3
"""Sets this checkout up with nothing but Python 3.11 or newer, and runs it.

    python3 dev.py run      the app, on a demo store
    python3 dev.py test     every check there is; further arguments go to pytest
    python3 dev.py soak     the invariants of coming into step, 100 000 steps of them, or as many as are given;
                            for every 500 laptop and server are killed once, and one more network misbehaves
    python3 dev.py bench    what the heavy work costs, beside OpenFisca; further arguments are numbers of households
          … bench sync      coming into step, beside a floor, Anki and PouchDB; further arguments: records, rounds
          … bench load      300 laptops at once; further argument: within how many seconds
          … bench slope     coming into step as the server fills up; further arguments: stored records
    python3 dev.py words    bring the translation catalogues up to date with the code
    python3 dev.py lock     remake requirements.lock from pyproject.toml; further arguments go to uv

Tried on Debian 12 and 13. Written for Ubuntu 24.04, Windows (`py dev.py run`) and macOS too, but not tried there.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LINUX = sys.platform == "linux"

# What Qt opens while it runs, and the Debian or Ubuntu package that brings it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# The calls that hold words people see: first argument, or the first two for a plural.
WORD_CALLS = ("_", "N_", "Phrase", "Plural:1,2")


def main() -> None:
    """Set up, then run the command."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must say so, not fail somewhere else
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    name, *rest = sys.argv[1:] or ["--help"]
    if name not in COMMANDS:
        print(__doc__)
        sys.exit(0 if name in ("-h", "--help") else 2)
    os.chdir(ROOT)
    speak_utf8()
    install_system_packages()
    make_venv()
    COMMANDS[name](rest)


def run(rest: list[str]) -> None:
    """The app on the demo store; where there is no display, the same day without one."""
    headless = LINUX and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    python("-m", "hjemmebesok", "demo", "--out", ".demo", *(["--headless"] if headless else []), *rest)


def test(rest: list[str]) -> None:
    """Style, types and tests, in the order in which they are quick to fail."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    python("-m", "ruff", "check", ".")
    python("-m", "ruff", "format", "--check", ".")
    python("-m", "mypy")
    python("-m", "pytest", "-q", "-n", "2", *rest)


def soak(rest: list[str]) -> None:
    """Let the machine that tries to break the promises of coming into step go on for hours."""
    os.environ["SOAK_STEPS"] = rest[0] if rest else "100000"
    python("-m", "pytest", "-q", "-n", "2", "tests/invariants")


def bench(rest: list[str]) -> None:
    """Measure, with those we are measured beside in environments of their own under build/."""
    name, numbers = (rest[0], rest[1:]) if rest and rest[0] in BENCHES else ("", rest)
    python("-m", BENCHES.get(name, "tests.benchmarks.run"), *numbers)


def words(rest: list[str]) -> None:
    """Extract the words from the code, update every catalogue with them, and compile it."""
    pybabel = ("-m", "babel.messages.frontend", "--quiet")
    template = ROOT / "build" / "hjemmebesok.pot"
    template.parent.mkdir(exist_ok=True)
    calls = [f"--keyword={call}" for call in WORD_CALLS]
    python(*pybabel, "extract", *calls, "--no-location", "--sort-output", "--width=120", "-o", template, "hjemmebesok")
    tidy = ("--width=120", "--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date")
    python(*pybabel, "update", "--domain=hjemmebesok", "-i", template, "-d", "translations", *tidy, *rest)
    for domain in ("hjemmebesok", "click"):
        python(*pybabel, "compile", f"--domain={domain}", "-d", "translations")


def lock(rest: list[str]) -> None:
    """Remake the lock file, for all systems and with hashes; `--upgrade` takes the newest releases."""
    os.environ["UV_CUSTOM_COMPILE_COMMAND"] = "python3 dev.py lock"
    wanted = ("pyproject.toml", "--group=dev", "--universal", "--python-version=3.11")
    uv = ("-m", "uv", "--quiet", "--system-certs", "pip", "compile", "--generate-hashes", "--no-annotate")
    python(*uv, *wanted, "-o", LOCK.name, *rest)


BENCHES = {
    "sync": "tests.benchmarks.sync.run",
    "load": "tests.benchmarks.sync.load",
    "slope": "tests.benchmarks.sync.slope",
}
COMMANDS = {"run": run, "test": test, "soak": soak, "bench": bench, "words": words, "lock": lock}


def step(*command: str | Path) -> None:
    """Run one program; leave with its exit code if it fails."""
    code = subprocess.call([str(part) for part in command])
    if code:
        sys.exit(code)


def python(*arguments: str | Path) -> None:
    """Run the Python of .venv."""
    step(PYTHON, *arguments)


def speak_utf8() -> None:
    """Where the locale is a bare C, give every program we start one that can write æ, ø and å."""
    os.environ["PYTHONUTF8"] = "1"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    if LINUX and locale in ("C", "POSIX"):
        os.environ.pop("LC_ALL", None)
        os.environ.pop("LC_CTYPE", None)
        os.environ["LANG"] = "C.UTF-8"


def install_system_packages() -> None:
    """On Debian and Ubuntu install what is missing; on another Linux say what is."""
    missing = missing_packages() if LINUX else []
    if not missing:
        return
    names = " ".join(missing)
    if not shutil.which("apt-get"):
        sys.exit(f"These are missing, under Debian's names; install them and try again: {names}")
    root = os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        sys.exit(f"These are missing; install them as root and try again: apt-get install {names}")
    print(f"Installing what is missing on this system: {names}", flush=True)
    apt = [] if root else ["sudo"]
    apt += ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    step(*apt, "update")
    step(*apt, "install", "--yes", "--no-install-recommends", *missing)


def missing_packages() -> list[str]:
    """The packages that Qt and venv need and this system lacks."""
    missing = [package for library, package in QT_LIBRARIES.items() if not opens(library)]
    if not find_spec("ensurepip"):
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def opens(library: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def make_venv() -> None:
    """Make .venv anew from the lock file, unless it was made from this very one."""
    made_from = f"{sys.version_info.major}.{sys.version_info.minor} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"
    if STAMP.exists() and STAMP.read_text() == made_from:
        return
    print("Installing the locked packages into .venv, about 250 MB the first time.", flush=True)
    outside = getattr(sys, "_base_executable", sys.executable)  # not the Python inside the .venv that is cleared
    step(outside, "-m", "venv", "--clear", VENV)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    python(*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCK)
    STAMP.write_text(made_from)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
