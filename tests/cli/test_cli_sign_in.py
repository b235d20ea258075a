"""hjemmebesok enrol --sign-in: where no browser opens, the address is printed and opened by hand."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from cli_run import PROGRAM, Run, environment, run_in
from oidc_provider import CLIENT, signed_in_as

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"
NO_BROWSER = {"BROWSER": "true", "HJEMMEBESOK_PASSPHRASE": PASSPHRASE}  # true opens nothing and says all is well


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return run_in(tmp_path)


@pytest.fixture
def address(tmp_path: Path, run: Run, issuer: str) -> Iterator[str]:
    """A server whose users sign in at the real provider."""
    assert run("server", "municipality", "9999", "Eksempel kommune").stderr == ""
    assert run("server", "user", "9999", "Kari Nordmann", "--subject", "kari").stderr == ""
    assert run("server", "provider", "9999", issuer, CLIENT).stderr == ""
    with subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0"], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


def test_a_laptop_is_signed_in_through_the_printed_address(tmp_path: Path, run: Run, address: str) -> None:
    store = tmp_path / "store"
    create_desk(store, PASSPHRASE, "Kari", "Eksempel kommune", cost=LOWEST_COST).close()
    command = [*PROGRAM, "enrol", "--store", str(store), "--server", address, "--sign-in", "9999"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=tmp_path, env=environment(**NO_BROWSER), **pipes) as process:
        assert "Logg inn i nettleseren" in process.stderr.readline()
        way_in = process.stderr.readline().strip()
        (back,) = parse_qs(urlsplit(way_in).query)["redirect_uri"]
        assert "Gå tilbake" in httpx2.get(signed_in_as("kari", way_in, back), trust_env=False).text
        said, complaint = process.communicate(timeout=60)
    assert (process.returncode, said, complaint) == (0, "Koblet til Eksempel kommune som Kari Nordmann.\n", "")
    assert run("sync", "--store", store, **NO_BROWSER).returncode == 0
