from collections.abc import Iterator
from pathlib import Path

import pytest

from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store

PASSPHRASE = "fjell om høsten"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "store", PASSPHRASE, Header(municipality="Eksempel kommune"), LOWEST_COST)
    yield opened
    opened.close()
