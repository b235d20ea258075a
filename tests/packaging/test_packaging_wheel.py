"""The wheel: built from the source archive, installed where nothing else is, and run from another folder."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `python -m build` makes: the source archive, and the wheel from it."""
    folder = tmp_path_factory.mktemp("dist")
    do(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment of its own, with the locked releases of what it declares that it needs."""
    environment = tmp_path_factory.mktemp("environment")
    uv = (sys.executable, "-m", "uv", "--quiet", "--system-certs")
    do(*uv, "venv", "--clear", "--python", sys.executable, environment, cwd=environment)
    python = environment / SCRIPTS / "python"
    do(*uv, "pip", "install", "--python", python, "--constraint", ROOT / "requirements.lock", wheel, cwd=environment)
    return environment / SCRIPTS / "hjemmebesok"


@pytest.mark.parametrize("folder", ["resources", "translations"])
def test_the_wheel_carries_every_file_of(wheel: Path, folder: str) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    carried = {name.removeprefix("hjemmebesok/") for name in zipfile.ZipFile(wheel).namelist()}
    assert ours - carried == set()


def test_the_wheel_carries_nothing_that_is_not_ours(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("hjemmebesok/", "hjemmebesok-"))] == []
    assert [name for name in names if "__pycache__" in name or name.startswith("hjemmebesok/tests/")] == []


def test_the_installed_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert do(installed, "--version", cwd=tmp_path).strip().endswith("0.1.0")


def test_the_installed_program_finds_its_rates_and_its_words(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text("{}")
    asked = ("check", "facts.json", "--ruleset", "leie-til-eie-2011", "--json", "--language", "tr")
    assert json.loads(do(installed, *asked, cwd=tmp_path))["outcome"] == "MANGLER"
    assert do(installed, "--help", cwd=tmp_path, LANG="tr_TR.UTF-8").startswith("Kullanım:")


def test_the_installed_program_runs_the_demos_whole_day_from_another_folder(installed: Path, tmp_path: Path) -> None:
    do(installed, "demo", "--out", "demo", "--headless", cwd=tmp_path)
    assert {path.name for path in (tmp_path / "demo").iterdir()} >= {"laptop", "colleague", "server.db"}
    assert len(list((tmp_path / "demo" / "letters").glob("*.pdf"))) == 32
    assert list((tmp_path / "demo" / "pictures").glob("*.png")) != []


def do(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Run a program away from the checkout, and give back what it said. Fails with what it complained of."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "VIRTUAL_ENV", "LANG"))
    }
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=kept | variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
