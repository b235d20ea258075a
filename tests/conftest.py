"""For every test: no screen, no stopwatch, and nothing of the developer's own."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from oidc_provider import running_provider

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("PYTHONUNBUFFERED", None)  # it would hide that a program never flushes what another one waits for
for name in [name for name in os.environ if name.startswith("HJEMMEBESOK_")]:
    del os.environ[name]

settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The address of a real provider of identities."""
    with running_provider() as address:
        yield address
